using System.ComponentModel;
using System.Text.Json;
using Spectre.Console;
using Spectre.Console.Cli;

namespace ComplaintBot.Operation.FirstHour;

/// <summary>The commands <c>import-people</c> and <c>import-categories</c>: a table from a spreadsheet becomes entries of the organisation
/// file, after it was shown what changes.</summary>
internal abstract class ImportCommand(GivenSettings given, ImportKind kind) : AsyncCommand<ImportCommand.Arguments>
{
    /// <summary>Shows what changes, asks, writes; the exit code: 0 written or nothing to write, 1 the file would be wrong, 2 the table or
    /// the file cannot be read or nobody said yes.</summary>
    public static async Task<int> RunAsync(
        ImportKind kind,
        string[] settings,
        Arguments arguments,
        IAnsiConsole console,
        CancellationToken cancellationToken
    )
    {
        ImportPlan plan;
        var path = arguments.Organisation ?? WebApplication.CreateBuilder(settings).Configuration["Organisation:File"];
        if (string.IsNullOrEmpty(path))
            return Refuse(console, "Which file? Give --organisation FILE, or set Organisation:File.");
        try
        {
            var organisation = await File.ReadAllTextAsync(path, cancellationToken);
            plan = ImportPlan.Make(organisation, await File.ReadAllBytesAsync(arguments.Table, cancellationToken), kind);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException or JsonException)
        {
            return Refuse(console, e.Message);
        }
        foreach (var difference in plan.Differences)
            console.WriteLine(difference);
        console.WriteLine($"{plan.Differences.Count} to write; {plan.Untouched} of the file are not in the table and stay as they are.");
        if (plan.Problems.Count > 0)
        {
            console.WriteLine("The file would be wrong, so nothing is written:");
            foreach (var problem in plan.Problems)
                console.WriteLine("  " + problem);
            return 1;
        }
        if (plan.Differences.Count == 0)
            return 0;
        if (!arguments.Yes && !console.Profile.Capabilities.Interactive)
            return Refuse(console, "Nobody is there to be asked: --yes writes without a question.");
        if (!arguments.Yes && !await console.PromptAsync(new ConfirmationPrompt("Write that?") { DefaultValue = false }, cancellationToken))
            return Refuse(console, "Nothing was written.");
        await WriteAsync(path, plan.Text, cancellationToken);
        console.WriteLine($"{path} is written; the one before is {path}.bak. A bot that runs reads it within seconds.");
        return 0;
    }

    /// <inheritdoc/>
    protected override Task<int> ExecuteAsync(CommandContext context, Arguments settings, CancellationToken cancellationToken) =>
        RunAsync(kind, given.Arguments, settings, AnsiConsole.Console, cancellationToken);

    // A bot that runs must not find half a file.
    private static async Task WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        var next = path + ".new";
        await File.WriteAllTextAsync(next, text, cancellationToken);
        File.Copy(path, path + ".bak", overwrite: true);
        File.Move(next, path, overwrite: true);
    }

    private static int Refuse(IAnsiConsole console, string sentence)
    {
        console.WriteLine(sentence);
        return CommandLine.NotUnderstood;
    }

    internal sealed class Arguments : CommandSettings
    {
        [CommandArgument(0, "<FILE>")]
        [Description("The table: CSV with a line of column names, see docs/first-hour.md.")]
        public string Table { get; init; } = "";

        [CommandOption("--organisation <FILE>")]
        [Description("The organisation file; without it that of Organisation:File.")]
        public string? Organisation { get; init; }

        [CommandOption("--yes")]
        [Description("Write without a question.")]
        public bool Yes { get; init; }
    }
}

/// <summary>Staff from a table.</summary>
internal sealed class ImportPeopleCommand(GivenSettings given) : ImportCommand(given, ImportKind.People);

/// <summary>Categories from a table.</summary>
internal sealed class ImportCategoriesCommand(GivenSettings given) : ImportCommand(given, ImportKind.Categories);
