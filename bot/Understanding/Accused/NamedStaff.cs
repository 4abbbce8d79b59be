using Complaints.Organisations;
using Understanding.Questions.Names;
using Understanding.Writing;

namespace Understanding.Accused;

/// <summary>Which staff a customer's words name. <paramref name="Sure"/> and <paramref name="Unsure"/> are aadObjectIds, each person in
/// one of them: unsure is who might be meant, so that intake asks.</summary>
public sealed record NamedStaff(IReadOnlyList<string> Sure, IReadOnlyList<string> Unsure)
{
    private static readonly ILookup<string, string> Signs = PhraseFiles
        .Of("Accused.Signs.txt")
        .ToLookup(p => p.Name, p => CharacterFolding.Fold(p.Phrase));

    /// <summary>Reads the names: exact names and aliases in both scripts, pinyin and English names in either order, a family name with
    /// a title. A name inside a longer word names nobody. <paramref name="ownName"/> is what the customer calls themselves.</summary>
    public static NamedStaff In(string text, Organisation organisation, string? ownName = null)
    {
        var folded = CharacterFolding.Fold(text);
        var own = ownName is null ? null : CharacterFolding.Fold(ownName).Trim();
        if (own is { Length: > 1 })
            folded = folded.Replace(own, new string('。', own.Length), StringComparison.Ordinal);
        var names = ColleagueNames.Of(organisation);
        HashSet<string> sure = [],
            unsure = [];
        ByFullName(folded, names, sure, unsure);
        ByLetters(folded, names, sure, unsure);
        foreach (var kind in new[] { "head", "staff", "guest" })
            ByTitle(folded, kind, names, sure, unsure);
        // Who is named outright is meant, also where a part of the name fits others.
        return new(InOrder(sure, organisation), InOrder(unsure.Except(sure), organisation));
    }

    private static void ByFullName(string folded, ColleagueNames names, HashSet<string> sure, HashSet<string> unsure)
    {
        foreach (var length in names.HanLengths)
        {
            for (var at = 0; at + length <= folded.Length; at++)
            {
                foreach (var member in names.WithHan(folded.AsSpan(at, length)))
                    Judge(folded, at, folded.Substring(at, length), member.Id, sure, unsure);
            }
        }
    }

    private static void Judge(string folded, int at, string name, string id, HashSet<string> sure, HashSet<string> unsure)
    {
        var (before, after) = (folded[..at], folded[(at + name.Length)..]);
        var person = EndsWithAny(before, "person");
        var titled = StartsWithAny(after, "head") || StartsWithAny(after, "staff") || StartsWithAny(after, "guest");
        var left = person || IsEdge(before.Length == 0 ? ' ' : before[^1]) || EndsWithAny(before, "before");
        var right = titled || IsEdge(after.Length == 0 ? ' ' : after[0]) || StartsWithAny(after, "after");
        var isWord = Signs["word"].Contains(name);
        if (isWord && !person && !titled)
            return;
        // 小王 and 老李 are called many.
        if (left && right && !Titles.IsNick(name))
            sure.Add(id);
        else if ((left && right) || (!isWord && (left || right)))
            unsure.Add(id);
    }

    private static void ByLetters(string folded, ColleagueNames names, HashSet<string> sure, HashSet<string> unsure)
    {
        var words = folded.Split([.. folded.Where(c => !char.IsAsciiLetter(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries);
        var runs = words.Zip(words.Skip(1), (a, b) => (a + b, 2)).Concat(words.Select(w => (w, 1))).ToHashSet();
        foreach (var (run, count) in runs.Where(r => r.Item1.Length >= 4))
        {
            var meant = names.Spelt(run);
            // One word alone, such as a first name, can be anybody's.
            if (meant.Count == 1 && (count == 2 || run.Length > 6))
                sure.Add(meant[0].Id);
            else
                unsure.UnionWith(meant.Select(s => s.Id));
        }
    }

    private static void ByTitle(string folded, string kind, ColleagueNames names, HashSet<string> sure, HashSet<string> unsure)
    {
        foreach (var family in Signs[kind].SelectMany(title => Called(folded, title, kind, names)).Distinct())
        {
            var members = names.OfFamily(family);
            var heads = members.Where(s => kind == "head" && s.Roles.Any(r => r is Role.Manager or Role.Executive)).ToList();
            if (heads.Count == 1)
                sure.Add(heads[0].Id);
            else
                unsure.UnionWith(members.Select(s => s.Id));
        }
    }

    // The families in 张经理, 张工, manager Zhang, Mr Zhang; of a plain 张先生 only beside a word that makes him one of the company's.
    private static IEnumerable<string> Called(string folded, string title, string kind, ColleagueNames names)
    {
        var isHan = Colleagues.IsHan(title);
        for (
            var at = folded.IndexOf(title, StringComparison.Ordinal);
            at >= 0;
            at = folded.IndexOf(title, at + 1, StringComparison.Ordinal)
        )
        {
            var end = at + title.Length;
            foreach (var length in isHan ? names.HanFamilyLengths : names.LetterFamilyLengths)
            {
                var (from, to) = isHan ? (at - length, end) : (at, end + 1 + length);
                if (from < 0 || to > folded.Length || (!isHan && folded[end] != ' '))
                    continue;
                var family = isHan ? folded[from..at] : folded[(end + 1)..to];
                if (names.OfFamily(family).Count > 0 && IsWhole(folded[..from], folded[to..], isHan, kind))
                    yield return family;
            }
        }
    }

    private static bool IsWhole(string before, string after, bool isHan, string kind)
    {
        var whole = isHan
            ? before.Length == 0 || IsEdge(before[^1]) || EndsWithAny(before, "before") || EndsWithAny(before, "person")
            : (before.Length == 0 || !char.IsAsciiLetter(before[^1])) && (after.Length == 0 || !char.IsAsciiLetter(after[0]));
        return whole && (kind != "guest" || EndsWithAny(before.TrimEnd(), "person"));
    }

    private static bool IsEdge(char c) => !char.IsLetterOrDigit(c) || char.IsAsciiLetterOrDigit(c);

    private static bool EndsWithAny(string text, string kind) => Signs[kind].Any(s => text.EndsWith(s, StringComparison.Ordinal));

    private static bool StartsWithAny(string text, string kind) => Signs[kind].Any(s => text.StartsWith(s, StringComparison.Ordinal));

    private static List<string> InOrder(IEnumerable<string> ids, Organisation organisation)
    {
        var meant = ids.ToHashSet();
        return meant.Count == 0 ? [] : [.. organisation.Staff.Select(s => s.Id).Where(meant.Contains)];
    }
}
