using System.Text.RegularExpressions;

namespace Infra.Tests.Settings;

/// <summary>
/// The settings of the table in <c>docs/settings.md</c>: the names in the first column. A name without colon after one with a colon
/// stands below the same section (<c>`DirectLine:BotId`, `BotName`</c>). Rows with a bold name begin a group.
/// </summary>
internal static partial class DocumentedSettings
{
    private const string ReadByOthers = "**Read by ASP.NET Core, OpenTelemetry and Azure.Identity**";

    /// <summary>What the bot itself reads.</summary>
    public static IReadOnlyList<string> OfTheBot { get; } = [.. Rows().Where(r => r.Group != ReadByOthers).SelectMany(r => r.Names)];

    /// <summary>What the framework below it reads.</summary>
    public static IReadOnlyList<string> OfOthers { get; } = [.. Rows().Where(r => r.Group == ReadByOthers).SelectMany(r => r.Names)];

    private static IEnumerable<(string Group, IEnumerable<string> Names)> Rows()
    {
        var group = "";
        foreach (var line in Repository.Read("docs", "settings.md").Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal)))
        {
            var cell = line.Split('|')[1].Trim();
            if (cell.StartsWith("**", StringComparison.Ordinal))
                group = cell;
            else if (cell.StartsWith('`'))
                yield return (group, [.. Names(cell)]);
        }
    }

    private static IEnumerable<string> Names(string cell)
    {
        var section = "";
        foreach (var name in Code().Matches(cell).Select(m => m.Groups["name"].Value))
        {
            var colon = name.LastIndexOf(':');
            if (colon >= 0)
                section = name[..(colon + 1)];
            yield return colon >= 0 ? name : section + name;
        }
    }

    [GeneratedRegex("`(?<name>[^`]+)`", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Code();
}
