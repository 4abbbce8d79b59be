using System.Runtime.CompilerServices;
using ComplaintBot.Cards;

namespace ComplaintBot.Tests.Cards;

/// <summary>The real templates and strings of the repository.</summary>
internal static class CardFolders
{
    public static readonly string Repository = Root();
    public static readonly string Templates = Path.Combine(Repository, "cards", "templates");
    public static readonly CardStrings Strings = CardStrings.Load(Path.Combine(Repository, "cards", "strings"));
    public static readonly CardCatalog Catalog = CardCatalog.Load(Templates);

    private static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
