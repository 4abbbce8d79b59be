namespace AdaptiveCards.Templating;

/// <summary>Where a bound text lands: the <c>type</c> of the element (or, for parts without a type such as facts and choices, the name of
/// the list they are in) and the property, for example ("TextBlock", "text") or ("facts", "value").</summary>
public readonly record struct TextPlace(string Owner, string Property);

/// <summary>How a template is bound to data.</summary>
public sealed record TemplateOptions
{
    /// <summary>The usual way for a running bot: what is missing becomes nothing.</summary>
    public static readonly TemplateOptions Default = new();

    /// <summary>For tests: what is missing, null in the middle of a text, or a number used as a condition throws a
    /// <see cref="TemplateException"/>.</summary>
    public static readonly TemplateOptions Checked = new() { Strict = true };

    /// <summary>True = throw where the reference engine would show <c>${x}</c> or "[object Object]" to a person; false = show
    /// nothing there.</summary>
    public bool Strict { get; init; }

    /// <summary>Changes each text from the data before it is put into the card (Markdown escaping). Null = leave as it is.
    /// Not applied to conditions, nor to what comes from <see cref="TrustedRoots"/>.</summary>
    public Func<TextPlace, string, string>? EncodeText { get; init; }

    /// <summary>Names directly below <c>$root</c> whose texts are ours, not people's, and so need no encoding.</summary>
    public IReadOnlySet<string> TrustedRoots { get; init; } = new HashSet<string>();
}
