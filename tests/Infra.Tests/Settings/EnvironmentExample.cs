using System.Text.RegularExpressions;

namespace Infra.Tests.Settings;

/// <summary>The settings that <c>infra/environment.example</c> sets or shows behind a #.</summary>
internal static partial class EnvironmentExample
{
    /// <summary>Environment variable to value.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } =
        Line()
            .Matches(Repository.Read("infra", "environment.example"))
            .ToDictionary(m => m.Groups["name"].Value, m => m.Groups["value"].Value);

    [GeneratedRegex("^#?(?<name>[A-Za-z][A-Za-z0-9_]*)=(?<value>.*)$", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Line();
}
