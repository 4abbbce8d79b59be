using System.Security.Cryptography;
using ComplaintBot.Storage.Files;
using ComplaintBot.Tests.Fixtures;

namespace ComplaintBot.Tests.Storage.Files;

/// <summary>Contents of files in the database, in a folder, and in Azure Blob Storage as Azurite serves it.</summary>
public sealed class FileContentsTests
{
    [Theory]
    [InlineData(TestDatabase.Sqlite, null)]
    [InlineData(TestDatabase.Sqlite, "folder")]
    [InlineData(TestDatabase.Sqlite, "blob")]
    [InlineData(TestDatabase.Postgres, "blob")]
    public async Task A_content_comes_back_as_it_was_from_wherever_it_lies(string engine, string? target)
    {
        await using var shelf = await Shelf.CreateAsync(engine);
        var contents = shelf.Contents(target);
        // Larger than one piece of an upload.
        var content = RandomNumberGenerator.GetBytes(9_500_000);

        await shelf.AddAsync(contents, "teams/1", content);

        var (read, place) = await shelf.ReadAsync(contents, "teams/1");
        Assert.Equal(content, read);
        Assert.Equal(target is null ? null : target + ":teams/1", place);
        Assert.Equal(target is null ? content.Length : 0, (await shelf.RowAsync("teams/1")).InRow.Length);
    }

    [Fact]
    public async Task The_blob_has_its_content_type_and_nobody_reads_it_without_a_key()
    {
        await using var shelf = await Shelf.CreateAsync();
        await shelf.AddAsync(shelf.Contents("blob"), "teams/1", [1, 2, 3]);

        var properties = await shelf.Container.GetBlobClient("teams/1").GetPropertiesAsync();
        Assert.Equal("image/png", properties.Value.ContentType);
        using var http = new HttpClient();
        using var answer = await http.GetAsync(shelf.Container.GetBlobClient("teams/1").Uri);
        Assert.False(answer.IsSuccessStatusCode);
    }

    [Theory]
    [InlineData("blob")]
    [InlineData("folder")]
    public async Task A_content_whose_row_was_never_written_is_deleted_after_an_hour_and_one_with_a_row_never(string target)
    {
        await using var shelf = await Shelf.CreateAsync();
        var contents = shelf.Contents(target);
        var lost = await contents.KeepAsync("teams/lost", new byte[] { 1 }, "image/png", CancellationToken.None);
        await shelf.AddAsync(contents, "teams/kept", [2]);

        Assert.Equal(0, await contents.SweepAsync(CancellationToken.None));
        shelf.Time.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal(1, await contents.SweepAsync(CancellationToken.None));

        await Assert.ThrowsAsync<FileNotFoundException>(() => contents.OpenAsync([], lost.Place, CancellationToken.None));
        Assert.Equal([2], (await shelf.ReadAsync(contents, "teams/kept")).Content);
    }

    [Fact]
    public async Task What_is_erased_is_gone_outside_the_database_too()
    {
        await using var shelf = await Shelf.CreateAsync();
        var contents = shelf.Contents("blob");
        await shelf.AddAsync(contents, "teams/1", [1]);
        await shelf.AddAsync(contents, "teams/2", [2]);

        await shelf.Database.WriteAsync(async tx =>
        {
            await contents.ReleaseAsync(tx, "evidence_files", "id = @id", new { id = "teams/1" }, CancellationToken.None);
            await tx.ExecuteAsync("DELETE FROM evidence_files WHERE id = 'teams/1'");
        });
        await contents.SweepAsync(CancellationToken.None);

        Assert.Equal(["teams/2"], await shelf.BlobsAsync());
    }

    [Fact]
    public async Task A_transaction_that_fails_releases_nothing()
    {
        await using var shelf = await Shelf.CreateAsync();
        var contents = shelf.Contents("blob");
        await shelf.AddAsync(contents, "teams/1", [1]);

        await Assert.ThrowsAsync<TimeoutException>(() =>
            shelf.Database.WriteAsync(async tx =>
            {
                await contents.ReleaseAsync(tx, "evidence_files", "id = @id", new { id = "teams/1" }, CancellationToken.None);
                throw new TimeoutException();
            })
        );
        await contents.SweepAsync(CancellationToken.None);

        Assert.Equal(["teams/1"], await shelf.BlobsAsync());
    }

    [Fact]
    public async Task A_place_that_is_not_configured_any_more_is_named()
    {
        await using var shelf = await Shelf.CreateAsync();
        await shelf.AddAsync(shelf.Contents("blob"), "teams/1", [1]);
        var without = new FileContents(shelf.Database, new(), shelf.Time);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => shelf.ReadAsync(without, "teams/1"));
        Assert.Contains("'blob'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_leads_out_of_the_folder_is_refused()
    {
        await using var shelf = await Shelf.CreateAsync();

        await Assert.ThrowsAsync<ArgumentException>(() =>
            new FolderPlace(shelf.Folder).WriteAsync("../x", Stream.Null, "text/plain", CancellationToken.None)
        );
    }
}
