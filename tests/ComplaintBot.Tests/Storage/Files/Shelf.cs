using Azure.Storage.Blobs;
using ComplaintBot.Storage;
using ComplaintBot.Storage.Files;
using ComplaintBot.Tests.Fixtures;
using Microsoft.Extensions.Time.Testing;

namespace ComplaintBot.Tests.Storage.Files;

/// <summary>A database with a container of Azurite and a folder beside it.</summary>
internal sealed class Shelf : IAsyncDisposable
{
    private readonly TestDatabase _database;

    private Shelf(TestDatabase database, BlobContainerClient container) => (_database, Container) = (database, container);

    public BlobContainerClient Container { get; }

    public string Folder { get; } = Directory.CreateTempSubdirectory("complaintbot-files-").FullName;

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 21, 2, 0, 0, TimeSpan.Zero));

    public Database Database => _database.Database;

    public string ConnectionString => _database.ConnectionString;

    public static async Task<Shelf> CreateAsync(string engine = TestDatabase.Sqlite) =>
        new(await TestDatabase.CreateAsync(engine), await (await Azurite.SharedAsync()).ContainerAsync());

    /// <summary>Contents of which new ones go to a kind of place; null = the database.</summary>
    public FileContents Contents(string? target) =>
        new(Database, new() { Places = [new BlobPlace(Container), new FolderPlace(Folder)], Target = target }, Time);

    /// <summary>Keeps a content and its row, as a turn does.</summary>
    public async Task AddAsync(FileContents contents, string id, byte[] content)
    {
        var kept = await contents.KeepAsync(id, content, "image/png", CancellationToken.None);
        await Database.WriteAsync(async tx =>
        {
            await FileContents.ClaimAsync(tx, kept, CancellationToken.None);
            await tx.ExecuteAsync(
                """
                INSERT INTO evidence_files (id, sent_by, name, content_type, content, place, sha256, received_at)
                VALUES (@id, 'aad-li-wei', 'a.png', 'image/png', @InRow, @Place, '', 0)
                """,
                new
                {
                    id,
                    kept.InRow,
                    kept.Place,
                }
            );
        });
    }

    /// <summary>The content as somebody who opens the file gets it, and where it lies.</summary>
    public async Task<(byte[] Content, string? Place)> ReadAsync(FileContents contents, string id)
    {
        var (inRow, place) = await RowAsync(id);
        await using var stream = await contents.OpenAsync(inRow, place, CancellationToken.None);
        return ((await BinaryData.FromStreamAsync(stream)).ToArray(), place);
    }

    public async Task<(byte[] InRow, string? Place)> RowAsync(string id) =>
        (
            (await Database.ScalarAsync<byte[]>("SELECT content FROM evidence_files WHERE id = @id", new { id }))!,
            await Database.ScalarAsync<string>("SELECT place FROM evidence_files WHERE id = @id", new { id })
        );

    /// <summary>The names of all blobs.</summary>
    public async Task<IReadOnlyList<string>> BlobsAsync()
    {
        var names = new List<string>();
        await foreach (var blob in Container.GetBlobsAsync())
            names.Add(blob.Name);
        return names;
    }

    public async ValueTask DisposeAsync()
    {
        await Container.DeleteAsync();
        await _database.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
