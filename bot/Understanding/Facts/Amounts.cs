using System.Globalization;
using System.Text.RegularExpressions;

namespace Understanding.Facts;

/// <summary>Sums of money with their currency: 380元, 三百块钱, NT$1,200, 1.5万, $30, fifty dollars. "三块" is money only where the words
/// are about money.</summary>
internal static partial class Amounts
{
    private static readonly (string Words, string Currency)[] Units =
    [
        ("nt$", "TWD"),
        ("新台币", "TWD"),
        ("台币", "TWD"),
        ("twd", "TWD"),
        ("hk$", "HKD"),
        ("港币", "HKD"),
        ("港元", "HKD"),
        ("hkd", "HKD"),
        ("us$", "USD"),
        ("美元", "USD"),
        ("美金", "USD"),
        ("usd", "USD"),
        ("dollar", "USD"),
        ("buck", "USD"),
        ("$", "USD"),
        ("€", "EUR"),
        ("欧元", "EUR"),
        ("euro", "EUR"),
        ("eur", "EUR"),
        ("£", "GBP"),
        ("英镑", "GBP"),
        ("pound", "GBP"),
        ("gbp", "GBP"),
        ("quid", "GBP"),
        ("yen", "JPY"),
        ("日元", "JPY"),
    ];

    /// <summary>The first sum of a folded text. Plain 元 and 块 are the currency of the writer's language.</summary>
    public static Money? Of(string folded, string? language)
    {
        if (!MayHave(folded))
            return null;
        foreach (Match match in Sum().Matches(folded))
        {
            var unit = match.Groups["unit"].Value;
            if (
                unit == "块"
                && !(
                    match.Groups["money"].Success
                    || AboutMoney().IsMatch(folded.AsSpan(Math.Max(0, match.Index - 8), match.Index - Math.Max(0, match.Index - 8)))
                )
            )
                continue;
            if (Value(match.Groups["sum"].Value, match.Groups["scale"].Value) is { } value && value > 0)
                return new(value, Currency(unit, language));
        }
        return null;
    }

    private static bool MayHave(string folded) =>
        folded.AsSpan().IndexOfAny(Hints) >= 0
        || folded.Contains("dollar", StringComparison.Ordinal)
        || folded.Contains("usd", StringComparison.Ordinal)
        || folded.Contains("rmb", StringComparison.Ordinal)
        || folded.Contains("yuan", StringComparison.Ordinal)
        || folded.Contains("eur", StringComparison.Ordinal)
        || folded.Contains("pound", StringComparison.Ordinal)
        || folded.Contains("buck", StringComparison.Ordinal)
        || folded.Contains("cny", StringComparison.Ordinal)
        || folded.Contains("twd", StringComparison.Ordinal);

    private static readonly System.Buffers.SearchValues<char> Hints = System.Buffers.SearchValues.Create("元块钱圆币¥￥$€£");

    private static string Currency(string unit, string? language)
    {
        foreach (var (words, currency) in Units)
        {
            if (unit.StartsWith(words, StringComparison.Ordinal))
                return currency;
        }
        return unit is "元" or "块" or "圆" && language == "zh-TW" ? "TWD" : "CNY";
    }

    private static decimal? Value(string digits, string scale)
    {
        var factor = scale switch
        {
            "万" => 10000m,
            "千" or "k" => 1000m,
            "百" => 100m,
            "亿" => 100000000m,
            _ => 1m,
        };
        if (
            decimal.TryParse(
                digits.Replace(",", "", StringComparison.Ordinal),
                NumberStyles.Number,
                CultureInfo.InvariantCulture,
                out var number
            )
        )
            return number * factor;
        return SpokenNumbers.Chinese(digits) is { } chinese ? chinese * factor : SpokenNumbers.English(digits);
    }

    [GeneratedRegex(
        @"(?<unit>nt\$|hk\$|us\$|\$|€|£|¥|￥|rmb|cny|usd|eur|twd) ?(?<sum>\d[\d,]*(\.\d+)?)(?<scale>万|千|k)?|(?<sum>\d[\d,]*(\.\d+)?|[一二两三四五六七八九十百千万零〇]+)(?<scale>万|千|百|亿)?[多几来]? ?个?(?<unit>元|圆|块|人民币|新台币|台币|港币|港元|美元|美金|欧元|英镑|日元|rmb|cny|yuan|dollars?|usd|euros?|eur|pounds?|gbp|bucks|quid|yen|twd|hkd)(?<money>钱|整|人民币|大洋)?|(?<sum>\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a)[ -]?((hundred|thousand|one|two|three|four|five|six|seven|eight|nine)[ -]?(and )?)*) ?(?<unit>dollars?|yuan|euros?|pounds?|bucks|quid|rmb)",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Sum();

    [GeneratedRegex("[扣收花付交退赔补罚费钱价充欠省贵值罰]", RegexOptions.None, 10_000)]
    private static partial Regex AboutMoney();
}
