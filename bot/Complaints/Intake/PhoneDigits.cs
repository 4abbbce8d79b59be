namespace Complaints.Intake;

/// <summary>One writing for a phone number, by which numbers are compared.</summary>
public static class PhoneDigits
{
    /// <summary>The digits alone, without the country codes 86 and 886 and without the 0 before an area code; an extension is part
    /// of them.</summary>
    public static string Of(string phone)
    {
        var digits = string.Concat(phone.Normalize(System.Text.NormalizationForm.FormKC).Where(char.IsAsciiDigit));
        var abroad = digits.StartsWith("00", StringComparison.Ordinal) ? digits[2..] : digits;
        foreach (var code in new[] { "886", "86" })
        {
            if (abroad.StartsWith(code, StringComparison.Ordinal) && abroad.Length - code.Length is >= 9 and <= 11)
                return abroad[code.Length..].TrimStart('0');
        }
        return abroad.TrimStart('0');
    }
}
