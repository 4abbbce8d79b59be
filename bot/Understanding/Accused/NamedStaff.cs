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
        HashSet<string> sure = [],
            unsure = [];
        ByFullName(folded, organisation, sure, unsure);
        ByLetters(folded, organisation, sure, unsure);
        foreach (var kind in new[] { "head", "staff", "guest" })
            ByTitle(folded, kind, organisation, sure, unsure);
        // Who is named outright is meant, also where a part of the name fits others.
        return new(InOrder(sure, organisation), InOrder(unsure.Except(sure), organisation));
    }

    private static void ByFullName(string folded, Organisation organisation, HashSet<string> sure, HashSet<string> unsure)
    {
        foreach (var member in organisation.Staff)
        {
            foreach (var name in Colleagues.Names(member).Where(n => n.Length > 1 && Colleagues.IsHan(n)).Distinct())
            {
                for (
                    var at = folded.IndexOf(name, StringComparison.Ordinal);
                    at >= 0;
                    at = folded.IndexOf(name, at + 1, StringComparison.Ordinal)
                )
                    Judge(folded, at, name, member.Id, sure, unsure);
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

    private static void ByLetters(string folded, Organisation organisation, HashSet<string> sure, HashSet<string> unsure)
    {
        var words = folded.Split([.. folded.Where(c => !char.IsAsciiLetter(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries);
        var runs = words.Zip(words.Skip(1), (a, b) => (a + b, 2)).Concat(words.Select(w => (w, 1))).ToHashSet();
        var spelt = organisation.Staff.Select(s => (s.Id, Names: Colleagues.Spellings(s))).ToList();
        foreach (var (run, count) in runs.Where(r => r.Item1.Length >= 4))
        {
            var meant = spelt.Where(s => s.Names.Contains(run)).Select(s => s.Id).ToList();
            // One word alone, such as a first name, can be anybody's.
            if (meant.Count == 1 && (count == 2 || run.Length > 6))
                sure.Add(meant[0]);
            else
                unsure.UnionWith(meant);
        }
    }

    private static void ByTitle(string folded, string kind, Organisation organisation, HashSet<string> sure, HashSet<string> unsure)
    {
        foreach (var family in organisation.Staff.SelectMany(s => Families(s).Select(f => (f, s))).GroupBy(p => p.f, p => p.s))
        {
            if (!IsCalled(folded, family.Key, kind))
                continue;
            var heads = family
                .Where(s => kind == "head" && s.Roles.Any(r => r is Role.Manager or Role.Executive))
                .Select(s => s.Id)
                .Distinct()
                .ToList();
            if (heads.Count == 1)
                sure.Add(heads[0]);
            else
                unsure.UnionWith(family.Select(s => s.Id));
        }
    }

    // 张经理, 张工, manager Zhang, Mr Zhang; of a plain 张先生 only beside a word that makes him one of the company's.
    private static bool IsCalled(string folded, string family, string kind)
    {
        foreach (var title in Signs[kind])
        {
            var isHan = Colleagues.IsHan(title);
            if (isHan != Colleagues.IsHan(family))
                continue;
            var called = isHan ? family + title : $"{title} {family}";
            for (
                var at = folded.IndexOf(called, StringComparison.Ordinal);
                at >= 0;
                at = folded.IndexOf(called, at + 1, StringComparison.Ordinal)
            )
            {
                var (before, after) = (folded[..at], folded[(at + called.Length)..]);
                var whole = isHan
                    ? before.Length == 0 || IsEdge(before[^1]) || EndsWithAny(before, "before") || EndsWithAny(before, "person")
                    : (before.Length == 0 || !char.IsAsciiLetter(before[^1])) && (after.Length == 0 || !char.IsAsciiLetter(after[0]));
                if (whole && (kind != "guest" || EndsWithAny(before.TrimEnd(), "person")))
                    return true;
            }
        }
        return false;
    }

    private static IEnumerable<string> Families(StaffMember member)
    {
        foreach (var name in Colleagues.Names(member).Where(n => n.Length > 1 && Colleagues.IsHan(n) && !Titles.IsNick(n)))
        {
            var family = name[..Pinyin.SurnameLength(name)];
            yield return family;
            foreach (var spelt in Pinyin.Spell(family))
                yield return spelt;
        }
        if (Colleagues.Names(member).First() is var first && !Colleagues.IsHan(first) && first.Contains(' ', StringComparison.Ordinal))
            yield return first.Split(' ')[^1];
    }

    private static bool IsEdge(char c) => !char.IsLetterOrDigit(c) || char.IsAsciiLetterOrDigit(c);

    private static bool EndsWithAny(string text, string kind) => Signs[kind].Any(s => text.EndsWith(s, StringComparison.Ordinal));

    private static bool StartsWithAny(string text, string kind) => Signs[kind].Any(s => text.StartsWith(s, StringComparison.Ordinal));

    private static List<string> InOrder(IEnumerable<string> ids, Organisation organisation)
    {
        var meant = ids.ToHashSet();
        return [.. organisation.Staff.Select(s => s.Id).Where(meant.Contains)];
    }
}
