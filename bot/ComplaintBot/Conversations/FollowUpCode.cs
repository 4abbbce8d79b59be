using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Understanding.Writing;

namespace ComplaintBot.Conversations;

/// <summary>The secret code of a complaint: who has it and the number can follow the complaint from any device. Only its
/// hash is stored.</summary>
public static partial class FollowUpCode
{
    // Without characters that look alike when copied by hand: no I, L, O, U. Twelve of them are 60 random bits.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 12;

    private static readonly Regex Tries = PhraseForms.Beside(typeof(FollowUpCode), "FollowUpCode.txt")["try"];

    /// <summary>A fresh code, such as <c>7K2M-9QXR-0C4T</c>.</summary>
    public static string New()
    {
        var code = RandomNumberGenerator.GetString(Alphabet, Length);
        return $"{code[..4]}-{code[4..8]}-{code[8..]}";
    }

    /// <summary>What is stored and compared of it: hexadecimal SHA-256 of its characters without dashes, spaces and case.</summary>
    public static string Hash(string code)
    {
        var plain = string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(plain)));
    }

    /// <summary>The code in a text, or null.</summary>
    public static string? Find(string text) => Code().Match(text) is { Success: true } match ? match.Value : null;

    /// <summary>True when a text beside a number is nothing but a try at a code: it must begin no complaint.</summary>
    public static bool IsTry(string text) =>
        Tries.Match(CharacterFolding.Fold(text).Trim()).Groups["x"] is { Success: true, Length: > 4 and <= 25 };

    [GeneratedRegex(
        @"(?<![0-9A-Za-z-])[0-9A-HJKMNP-TV-Z]{4}[- ][0-9A-HJKMNP-TV-Z]{4}[- ][0-9A-HJKMNP-TV-Z]{4}(?![0-9A-Za-z-])",
        RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Code();
}
