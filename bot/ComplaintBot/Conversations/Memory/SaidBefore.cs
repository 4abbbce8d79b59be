using System.Security.Cryptography;
using System.Text;

namespace ComplaintBot.Conversations;

/// <summary>The customer's last words, to recognise them when they come again. After a lost answer Web Chat's "retry" sends the
/// same words under a new id, which nothing in the protocol tells from a second message. Short words are answers and may well be
/// said twice.</summary>
/// <param name="Digest">Of the words; they themselves are kept where they belong.</param>
public sealed record SaidBefore(string Digest, DateTimeOffset At)
{
    private const int ShortestLength = 10;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(3);

    /// <summary>Words as they are remembered.</summary>
    public static SaidBefore Of(string text, DateTimeOffset at) =>
        new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16], at);

    /// <summary>True when <paramref name="text"/> is the same, said again so soon that it is rather a retry.</summary>
    public bool IsSaidAgain(string text, DateTimeOffset now) =>
        text.Length >= ShortestLength && now - At < Window && Of(text, now).Digest == Digest;
}
