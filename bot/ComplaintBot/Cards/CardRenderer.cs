using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using AdaptiveCards.Templating;

namespace ComplaintBot.Cards;

/// <summary>Makes cards from templates: words of one language, data of one complaint, actions as the client understands them.</summary>
public sealed class CardRenderer(CardCatalog catalog, CardStrings strings, bool strict = false)
{
    /// <summary>Largest card in bytes of UTF-8; Teams refuses messages of about 28 KB from older clients.</summary>
    public const int MaxBytes = 25_000;

    /// <summary>The name in the data under which a template finds the words: <c>${$root.t.state.received}</c>.</summary>
    public const string StringsRoot = "t";

    // Longest bound text in characters; the next one is tried when the card is too large. The whole text stays in the ticket.
    private static readonly int[] TextLimits = [1500, 500, 160, 60];
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The card of a template. <paramref name="data"/> is not changed; texts in it are shown as they are, whatever
    /// Markdown they hold. Throws <see cref="KeyNotFoundException"/> for an unknown template and <see cref="TemplateException"/>
    /// when data and template do not fit: both are bugs.</summary>
    public RenderedCard Render(string template, string language, JsonObject data, CardTarget target)
    {
        var source = catalog.Get(template);
        var root = Root(language, data, target);
        foreach (var limit in TextLimits)
        {
            var card =
                source.Expand(root, Options(limit)) as JsonObject
                ?? throw new TemplateException($"the template '{template}' gives no card");
            CardTrimming.Trim(card);
            CardActions.Adapt(card, target);
            if (SizeOf(card) <= MaxBytes)
                return new RenderedCard(
                    card,
                    card["fallbackText"]?.GetValue<string>()
                        ?? throw new TemplateException($"the template '{template}' has no fallbackText")
                );
        }
        throw new TemplateException($"the card '{template}' is larger than {MaxBytes} bytes; give it less rows");
    }

    /// <summary>Bytes of a card on the wire.</summary>
    public static int SizeOf(JsonNode card) => JsonSerializer.SerializeToUtf8Bytes(card, Compact).Length;

    private JsonObject Root(string language, JsonObject data, CardTarget target)
    {
        var root = (JsonObject)data.DeepClone();
        root[StringsRoot] = strings.Tree(language);
        root["web"] = target == CardTarget.Web;
        root["dialog"] = target == CardTarget.Dialog;
        return root;
    }

    private TemplateOptions Options(int limit) =>
        new()
        {
            Strict = strict,
            TrustedRoots = new HashSet<string> { StringsRoot },
            EncodeText = (place, text) => CardText.Encode(place, text, limit),
        };
}
