using System.ComponentModel;
using System.Data.Common;
using Azure;
using ComplaintBot.Storage;
using ComplaintBot.Storage.Files;
using Spectre.Console;
using Spectre.Console.Cli;

namespace ComplaintBot.Operation;

/// <summary>The command <c>move-evidence</c>: moves contents of files between the database and Azure Blob Storage or a folder.</summary>
internal sealed class MoveEvidenceCommand(GivenSettings given) : AsyncCommand<MoveEvidenceCommand.Arguments>
{
    /// <summary>Moves with the settings given; the exit code: 0 everything is there, 1 some contents are missing, 2 a place cannot be
    /// used.</summary>
    public static async Task<int> RunAsync(string[] settings, string to, TextWriter output, IProgress<WorkStep>? progress = null)
    {
        var builder = WebApplication.CreateBuilder(settings);
        builder.Logging.ClearProviders();
        builder.Services.AddStorage(builder.Configuration);
        await using var app = builder.Build();
        try
        {
            var files = app.Services.GetRequiredService<FileSettings>();
            if (to != "database" && !files.Places.Any(p => p.Kind == to))
                throw new InvalidOperationException(
                    $"Nothing says where {to} is: set {(to == "blob" ? "Storage:BlobEndpoint" : "Storage:Folder")}."
                );
            var database = app.Services.GetRequiredService<Database>();
            await database.MigrateAsync(TimeProvider.System);
            var move = new MoveFiles(database, app.Services.GetRequiredService<FileContents>());
            var result = await move.RunAsync(to == "database" ? null : to, new Shares(progress), CancellationToken.None);
            await output.WriteLineAsync(
                $"{result.Moved} files with {result.Bytes:#,0} bytes were moved to {to}; each was read again and compared."
            );
            foreach (var id in result.Missing)
                await output.WriteLineAsync($"MISSING: {id} is not where its row says.");
            return result.Missing.Count == 0 ? 0 : 1;
        }
        catch (Exception e) when (e is DbException or ArgumentException or InvalidOperationException or IOException)
        {
            await output.WriteLineAsync(e.Message);
            return 2;
        }
        catch (RequestFailedException e)
        {
            await output.WriteLineAsync($"The blob storage refuses: {e.ErrorCode} ({e.Status}).");
            return 2;
        }
    }

    /// <inheritdoc/>
    protected override Task<int> ExecuteAsync(CommandContext context, Arguments settings, CancellationToken cancellationToken) =>
        WorkProgress.ShowAsync((output, progress) => RunAsync(given.Arguments, settings.To, output, progress));

    private sealed class Shares(IProgress<WorkStep>? told) : IProgress<double>
    {
        public void Report(double value) => told?.Report(new("Moving files", value));
    }

    internal sealed class Arguments : CommandSettings
    {
        [CommandOption("--to <PLACE>", isRequired: true)]
        [Description("Where the contents go: blob, folder or database. Places are configured by Storage:…; the bot may run meanwhile.")]
        public string To { get; init; } = "";

        public override ValidationResult Validate() =>
            To is "blob" or "folder" or "database"
                ? ValidationResult.Success()
                : ValidationResult.Error("--to is blob, folder or database.");
    }
}
