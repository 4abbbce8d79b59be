namespace Complaints.Intake;

/// <summary>A phone number as one value, however it was written, so that the same line is recognised again: digits, a leading + with
/// the country where it is neither mainland China nor Taiwan.</summary>
/// <param name="Number">The digits ("01088886666", "13800001111", "+12125550142").</param>
/// <param name="Extension">The digits to dial after the answer; null when there are none.</param>
public sealed record PhoneNumber(string Number, string? Extension)
{
    /// <summary>The number in one form; null when the text is not one phone number from end to end.</summary>
    public static PhoneNumber? Parse(string? text) =>
        text is not null && PhoneNumbers.Find(text) is [var only] && only.Start == Begin(text) && only.Start + only.Length == End(text)
            ? only.Number
            : null;

    /// <summary>The number in one form; the text itself, trimmed, when it is no phone number.</summary>
    public static string Normal(string text)
    {
        return Parse(text)?.ToString() ?? text.Trim();
    }

    /// <summary>"01088886666", "01088886666 x801".</summary>
    public override string ToString() => Extension is null ? Number : $"{Number} x{Extension}";

    private static int Begin(string text) => text.Length - text.TrimStart().Length;

    private static int End(string text) => text.TrimEnd().Length;
}

/// <summary>A phone number in a text.</summary>
/// <param name="Start">Where it begins, in UTF-16 units.</param>
/// <param name="Length">How long it is, with its extension.</param>
/// <param name="Number">The number.</param>
/// <param name="IsSure">False where as many digits may as well be an order or an account ("555-0142", "8520 4417").</param>
public sealed record PhoneMatch(int Start, int Length, PhoneNumber Number, bool IsSure);
