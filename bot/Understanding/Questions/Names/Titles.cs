using Understanding.Writing;

namespace Understanding.Questions.Names;

/// <summary>Titles before and behind names, from Titles.txt: 小李, 李工, 王女士, Mr Li.</summary>
internal static class Titles
{
    private const string File = "Questions.Names.Titles.txt";

    private static readonly IReadOnlyList<string> Guests = PhraseFiles.Of(File, "guest");

    private static readonly IReadOnlyList<string> Latin = PhraseFiles.Of(File, "latin");

    private static readonly IReadOnlyList<string> AllBehind =
    [
        .. PhraseFiles
            .Of(File)
            .Where(p => p.Name is "colleague" or "guest" or "elder")
            .Select(p => p.Phrase)
            .OrderByDescending(p => p.Length),
    ];

    /// <summary>What stands before a part of the name of somebody whom one knows well.</summary>
    public static IReadOnlyList<string> Nicks { get; } = PhraseFiles.Of(File, "nick");

    /// <summary>What stands behind the family name of a colleague.</summary>
    public static IReadOnlyList<string> OfColleagues { get; } = PhraseFiles.Of(File, "colleague");

    /// <summary>True for a name such as 小王, which many are called.</summary>
    public static bool IsNick(string name) => Nicks.Any(n => name.StartsWith(n, StringComparison.Ordinal));

    /// <summary>True for 何先生: colleagues are called 李经理, 张工, so that is a customer.</summary>
    public static bool IsGuest(string name) => Guests.Any(t => name.EndsWith(t, StringComparison.Ordinal));

    /// <summary>The name without its titles; null where it has none or is nothing else.</summary>
    public static string? Without(string name)
    {
        var bare = name;
        if (name.Length == 2 && IsNick(name))
            bare = name[1..];
        else if (AllBehind.FirstOrDefault(t => name.EndsWith(t, StringComparison.Ordinal)) is { } behind)
            bare = name[..^behind.Length];
        else if (
            Latin.FirstOrDefault(t =>
                name.StartsWith(t + " ", StringComparison.Ordinal) || name.StartsWith(t + ". ", StringComparison.Ordinal)
            ) is
            { } before
        )
            bare = name[before.Length..].TrimStart('.', ' ');
        return bare.Length > 0 && bare != name ? bare.Trim() : null;
    }
}
