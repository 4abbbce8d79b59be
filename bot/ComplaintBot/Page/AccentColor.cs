using System.Globalization;

namespace ComplaintBot.Page;

/// <summary>A colour and how well it can be read against another (WCAG 2 relative luminance).</summary>
internal readonly record struct AccentColor(byte Red, byte Green, byte Blue)
{
    /// <summary>The smallest contrast at which normal text counts as readable (WCAG 2, level AA).</summary>
    public const double Readable = 4.5;

    public static readonly AccentColor White = new(255, 255, 255);
    public static readonly AccentColor Black = new(0, 0, 0);

    /// <summary>Reads <c>#rrggbb</c>; other text is a <see cref="FormatException"/>.</summary>
    public static AccentColor Parse(string hex)
    {
        var rgb = Convert.FromHexString(hex.AsSpan(1));
        return new(rgb[0], rgb[1], rgb[2]);
    }

    /// <summary>White or black, whichever is read better on this colour; the contrast is never below 4.58.</summary>
    public AccentColor TextOnIt => ContrastWith(White) >= ContrastWith(Black) ? White : Black;

    /// <summary>1 (the same) to 21 (black and white).</summary>
    public double ContrastWith(AccentColor other)
    {
        var (a, b) = (Luminance, other.Luminance);
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    /// <summary>This colour, moved towards white or black just as far as it needs to be readable on a background.</summary>
    public AccentColor ReadableOn(AccentColor background)
    {
        var end = background.TextOnIt;
        for (var step = 0; step < 20; step++)
        {
            var mixed = MixedWith(end, step / 20.0);
            if (mixed.ContrastWith(background) >= Readable)
                return mixed;
        }
        return end;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Red:x2}{Green:x2}{Blue:x2}");

    private double Luminance => 0.2126 * Linear(Red) + 0.7152 * Linear(Green) + 0.0722 * Linear(Blue);

    private static double Linear(byte channel)
    {
        var c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
    }

    private AccentColor MixedWith(AccentColor other, double share)
    {
        return new(Mix(Red, other.Red), Mix(Green, other.Green), Mix(Blue, other.Blue));
        byte Mix(byte from, byte to) => (byte)Math.Round(from + (to - from) * share);
    }
}
