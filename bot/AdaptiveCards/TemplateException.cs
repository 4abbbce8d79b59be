namespace AdaptiveCards.Templating;

/// <summary>A card template that cannot be read, or in strict mode cannot be bound to its data. Always a mistake in a template or in
/// the code that feeds it, never in what a person typed.</summary>
public sealed class TemplateException : Exception
{
    /// <summary>Makes an exception without a place.</summary>
    public TemplateException()
        : this("The card template is wrong.") { }

    /// <summary>Makes an exception without a place.</summary>
    public TemplateException(string message)
        : this(message, "") { }

    /// <summary>Makes an exception with the exception behind it.</summary>
    public TemplateException(string message, Exception innerException)
        : base(message, innerException) => Place = "";

    /// <summary>Makes an exception that names the place in the template, for example <c>body[2].text</c>.</summary>
    public TemplateException(string message, string place)
        : base(place.Length == 0 ? message : $"{place}: {message}") => Place = place;

    /// <summary>Where in the template, as a path from its root; empty when unknown.</summary>
    public string Place { get; }
}
