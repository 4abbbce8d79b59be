using System.ComponentModel;
using System.Globalization;
using ComplaintBot.People;
using Spectre.Console;
using Spectre.Console.Cli;

namespace ComplaintBot.Operation.FirstHour;

/// <summary>The command <c>init</c>: ten questions, or their answers as options, become an organisation file that starts.</summary>
internal sealed class InitCommand(GivenSettings given) : AsyncCommand<InitCommand.Arguments>
{
    private static readonly string[] Weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    /// <summary>Asks what the arguments leave open and writes; the exit code: 0 written, 1 the answers make no right file, 2 it is not
    /// possible.</summary>
    public static async Task<int> RunAsync(string[] settings, Arguments given, IAnsiConsole console, CancellationToken cancellationToken)
    {
        if (File.Exists(given.File) && !given.Force)
            return Refuse(console, $"{given.File} is there already; --force replaces it.");
        var known = new Proposals();
        if (given.Graph is { } person)
        {
            var (proposals, problem) = await Proposals.FromGraphAsync(settings, person, given.Groups, cancellationToken);
            if (proposals is null)
                return Refuse(console, problem!);
            known = proposals;
        }
        if (!console.Profile.Capabilities.Interactive && Missing(given, known) is { Count: > 0 } missing)
            return Refuse(console, $"Nobody is there to be asked. Give {string.Join(", ", missing)}, or start it on a terminal.");

        var text = OrganisationDraft.Write(Ask(given, known, console));
        var result = OrganisationFile.Parse(text, given.File);
        if (result.Organisation is null)
        {
            console.WriteLine("The answers make no right file:");
            foreach (var problem in result.Problems)
                console.WriteLine("  " + problem);
            return 1;
        }
        await File.WriteAllTextAsync(given.File, text, cancellationToken);
        if (known.Staff.Count > 0)
            console.WriteLine(
                $"{result.Organisation.Staff.Count} of the staff are in it, {known.Staff.Count} of them from Microsoft Graph."
            );
        console.WriteLine($"{given.File} is written. Next: set Organisation:File to it, then: ComplaintBot doctor");
        return 0;
    }

    /// <inheritdoc/>
    protected override Task<int> ExecuteAsync(CommandContext context, Arguments settings, CancellationToken cancellationToken) =>
        RunAsync(given.Arguments, settings, AnsiConsole.Console, cancellationToken);

    private static Answers Ask(Arguments given, Proposals known, IAnsiConsole console)
    {
        string Text(string? option, string question, string? proposal) =>
            option
            ?? (
                console.Profile.Capabilities.Interactive
                    ? console.Prompt(
                        proposal is null ? new TextPrompt<string>(question) : new TextPrompt<string>(question).DefaultValue(proposal)
                    )
                    : proposal!
            );
        return new()
        {
            Name = Text(given.Name, "1. What is your company called?", known.Name),
            TimeZone = Text(given.TimeZone, "2. In which time zone does it work?", known.TimeZone),
            Tenant = Text(given.Tenant, "3. The id of your Microsoft Entra tenant (- = later)?", known.Tenant).Trim('-'),
            AdminName = Text(given.AdminName, "4. What is your own name?", known.AdminName),
            Staff = known.Staff,
            AdminId = Text(given.AdminId, "5. Your object id in Microsoft Entra?", known.AdminId),
            Departments = List(Text(given.Departments, "6. Which departments handle complaints?", known.Departments)),
            Categories = List(
                Text(given.Categories, "7. What do customers complain about (Billing=Customer Service, …)?", known.Categories)
            ),
            WorkingDays = Days(Text(given.Days, "8. On which days do you work?", known.Days)),
            Hours = List(Text(given.Hours, "9. In which hours?", known.Hours)),
            Days = int.TryParse(
                Text(given.Resolve, "10. In how many working days is an ordinary complaint resolved?", known.Resolve),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var days
            )
                ? Math.Clamp(days, 1, 365)
                : 10,
        };
    }

    private static List<string> Missing(Arguments given, Proposals known) =>
        [
            .. new (string Option, string? Value)[]
            {
                ("--name", given.Name ?? known.Name),
                ("--admin-name", given.AdminName ?? known.AdminName),
                ("--admin-id", given.AdminId ?? known.AdminId),
                ("--departments", given.Departments ?? known.Departments),
                ("--categories", given.Categories ?? known.Categories),
            }
                .Where(o => o.Value is null)
                .Select(o => o.Option),
        ];

    // "Mon-Fri" or "Mon, Tue, Sat".
    private static List<string> Days(string written)
    {
        var ends = written.Split('-', 2, StringSplitOptions.TrimEntries);
        var (from, to) = (Array.IndexOf(Weekdays, ends[0]), Array.IndexOf(Weekdays, ends[^1]));
        return ends.Length == 2 && from >= 0 && to >= from ? [.. Weekdays[from..(to + 1)]] : List(written);
    }

    private static List<string> List(string written) =>
        [.. written.Split([',', '，', '、', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static int Refuse(IAnsiConsole console, string sentence)
    {
        console.WriteLine(sentence);
        return CommandLine.NotUnderstood;
    }

    internal sealed class Arguments : CommandSettings
    {
        [CommandArgument(0, "[FILE]")]
        [Description("The file to write.")]
        [DefaultValue("organisation.json")]
        public string File { get; init; } = "organisation.json";

        [CommandOption("--force")]
        [Description("Replace a file that is there.")]
        public bool Force { get; init; }

        [CommandOption("--graph <WHO>")]
        [Description("Ask Microsoft Graph for what it knows: your address or object id. Needs MicrosoftApp… and User.Read.All.")]
        public string? Graph { get; init; }

        [CommandOption("--group <ID=ROLES>")]
        [Description(
            "With --graph: a group of Entra whose members are staff, such as 02bd9fd6-…=handler,frontline. May be given several times."
        )]
        public string[] Groups { get; init; } = [];

        [CommandOption("--name <NAME>")]
        [Description("The company's name.")]
        public string? Name { get; init; }

        [CommandOption("--time-zone <ZONE>")]
        [Description("Such as Asia/Shanghai.")]
        public string? TimeZone { get; init; }

        [CommandOption("--tenant <ID>")]
        [Description("The tenant of Microsoft Entra.")]
        public string? Tenant { get; init; }

        [CommandOption("--admin-name <NAME>")]
        [Description("The first member of staff.")]
        public string? AdminName { get; init; }

        [CommandOption("--admin-id <ID>")]
        [Description("Their object id.")]
        public string? AdminId { get; init; }

        [CommandOption("--departments <LIST>")]
        [Description("Names, separated by commas.")]
        public string? Departments { get; init; }

        [CommandOption("--categories <LIST>")]
        [Description("Names, separated by commas, each with its department behind =.")]
        public string? Categories { get; init; }

        [CommandOption("--days <DAYS>")]
        [Description("Such as Mon-Fri.")]
        public string? Days { get; init; }

        [CommandOption("--hours <HOURS>")]
        [Description("Such as 09:00-12:00, 13:30-18:00.")]
        public string? Hours { get; init; }

        [CommandOption("--resolve <DAYS>")]
        [Description("Working days for an ordinary complaint.")]
        public string? Resolve { get; init; }
    }
}
