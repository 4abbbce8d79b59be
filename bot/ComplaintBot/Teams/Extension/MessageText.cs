using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Bot.Schema.Teams;

namespace ComplaintBot.Teams.Extension;

/// <summary>The words of somebody's message, without the HTML in which Teams hands it over.</summary>
internal static partial class MessageText
{
    /// <summary>The plain words; empty when there are none.</summary>
    public static string Of(MessageActionsPayloadBody? body)
    {
        var content = body?.Content ?? "";
        if (string.Equals(body?.ContentType, "text", StringComparison.OrdinalIgnoreCase))
            return content.Trim();
        var lines = LineEnd().Replace(content, "\n");
        var plain = WebUtility.HtmlDecode(Tag().Replace(lines, "")).Replace('\u00a0', ' ');
        return EmptyLines().Replace(plain, "\n").Trim();
    }

    [GeneratedRegex(@"<br\s*/?>|</(p|div|li|tr|h[1-6]|blockquote)>", Options, 1000)]
    private static partial Regex LineEnd();

    [GeneratedRegex(@"<[^>]*>", Options, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"[ \t]*\n\s*", Options, 1000)]
    private static partial Regex EmptyLines();

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
}
