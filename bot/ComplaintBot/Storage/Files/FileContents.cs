namespace ComplaintBot.Storage.Files;

/// <summary>
/// Contents of files that people sent: in their rows, or outside the database at a place that the row names. A content outside is
/// written before its row and deleted after it; in between it stands in <c>loose_files</c>, so that a process that dies leaves nothing
/// behind for ever and nothing is missing.
/// </summary>
public sealed class FileContents(Database database, FileSettings settings, TimeProvider time)
{
    // A turn takes seconds; a content without a row after that will never get one.
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    /// <summary>Puts a content where new files go, before the transaction that writes its row.</summary>
    public Task<KeptContent> KeepAsync(
        string name,
        ReadOnlyMemory<byte> content,
        string contentType,
        CancellationToken cancellationToken
    ) => KeepAsync(settings.Target, name, content, contentType, cancellationToken);

    /// <summary>The same at a place of this kind; null = in the row.</summary>
    public async Task<KeptContent> KeepAsync(
        string? kind,
        string name,
        ReadOnlyMemory<byte> content,
        string contentType,
        CancellationToken cancellationToken
    )
    {
        if (kind is null)
            return new(content.ToArray(), null);
        var place = $"{kind}:{name}";
        await database.ExecuteAsync(
            "INSERT INTO loose_files (place, due) VALUES (@place, @due) ON CONFLICT (place) DO UPDATE SET due = @due",
            new { place, due = time.GetUtcNow() + Patience },
            cancellationToken
        );
        await using var stream = BinaryData.FromBytes(content).ToStream();
        await PlaceOf(kind).WriteAsync(name, stream, contentType, cancellationToken);
        return new([], place);
    }

    /// <summary>In the transaction that writes the row: from now on the content belongs to it.</summary>
    public static async Task ClaimAsync(DbTransactionScope tx, KeptContent kept, CancellationToken cancellationToken)
    {
        if (kept.Place is { } place)
            await tx.ExecuteAsync("DELETE FROM loose_files WHERE place = @place", new { place }, cancellationToken);
    }

    /// <summary>In the transaction that removes rows, before they are removed: the contents of those that <paramref name="where"/> chooses
    /// will be deleted, too.</summary>
    public async Task ReleaseAsync(DbTransactionScope tx, string table, string where, object args, CancellationToken cancellationToken)
    {
        var places = await tx.QueryAsync<string>($"SELECT place FROM {table} WHERE {where} AND place IS NOT NULL", args, cancellationToken);
        foreach (var place in places)
            await ReleaseAsync(tx, place, cancellationToken);
    }

    /// <summary>In the transaction after which no row refers to a content any more.</summary>
    public Task ReleaseAsync(DbTransactionScope tx, string place, CancellationToken cancellationToken)
    {
        return tx.ExecuteAsync(
            "INSERT INTO loose_files (place, due) VALUES (@place, @due) ON CONFLICT (place) DO UPDATE SET due = @due",
            new { place, due = time.GetUtcNow() },
            cancellationToken
        );
    }

    /// <summary>A stream over the content of a row.</summary>
    /// <exception cref="FileNotFoundException">It is not where the row says.</exception>
    public async Task<Stream> OpenAsync(byte[] inRow, string? place, CancellationToken cancellationToken)
    {
        if (place is null)
            return new MemoryStream(inRow, writable: false);
        var (kind, name) = Parts(place);
        return await PlaceOf(kind).OpenAsync(name, cancellationToken);
    }

    /// <summary>Deletes contents that belong to nobody and are due; answers how many. One that cannot be deleted waits.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var due = await database.QueryAsync<string>(
            "SELECT place FROM loose_files WHERE due <= @now ORDER BY due LIMIT 500",
            new { now = time.GetUtcNow() },
            cancellationToken
        );
        foreach (var place in due)
        {
            var (kind, name) = Parts(place);
            await PlaceOf(kind).DeleteAsync(name, cancellationToken);
            await database.ExecuteAsync("DELETE FROM loose_files WHERE place = @place", new { place }, cancellationToken);
        }
        return due.Count;
    }

    private static (string Kind, string Name) Parts(string place)
    {
        var colon = place.IndexOf(':', StringComparison.Ordinal);
        return (place[..colon], place[(colon + 1)..]);
    }

    private IFilePlace PlaceOf(string kind) =>
        settings.Places.FirstOrDefault(p => p.Kind == kind)
        ?? throw new InvalidOperationException(
            $"A file lies at a place of the kind '{kind}', which is not configured (Storage:…); set it again, or move the files first."
        );
}

/// <summary>A content on its way into a row: what the row holds itself, and the place outside, if any.</summary>
public sealed record KeptContent(byte[] InRow, string? Place);
