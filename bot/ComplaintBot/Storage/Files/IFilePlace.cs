namespace ComplaintBot.Storage.Files;

/// <summary>Somewhere outside the database where contents of files can lie. Names are made by the bot: letters, digits, "/" and
/// "-".</summary>
public interface IFilePlace
{
    /// <summary>The first part of the place that is written down in the database: "blob", "folder".</summary>
    string Kind { get; }

    /// <summary>Writes a content; one of the same name is replaced.</summary>
    Task WriteAsync(string name, Stream content, string contentType, CancellationToken cancellationToken);

    /// <summary>A stream over a content, which the caller closes.</summary>
    /// <exception cref="FileNotFoundException">There is none of that name.</exception>
    Task<Stream> OpenAsync(string name, CancellationToken cancellationToken);

    /// <summary>Removes a content; nothing when there is none.</summary>
    Task DeleteAsync(string name, CancellationToken cancellationToken);

    /// <summary>Asks whether contents can be written and read; throws what is wrong.</summary>
    Task CheckAsync(CancellationToken cancellationToken);
}
