using System.Text.RegularExpressions;
using Infra.Tests.Bicep;
using Infra.Tests.Containers;

namespace Infra.Tests.Settings;

/// <summary>Code, document and files of deployment name the same settings.</summary>
public partial class SettingsTests
{
    private static readonly Lazy<Task<IReadOnlyList<string>>> Read = new(SettingsOfTheBot.ReadAsync);

    // Set by compose.yaml, main.bicep or the unit for the framework below the bot.
    private static readonly HashSet<string> Others = new(DocumentedSettings.OfOthers, StringComparer.OrdinalIgnoreCase);

    [Fact]
    public async Task The_document_names_what_the_bot_reads_and_nothing_else() =>
        Assert.Equal(await Read.Value, DocumentedSettings.OfTheBot.Order());

    [Fact]
    public async Task The_example_of_an_environment_shows_every_setting_and_none_that_nobody_reads() =>
        AssertNames(await Read.Value, EnvironmentExample.All.Keys, everyOne: true);

    [Fact]
    public async Task Bicep_sets_or_names_every_setting_and_none_that_nobody_reads()
    {
        var main = Repository.Read("infra", "bicep", "main.bicep");
        var types = Repository.Read("infra", "bicep", "settings.bicep") + Repository.Read("infra", "bicep", "types.bicep");
        var variables = Property().Matches(main).Concat(Optional().Matches(types)).Select(m => m.Groups["name"].Value);

        AssertNames(await Read.Value, [.. variables, "ConnectionStrings__ComplaintBot"], everyOne: true);
    }

    [Theory]
    [InlineData("test")]
    [InlineData("production")]
    public async Task What_a_deployment_sets_is_read(string parameters) =>
        AssertNames(await Read.Value, Deployment.With(parameters).Settings.Keys, everyOne: false);

    [Fact]
    public async Task Compose_the_unit_and_the_image_set_only_what_is_read()
    {
        var unit = Repository.Read("infra", "complaintbot.service");
        var image = Repository.Read("infra", "Dockerfile");
        string[] variables =
        [
            .. ComposeFile.EnvironmentOf("bot-1").Keys,
            .. ComposeFile.EnvironmentOf("bot-2").Keys,
            .. UnitVariable().Matches(unit).Select(m => m.Groups["name"].Value),
            .. ImageVariable().Matches(image).Select(m => m.Groups["name"].Value),
        ];

        AssertNames(await Read.Value, variables, everyOne: false);
    }

    private static void AssertNames(IReadOnlyList<string> read, IEnumerable<string> variables, bool everyOne)
    {
        var names = variables.Select(v => SettingName.WithoutIndex(SettingName.OfVariable(v))).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Assert.Empty(names.Except(read, StringComparer.OrdinalIgnoreCase).Except(Others, StringComparer.OrdinalIgnoreCase));
        if (everyOne)
            Assert.Empty(read.Except(names, StringComparer.OrdinalIgnoreCase));
    }

    // A property that is written like an environment variable: `MicrosoftAppId: …`, `DirectLine__PublicBaseUrl: …`.
    [GeneratedRegex(@"[{ ](?<name>(?:[A-Z]\w*__\w+|MicrosoftApp\w+|[A-Z]+(?:_[A-Z]+)+)): ", RegexOptions.CultureInvariant)]
    private static partial Regex Property();

    [GeneratedRegex(@"^\s+(?<name>[A-Z]\w*): string\?", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Optional();

    [GeneratedRegex("^Environment=(?<name>[^=]+)=", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex UnitVariable();

    [GeneratedRegex(@"^(?:ENV|   ) (?<name>[A-Za-z_]+)=", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex ImageVariable();
}
