using Complaints.Organisations;
using Understanding.Writing;

namespace Understanding.Questions.Names;

/// <summary>Finds the colleagues whom a written name can mean: full name, alias, pinyin in either order, family name with a title,
/// given name, a part.</summary>
public static class Colleagues
{
    /// <summary>Everybody whom <paramref name="written"/> can mean: an exact name beats a spelling, a spelling beats a part. Empty
    /// when nobody fits. An aadObjectId means exactly that person.</summary>
    public static IReadOnlyList<StaffMember> Match(string written, Organisation organisation)
    {
        if (organisation.FindStaff(written) is { } byId)
            return [byId];
        var name = Plain(written);
        if (name.Length == 0)
            return [];
        var names = ColleagueNames.Of(organisation);
        Func<IReadOnlyList<StaffMember>>[] ways =
        [
            () => names.With(name),
            () => names.Spelt(Letters(name)),
            () => [.. organisation.Staff.Where(s => IsTitled(name, s))],
            () => [.. organisation.Staff.Where(s => IsPart(name, s))],
        ];
        return ways.Select(way => way()).FirstOrDefault(found => found.Count > 0) ?? [];
    }

    /// <summary>A member's names, folded: as in the file and the aliases.</summary>
    internal static IEnumerable<string> Names(StaffMember member) =>
        member.Aliases.Prepend(member.Name).Select(Plain).Where(n => n.Length > 0);

    /// <summary>A member's names as runs of letters: English names and pinyin, family name first or last.</summary>
    internal static IReadOnlySet<string> Spellings(StaffMember member)
    {
        var spellings = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in Names(member))
        {
            if (IsHan(name))
            {
                var family = Pinyin.SurnameLength(name);
                foreach (var first in Pinyin.Spell(name[..family]))
                {
                    foreach (var given in Pinyin.Spell(name[family..]))
                        spellings.UnionWith([first + given, given + first]);
                }
            }
            else
            {
                var words = name.Split([' ', '-', '.'], StringSplitOptions.RemoveEmptyEntries);
                spellings.UnionWith([string.Concat(words), string.Concat(words.Reverse())]);
            }
        }
        return spellings;
    }

    /// <summary>True when all characters are Chinese.</summary>
    internal static bool IsHan(string text) => text.Length > 0 && text.All(c => c is >= '\u3400' and <= '\u9FFF');

    private static string Plain(string name) => CharacterFolding.Fold(name).Trim();

    private static string Letters(string name) => string.Concat(name.Where(char.IsAsciiLetter));

    /// <summary>小李, 老李, 阿伟, 李工, 李经理, Mr Li, manager Zhang.</summary>
    private static bool IsTitled(string name, StaffMember member)
    {
        if (Titles.Without(name) is not { } bare)
            return false;
        return Names(member)
            .Any(n =>
                IsHan(n)
                    ? n.StartsWith(bare, StringComparison.Ordinal)
                        || (n.Length > 1 && n[Pinyin.SurnameLength(n)..].EndsWith(bare, StringComparison.Ordinal))
                        || Pinyin.Spell(n[..Pinyin.SurnameLength(n)]).Contains(Letters(bare))
                    : n.Split(' ').Contains(bare)
            );
    }

    /// <summary>A given or family name, in characters, pinyin or English.</summary>
    private static bool IsPart(string name, StaffMember member)
    {
        var letters = Letters(name);
        return Names(member)
            .Any(n =>
            {
                if (!IsHan(n))
                    return n.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Any(w => w == name)
                        || (name.Length >= 3 && n.StartsWith(name, StringComparison.Ordinal));
                var family = Pinyin.SurnameLength(n);
                return IsHan(name)
                    ? n.Contains(name, StringComparison.Ordinal)
                    : letters.Length > 1 && (Pinyin.Spell(n[..family]).Contains(letters) || Pinyin.Spell(n[family..]).Contains(letters));
            });
    }
}
