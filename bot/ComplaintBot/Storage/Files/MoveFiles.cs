using System.Security.Cryptography;

namespace ComplaintBot.Storage.Files;

/// <summary>Moves contents of files between the database and places outside, one after the other, while the bot runs. What is already
/// where it shall be is passed over, so that a move that was broken off is simply started again.</summary>
public sealed class MoveFiles(Database database, FileContents contents)
{
    private static readonly (string Table, string Prefix)[] Tables = [("direct_line_uploads", "web/"), ("evidence_files", "")];

    /// <summary>Moves everything to a kind of place (null = the database). Each content is read again where it was written and compared
    /// before the old one goes.</summary>
    public async Task<MoveResult> RunAsync(string? kind, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var (moved, bytes, failed) = (0, 0L, new List<string>());
        var left = new List<(string Table, string Prefix, string Id)>();
        foreach (var (table, prefix) in Tables)
        {
            var ids = await database.QueryAsync<string>(
                kind is null
                    ? $"SELECT id FROM {table} WHERE place IS NOT NULL ORDER BY id"
                    : $"SELECT id FROM {table} WHERE place IS NULL OR place NOT LIKE @there ORDER BY id",
                new { there = kind + ":%" },
                cancellationToken
            );
            left.AddRange(ids.Select(id => (table, prefix, id)));
        }
        for (var i = 0; i < left.Count; i++)
        {
            var (table, prefix, id) = left[i];
            try
            {
                bytes += await MoveAsync(table, prefix + id, id, kind, cancellationToken);
                moved++;
            }
            catch (FileNotFoundException)
            {
                failed.Add(id);
            }
            progress.Report((i + 1.0) / left.Count);
        }
        await contents.SweepAsync(cancellationToken);
        return new(moved, bytes, failed);
    }

    private async Task<long> MoveAsync(string table, string name, string id, string? kind, CancellationToken cancellationToken)
    {
        var row = await database.FirstOrDefaultAsync<FileRow>(
            $"SELECT content_type, content, place FROM {table} WHERE id = @id",
            new { id },
            cancellationToken
        );
        // Erased meanwhile.
        if (row is null)
            return 0;
        await using var stream = await contents.OpenAsync(row.Content, row.Place, cancellationToken);
        var content = (await BinaryData.FromStreamAsync(stream, cancellationToken)).ToMemory();
        var kept = await contents.KeepAsync(kind, name, content, row.ContentType, cancellationToken);
        await using (var again = await contents.OpenAsync(kept.InRow, kept.Place, cancellationToken))
        {
            var hash = await SHA256.HashDataAsync(again, cancellationToken);
            if (!hash.SequenceEqual(SHA256.HashData(content.Span)))
                throw new IOException($"The content of {id} is not the same where it was written; nothing was removed.");
        }
        await database.WriteAsync(
            async tx =>
            {
                var changed = await tx.ExecuteAsync(
                    $"UPDATE {table} SET content = @InRow, place = @Place WHERE id = @id",
                    new
                    {
                        kept.InRow,
                        kept.Place,
                        id,
                    },
                    cancellationToken
                );
                if (changed == 0)
                    return;
                await FileContents.ClaimAsync(tx, kept, cancellationToken);
                if (row.Place is { } old)
                    await contents.ReleaseAsync(tx, old, cancellationToken);
            },
            cancellationToken
        );
        return content.Length;
    }

    private sealed class FileRow
    {
        public string ContentType { get; init; } = "";

        public byte[] Content { get; init; } = [];

        public string? Place { get; init; }
    }
}

/// <summary>What was moved: how many contents, how many bytes, and the ids of those whose content was not where their row says.</summary>
public sealed record MoveResult(int Moved, long Bytes, IReadOnlyList<string> Missing);
