using System.Collections.Concurrent;
using Microsoft.Graph;

namespace ComplaintBot.People.Graph;

/// <summary>Small pictures of staff from Microsoft Graph, kept for a day in the memory of this process and nowhere else.</summary>
public sealed partial class GraphPhotos(GraphServiceClient graph, TimeProvider time, ILogger<GraphPhotos> log)
{
    private const string Size = "48x48";
    private const int MostBytes = 256 * 1024;
    private const int MostKept = 2_000;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);
    private static readonly TimeSpan AgainAfterFailure = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<string, (DateTimeOffset Until, byte[]? Picture)> _pictures = new(
        StringComparer.OrdinalIgnoreCase
    );
    private string _said = "";

    /// <summary>The picture (JPEG) of somebody by their object id; null when they have none or it cannot be had now.</summary>
    public async Task<byte[]?> OfAsync(string person, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(person, out _))
            return null;
        if (_pictures.TryGetValue(person, out var kept) && kept.Until > time.GetUtcNow())
            return kept.Picture;
        var (picture, life) = await ReadAsync(person, cancellationToken);
        if (_pictures.Count >= MostKept)
            _pictures.Clear();
        _pictures[person] = (time.GetUtcNow() + life, picture);
        return picture;
    }

    private async Task<(byte[]? Picture, TimeSpan Life)> ReadAsync(string person, CancellationToken cancellationToken)
    {
        try
        {
            using var content = await graph.Users[person].Photos[Size].Content.GetAsync(cancellationToken: cancellationToken);
            using var bytes = new MemoryStream();
            await (content ?? Stream.Null).CopyToAsync(bytes, cancellationToken);
            return (bytes.Length is > 0 and <= MostBytes ? bytes.ToArray() : null, Kept);
        }
        catch (Microsoft.Kiota.Abstractions.ApiException e) when (e.ResponseStatusCode == StatusCodes.Status404NotFound)
        {
            // Most people have none.
            return (null, Kept);
        }
        catch (Exception e) when (GraphPart.Pictures.Problem(e, cancellationToken) is { } problem)
        {
            if (problem != _said)
                NotRead(log, _said = problem);
            return (null, AgainAfterFailure);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Problem} Initials are shown instead.")]
    private static partial void NotRead(ILogger logger, string problem);
}
