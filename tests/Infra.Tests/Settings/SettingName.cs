using System.Text.RegularExpressions;

namespace Infra.Tests.Settings;

/// <summary>The two spellings of a setting: <c>Page:Name</c>, and <c>Page__Name</c> as an environment variable.</summary>
internal static partial class SettingName
{
    /// <summary>The key of an environment variable, of a list only its name.</summary>
    public static string OfVariable(string variable) => variable.Replace("__", ":", StringComparison.Ordinal);

    /// <summary>A key without the number of an entry at its end.</summary>
    public static string WithoutIndex(string key) => Index().Replace(key, "");

    [GeneratedRegex(":[0-9]+$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Index();
}
