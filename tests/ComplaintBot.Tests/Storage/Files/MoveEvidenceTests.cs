using ComplaintBot.Operation;
using ComplaintBot.Tests.Fixtures;

namespace ComplaintBot.Tests.Storage.Files;

/// <summary>The command <c>move-evidence</c>, there and back.</summary>
public sealed class MoveEvidenceTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Files_move_to_blobs_and_back_and_what_they_were_they_are(string engine)
    {
        await using var shelf = await Shelf.CreateAsync(engine);
        var inDatabase = shelf.Contents(null);
        for (byte i = 0; i < 5; i++)
            await shelf.AddAsync(inDatabase, "teams/" + i, [i, i]);
        var steps = new Steps();

        Assert.Equal(
            (0, "5 files with 10 bytes were moved to blob; each was read again and compared."),
            await MoveAsync(shelf, "blob", steps)
        );

        Assert.Equal(1, steps.Last);
        Assert.Equal(5, (await shelf.BlobsAsync()).Count);
        for (byte i = 0; i < 5; i++)
            Assert.Equal(([i, i], "blob:teams/" + i), await shelf.ReadAsync(inDatabase, "teams/" + i), new Same());

        Assert.Equal((0, "0 files with 0 bytes were moved to blob; each was read again and compared."), await MoveAsync(shelf, "blob"));
        Assert.Equal(0, (await MoveAsync(shelf, "folder")).Code);
        Assert.Equal(0, (await MoveAsync(shelf, "database")).Code);
        Assert.Empty(await shelf.BlobsAsync());
        Assert.Empty(Directory.GetFiles(shelf.Folder, "*", SearchOption.AllDirectories));
        for (byte i = 0; i < 5; i++)
            Assert.Equal(([i, i], null), await shelf.ReadAsync(inDatabase, "teams/" + i), new Same());
    }

    [Fact]
    public async Task A_content_that_is_missing_is_told_and_the_others_move()
    {
        await using var shelf = await Shelf.CreateAsync();
        await shelf.AddAsync(shelf.Contents("blob"), "teams/gone", [1]);
        await shelf.AddAsync(shelf.Contents("blob"), "teams/there", [2]);
        await shelf.Container.DeleteBlobAsync("teams/gone");

        var (code, said) = await MoveAsync(shelf, "database");

        Assert.Equal(1, code);
        Assert.Contains("MISSING: teams/gone", said, StringComparison.Ordinal);
        Assert.Null((await shelf.RowAsync("teams/there")).Place);
    }

    [Fact]
    public async Task A_place_that_nothing_tells_and_one_that_refuses_end_with_a_sentence()
    {
        await using var shelf = await Shelf.CreateAsync();
        await shelf.AddAsync(shelf.Contents(null), "teams/1", [1]);

        Assert.Equal(
            (2, "Nothing says where blob is: set Storage:BlobEndpoint."),
            await RunAsync("blob", "--ConnectionStrings:ComplaintBot=" + shelf.ConnectionString)
        );
        Assert.Equal(
            (2, "The blob storage refuses: ContainerNotFound (404)."),
            await RunAsync(
                "blob",
                "--ConnectionStrings:ComplaintBot=" + shelf.ConnectionString,
                "--Storage:BlobConnection=" + (await Azurite.SharedAsync()).Connection,
                "--Storage:BlobContainer=nowhere"
            )
        );
    }

    private static async Task<(int Code, string Said)> MoveAsync(Shelf shelf, string to, IProgress<WorkStep>? progress = null) =>
        await RunAsync(
            to,
            progress,
            "--ConnectionStrings:ComplaintBot=" + shelf.ConnectionString,
            "--Storage:BlobConnection=" + (await Azurite.SharedAsync()).Connection,
            "--Storage:BlobContainer=" + shelf.Container.Name,
            "--Storage:Folder=" + shelf.Folder
        );

    private static Task<(int Code, string Said)> RunAsync(string to, params string[] settings) => RunAsync(to, null, settings);

    private static async Task<(int Code, string Said)> RunAsync(string to, IProgress<WorkStep>? progress, params string[] settings)
    {
        await using var output = new StringWriter();
        var code = await MoveEvidenceCommand.RunAsync(settings, to, output, progress);
        return (code, output.ToString().TrimEnd());
    }

    private sealed class Steps : IProgress<WorkStep>
    {
        public double Last { get; private set; }

        public void Report(WorkStep value) => Last = value.Share;
    }

    private sealed class Same : IEqualityComparer<(byte[] Content, string? Place)>
    {
        public bool Equals((byte[] Content, string? Place) x, (byte[] Content, string? Place) y) =>
            x.Place == y.Place && x.Content.AsSpan().SequenceEqual(y.Content);

        public int GetHashCode((byte[] Content, string? Place) obj) => obj.Content.Length;
    }
}
