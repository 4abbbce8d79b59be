using System.Buffers;
using System.Runtime.CompilerServices;
using Complaints.Organisations;
using Understanding.Learning.Sentences;
using Understanding.Questions.Names;
using Understanding.Writing;

namespace Understanding.Orders;

/// <summary>The ways in which people write the organisation's staff and departments: full name, alias, pinyin, given name, family
/// name with a title ("小李", "李工"), department with and without 部. Built once per organisation.</summary>
internal sealed class PartyNames
{
    private static readonly ConditionalWeakTable<Organisation, PartyNames> Built = [];

    private const string Words = "Orders.PartyWords.txt";

    private static readonly SearchValues<char> Ends = PhraseFiles.Signs(Words, "end");
    private static readonly IReadOnlyList<string> Han = PhraseFiles.Of(Words, "han"),
        Short = PhraseFiles.Of(Words, "short"),
        Latin = PhraseFiles.Of(Words, "latin");

    private readonly PhraseTable<string> _names;

    // The value of a name is the id of its department; that of a person is empty.
    private PartyNames(Organisation organisation) =>
        _names = new(
            organisation
                .Departments.SelectMany(d => OfDepartment(d).Select(n => (Name: n, d.Id)))
                .Concat(organisation.Staff.SelectMany(OfMember).Select(n => (Name: n, Id: "")))
                .Where(n => n.Name.Length > 1)
        );

    /// <summary>The names of an organisation.</summary>
    public static PartyNames Of(Organisation organisation) => Built.GetValue(organisation, o => new(o));

    /// <summary>Adds where they stand in a folded text.</summary>
    public void AddTo(string folded, List<Known> parts) =>
        parts.AddRange(_names.In(folded).Select(f => new Known(f.Start, f.Length, KnownParts.Party)));

    /// <summary>The id of the department that the words name; null when they name none.</summary>
    public string? Department(string words) =>
        _names.In(CharacterFolding.Fold(words)).Select(f => f.Value).FirstOrDefault(d => d.Length > 0);

    private static IEnumerable<string> OfMember(StaffMember member)
    {
        foreach (var name in Colleagues.Names(member))
        {
            yield return name;
            if (!Colleagues.IsHan(name))
            {
                foreach (var word in name.Split(' ', '-').Where(w => w.Length > 2))
                    yield return word;
                continue;
            }
            var family = Pinyin.SurnameLength(name);
            foreach (var title in Titles.Nicks)
            {
                yield return title + name[..family];
                yield return title + name[^1];
            }
            foreach (var title in Titles.OfColleagues)
                yield return name[..family] + title;
            if (name.Length - family > 1)
                yield return name[family..];
            foreach (var first in Pinyin.Spell(name[..family]))
            {
                foreach (var given in Pinyin.Spell(name[family..]))
                {
                    yield return $"{first} {given}";
                    yield return $"{given} {first}";
                    yield return first + given;
                    yield return given + first;
                    yield return $"mr {first}";
                    yield return $"ms {first}";
                }
            }
        }
    }

    private static IEnumerable<string> OfDepartment(Department department)
    {
        foreach (var written in department.Name.ByLanguage.Values.Concat(department.Aliases))
        {
            var name = CharacterFolding.Fold(written).Trim();
            yield return name;
            var stem = name[..(name.AsSpan().LastIndexOfAnyExcept(Ends) + 1)];
            IEnumerable<string> more =
                !Colleagues.IsHan(name) ? Called(name, Latin)
                : stem.Length < 2 ? []
                : stem.Length == 4 ? [.. Called(stem, Han), .. Called(stem[..2], Short), .. Called($"{stem[0]}{stem[2]}", Short)]
                : Called(stem, Han);
            foreach (var called in more)
                yield return called;
        }
    }

    private static IEnumerable<string> Called(string name, IReadOnlyList<string> forms) =>
        forms.Select(f => f.Replace("*", name, StringComparison.Ordinal));
}
