using System.Runtime.CompilerServices;
using Complaints.Organisations;

namespace Understanding.Questions.Names;

/// <summary>What the staff of an organisation can be called, ready to be looked up: read once for an organisation, so that a message
/// costs the same among fifty colleagues and among fifty thousand.</summary>
internal sealed class ColleagueNames
{
    private static readonly ConditionalWeakTable<Organisation, ColleagueNames> Known = [];
    private readonly Dictionary<string, List<StaffMember>> _han = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<StaffMember>> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<StaffMember>> _spelt = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<StaffMember>> _families = new(StringComparer.Ordinal);

    private ColleagueNames(Organisation organisation)
    {
        foreach (var member in organisation.Staff)
        {
            foreach (var name in Colleagues.Names(member).Distinct())
            {
                Add(_exact, name, member);
                if (name.Length > 1 && Colleagues.IsHan(name))
                    Add(_han, name, member);
            }
            foreach (var spelt in Colleagues.Spellings(member))
                Add(_spelt, spelt, member);
            foreach (var family in FamiliesOf(member).Distinct())
                Add(_families, family, member);
        }
        HanLengths = Lengths(_han.Keys);
        HanFamilyLengths = Lengths(_families.Keys.Where(Colleagues.IsHan));
        LetterFamilyLengths = Lengths(_families.Keys.Where(f => !Colleagues.IsHan(f)));
    }

    /// <summary>How many characters Chinese names have, ascending.</summary>
    public IReadOnlyList<int> HanLengths { get; }

    /// <summary>How many characters Chinese family names have, ascending.</summary>
    public IReadOnlyList<int> HanFamilyLengths { get; }

    /// <summary>How many letters family names in letters have, ascending.</summary>
    public IReadOnlyList<int> LetterFamilyLengths { get; }

    /// <summary>The names of an organisation.</summary>
    public static ColleagueNames Of(Organisation organisation) => Known.GetValue(organisation, o => new(o));

    /// <summary>Who has this whole Chinese name of two characters or more, folded.</summary>
    public IReadOnlyList<StaffMember> WithHan(ReadOnlySpan<char> name) => Find(_han, name);

    /// <summary>Who has this name or alias, folded.</summary>
    public IReadOnlyList<StaffMember> With(string name) => Find(_exact, name);

    /// <summary>Whose name is written so in letters, family name first or last.</summary>
    public IReadOnlyList<StaffMember> Spelt(string letters) => Find(_spelt, letters);

    /// <summary>Whose family name this is, in characters or letters, folded.</summary>
    public IReadOnlyList<StaffMember> OfFamily(ReadOnlySpan<char> family) => Find(_families, family);

    private static List<StaffMember> Find(Dictionary<string, List<StaffMember>> names, ReadOnlySpan<char> name) =>
        names.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var found) ? found : [];

    private static void Add(Dictionary<string, List<StaffMember>> names, string name, StaffMember member)
    {
        if (!names.TryGetValue(name, out var members))
            names[name] = members = [];
        members.Add(member);
    }

    private static IEnumerable<string> FamiliesOf(StaffMember member)
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

    private static int[] Lengths(IEnumerable<string> names) => [.. names.Select(n => n.Length).Distinct().Order()];
}
