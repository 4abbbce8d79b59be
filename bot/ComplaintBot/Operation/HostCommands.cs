using System.ComponentModel;
using ComplaintBot.Operation.Doctor;
using ComplaintBot.Operation.FirstHour;
using ComplaintBot.People;
using ComplaintBot.Reports.Sums;
using ComplaintBot.Retraining;
using ComplaintBot.Storage;
using Spectre.Console.Cli;

namespace ComplaintBot.Operation;

/// <summary>What an operator can call the program with. Without a command the bot starts.</summary>
internal static class HostCommands
{
    /// <summary>Starts the bot or runs the command that the arguments name; the exit code.</summary>
    public static Task<int> RunAsync(string[] arguments)
    {
        var (settings, words) = HostArguments.Split(arguments);
        return words.Count == 0
            ? StartAsync([.. settings])
            : CommandLine.RunAsync(
                "ComplaintBot",
                words,
                c =>
                {
                    c.Settings.Registrar.RegisterInstance(new GivenSettings([.. settings]));
                    c.AddCommand<StartCommand>("start").WithDescription("Starts the bot, as without a command.");
                    c.AddCommand<VerifyAuditCommand>("verify-audit")
                        .WithDescription(
                            "Checks the hash chain of every complaint: "
                                + "exit code 0 all hold, 1 one is broken, 2 the database cannot be read."
                        );
                    c.AddCommand<InitCommand>("init")
                        .WithDescription(
                            "Asks ten questions and writes an organisation file that starts; for scripts the answers are options."
                        )
                        .WithExample("init", "organisation.json");
                    c.AddCommand<ImportPeopleCommand>("import-people")
                        .WithDescription("Adds and changes staff in the organisation file from a CSV table, after showing what changes.")
                        .WithExample("import-people", "people.csv", "--organisation", "organisation.json");
                    c.AddCommand<ImportCategoriesCommand>("import-categories").WithDescription("The same for categories.");
                    c.AddCommand<DoctorCommand>("doctor")
                        .WithDescription(
                            "Checks an installation and says in plain words what is wrong and how to mend it: "
                                + "exit code 0 nothing, 1 something."
                        );
                    c.AddCommand<MoveEvidenceCommand>("move-evidence")
                        .WithDescription("Moves files that people sent between the database, a folder and Azure Blob Storage.")
                        .WithExample("move-evidence", "--to", "blob", "--Storage:BlobEndpoint", "https://account.blob.core.windows.net");
                    c.AddCommand<MigrateCommand>("migrate")
                        .WithDescription("Moves everything from a SQLite file into an empty PostgreSQL database, and proves it.")
                        .WithExample(
                            "migrate",
                            "--from",
                            "\"Data Source=data/complaintbot.db\"",
                            "--to",
                            "\"Host=db;Database=complaintbot\""
                        );
                    c.AddCommand<LearnCommand>("learn")
                        .WithDescription("Learns from the examples inside the program, so that the bot starts at once; the build runs it.");
                    c.AddExample("--urls", "http://127.0.0.1:8080");
                    c.AddExample("verify-audit", "--ConnectionStrings:ComplaintBot", "\"Data Source=data/complaintbot.db\"");
                }
            );
    }

    private static async Task<int> StartAsync(string[] settings)
    {
        try
        {
            return await ServeAsync(settings);
        }
        catch (OrganisationFileException e)
        {
            // Where and what is wrong stands in the sentence; where the program was then helps nobody who mends the file.
            await Console.Error.WriteLineAsync(e.Message);
            return CommandLine.NotUnderstood;
        }
    }

    private static async Task<int> ServeAsync(string[] settings)
    {
        var builder = WebApplication.CreateBuilder(settings);
        if (builder.Configuration["urls"] is null)
            builder.WebHost.UseUrls("http://127.0.0.1:3978");
        builder.AddComplaintBot();

        var app = builder.Build();
        await app.Services.GetRequiredService<Database>().MigrateAsync(app.Services.GetRequiredService<TimeProvider>());
        await app.Services.GetRequiredService<SumTable>().EnsureAsync(app.Services.GetRequiredService<OrganisationSource>().Current);
        app.MapComplaintBot();
        await app.RunAsync();
        return 0;
    }

    [Description("Starts the bot, as without a command.")]
    private sealed class StartCommand(GivenSettings given) : AsyncCommand
    {
        protected override Task<int> ExecuteAsync(CommandContext context, CancellationToken cancellationToken) =>
            StartAsync(given.Arguments);
    }
}

/// <summary>The settings on the command line, as the configuration reads them.</summary>
internal sealed record GivenSettings(string[] Arguments);
