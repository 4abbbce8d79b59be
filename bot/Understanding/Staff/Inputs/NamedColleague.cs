using System.Text.RegularExpressions;
using Complaints.Organisations;
using Understanding.Questions.Names;

namespace Understanding.Staff.Inputs;

/// <summary>A colleague or department named in a command.</summary>
internal static partial class NamedColleague
{
    /// <summary>The aadObjectId of the only colleague whom the words can mean; null when nobody or several fit.</summary>
    public static string? Id(Phrase name, Organisation organisation) =>
        Bare(name) is { Length: > 0 } words && Colleagues.Match(words, organisation) is [var single] ? single.Id : null;

    /// <summary>The id of the only colleague meant, else the name as written: then the answer says that it fits nobody or
    /// several.</summary>
    public static string IdOrName(Phrase name, Organisation organisation) => Id(name, organisation) ?? Bare(name);

    /// <summary>The id of the department with this name or alias, in any language; null when none fits.</summary>
    public static string? Department(Phrase name, Organisation organisation)
    {
        var words = DepartmentWords().Replace(name.Folded, "").Trim(' ', ',', ':', '。');
        return words.Length == 0
            ? null
            : organisation
                .Departments.FirstOrDefault(d => Names(d).Any(n => n == words || Stem().Replace(n, "") == Stem().Replace(words, "")))
                ?.Id;
    }

    private static IEnumerable<string> Names(Department department) =>
        department.Name.ByLanguage.Values.Concat(department.Aliases).Append(department.Id).Select(Writing.CharacterFolding.Fold);

    private static string Bare(Phrase name)
    {
        var text = name.Text;
        var folded = name.Folded.Substring(name.Written.IndexOf(text, StringComparison.Ordinal), text.Length);
        var (before, after) = (Leading().Match(folded).Length, Trailing().Match(folded));
        var end = after.Success ? after.Index : text.Length;
        return end <= before ? "" : CommandText.Trim(text[before..end]);
    }

    [GeneratedRegex(@"^(由|责任人|负责人|owner|by|to|for|assigned to)[\s:是]*", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Leading();

    [GeneratedRegex(@"\s*(来)?(负责|处理|跟进|接手|办理|'s|’s|to handle|to follow up|please|吧)$", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Trailing();

    [GeneratedRegex(@"^[\s,:]*(责任部门|部门|给|department|dept|to|for|the)[\s:是]*", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex DepartmentWords();

    [GeneratedRegex(@"(部门?|处|中心| (department|dept|team))$", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Stem();
}
