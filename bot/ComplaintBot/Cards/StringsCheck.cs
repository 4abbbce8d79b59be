using System.Text.RegularExpressions;

namespace ComplaintBot.Cards;

/// <summary>What must hold before the bot starts: every key in every language, with the same placeholders, and no key below
/// another.</summary>
internal static partial class StringsCheck
{
    // English says the month by name and Chinese by number, so these use different parts of a date.
    private static readonly string[] PartsDiffer = ["time.day", "time.dayWithYear"];

    public static void Demand(IReadOnlyDictionary<string, IReadOnlyDictionary<string, Wording>> byLanguage)
    {
        var all = byLanguage.Values.SelectMany(words => words.Keys).ToHashSet();
        var faults = all.SelectMany(key => Missing(byLanguage, key).Concat(Uneven(byLanguage, key)).Concat(Misnamed(all, key)))
            .Order(StringComparer.Ordinal)
            .ToList();
        if (faults.Count > 0)
            throw new InvalidDataException("The strings are not complete:\n" + string.Join('\n', faults));
    }

    private static IEnumerable<string> Missing(IReadOnlyDictionary<string, IReadOnlyDictionary<string, Wording>> byLanguage, string key) =>
        byLanguage.Where(l => !l.Value.ContainsKey(key)).Select(l => $"{key}: not in {l.Key}");

    private static IEnumerable<string> Uneven(IReadOnlyDictionary<string, IReadOnlyDictionary<string, Wording>> byLanguage, string key)
    {
        if (PartsDiffer.Contains(key))
            return [];
        var placeholders = byLanguage.Values.Where(words => words.ContainsKey(key)).Select(words => words[key].Placeholders).ToList();
        return placeholders.All(p => p.SetEquals(placeholders[0])) ? [] : [$"{key}: the placeholders differ between the languages"];
    }

    private static IEnumerable<string> Misnamed(HashSet<string> all, string key)
    {
        if (!Key().IsMatch(key))
            yield return $"{key}: a key is names with dots between, such as state.received";
        for (var dot = key.LastIndexOf('.'); dot > 0; dot = key.LastIndexOf('.', dot - 1))
        {
            if (all.Contains(key[..dot]))
                yield return $"{key}: '{key[..dot]}' is a key itself";
        }
    }

    [GeneratedRegex(@"^[a-z][a-zA-Z0-9]*(\.[a-zA-Z][a-zA-Z0-9]*)+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Key();
}
