using System.ComponentModel;
using ComplaintBot.Operation;
using Spectre.Console.Cli;

namespace Workbench.TeamsApp;

/// <summary>The command <c>teams-package</c>: exit code 0 when the package is written.</summary>
internal sealed class TeamsPackageCommand : Command<TeamsPackageCommand.Settings>
{
    internal sealed class Settings : CommandSettings
    {
        [CommandOption("--app-id")]
        [Description("The bot's app id; else MicrosoftAppId of the environment.")]
        public string AppId { get; init; } = Environment.GetEnvironmentVariable("MicrosoftAppId") ?? "";

        [CommandOption("--url")]
        [Description("Where people reach the bot; else DirectLine__PublicBaseUrl of the environment.")]
        public string Url { get; init; } = Environment.GetEnvironmentVariable("DirectLine__PublicBaseUrl") ?? "";

        [CommandOption("--developer")]
        [Description("Whose app it is.")]
        public string Developer { get; init; } = "";

        [CommandOption("--website")]
        [Description("Their page; else the bot's address.")]
        public string? Website { get; init; }

        [CommandOption("--privacy")]
        [Description("Their page on privacy.")]
        public string Privacy { get; init; } = "";

        [CommandOption("--terms")]
        [Description("Their page with the terms of use.")]
        public string Terms { get; init; } = "";

        [CommandOption("--app-version")]
        [Description("Version such as 1.2.3, higher at each update.")]
        public string? AppVersion { get; init; }

        [CommandOption("--package-id")]
        [Description("The app's own id in Teams' catalogue; else the bot's app id.")]
        public string? PackageId { get; init; }

        [CommandOption("--color")]
        [Description("Colour behind the icon, such as #1d5b99.")]
        public string? Color { get; init; }

        [CommandOption("--name")]
        [Description("Name in a language, such as zh-tw=客訴; may be repeated.")]
        public IDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();

        [CommandOption("--full-name")]
        [Description("Full name in a language, such as en=\"Complaint desk\"; may be repeated.")]
        public IDictionary<string, string> FullNames { get; init; } = new Dictionary<string, string>();

        [CommandOption("--domain")]
        [Description("A further host whose pages the app may show; may be repeated.")]
        public string[] Domains { get; init; } = [];

        [CommandOption("--output")]
        [Description("The file to write; else artifacts/complaintbot-teams.zip.")]
        public string? Output { get; init; }
    }

    /// <inheritdoc/>
    protected override int Execute(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        var package = new TeamsPackage(Path.Combine(AppContext.BaseDirectory, "teams"));
        var refusals = package.Fill(Values(settings));
        foreach (var sentence in refusals)
            Console.Error.WriteLine(sentence);
        if (refusals.Count > 0)
            return CommandLine.NotUnderstood;

        var root = Environment.GetEnvironmentVariable("DOTNET_CONTENTROOT") ?? Directory.GetCurrentDirectory();
        var path = Path.GetFullPath(settings.Output ?? Path.Combine(root, "artifacts", "complaintbot-teams.zip"));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using (var file = File.Create(path))
            package.Write(file);
        Console.WriteLine(path);
        return 0;
    }

    private static TeamsAppValues Values(Settings settings) =>
        new()
        {
            AppId = settings.AppId,
            PackageId = settings.PackageId,
            Version = settings.AppVersion,
            PublicBaseUrl = settings.Url,
            Developer = settings.Developer,
            WebsiteUrl = settings.Website,
            PrivacyUrl = settings.Privacy,
            TermsOfUseUrl = settings.Terms,
            AccentColor = settings.Color,
            Domains = settings.Domains,
            Names = settings.Names.AsReadOnly(),
            FullNames = settings.FullNames.AsReadOnly(),
        };
}
