using System.Text.Json;
using System.Text.Json.Nodes;

namespace AdaptiveCards.Templating;

/// <summary>An Adaptive Card template in the public templating language (<c>${…}</c>, <c>$data</c>, <c>$when</c>, <c>$root</c>,
/// <c>$index</c>), read once and bound many times. Works on JSON objects, never by replacing text, so data can not change the
/// card's structure. Safe for use by many threads.</summary>
public sealed class AdaptiveCardTemplate
{
    private readonly TemplateNode _root;

    /// <summary>Reads a template. Throws <see cref="TemplateException"/> with the place when an expression in it is wrong.</summary>
    public AdaptiveCardTemplate(JsonNode template)
    {
        ArgumentNullException.ThrowIfNull(template);
        _root = TemplateNode.Read(template, "");
    }

    /// <summary>Reads a template from JSON text. Throws <see cref="TemplateException"/> when the text is not JSON or an expression
    /// in it is wrong.</summary>
    public static AdaptiveCardTemplate Parse(string json)
    {
        try
        {
            return new AdaptiveCardTemplate(JsonNode.Parse(json) ?? throw new TemplateException("the template is null"));
        }
        catch (JsonException e)
        {
            throw new TemplateException($"the template is not JSON: {e.Message}", e);
        }
    }

    /// <summary>Binds the template to <paramref name="data"/> (which is not changed) and gives a new card. Null when a <c>$when</c>
    /// at the root drops everything. Throws <see cref="TemplateException"/> for what <paramref name="options"/> or the types in the
    /// data do not allow.</summary>
    public JsonNode? Expand(JsonNode? data, TemplateOptions? options = null) =>
        _root.Expand(new Binding(new Expressions.Scope(data, data, null), options ?? TemplateOptions.Default, new TextPlace("", "")));
}
