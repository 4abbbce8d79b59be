using ComplaintBot;
using ComplaintBot.Storage;
using ComplaintBot.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Infra.Tests.Settings;

/// <summary>
/// Which settings the bot reads: it is started with every setting that <c>infra/environment.example</c> shows, and what it asks for is
/// written down. What a program without the bot asks for, too, is ASP.NET Core's and not counted. A setting that is read only when
/// somebody comes, long after the start, would not be seen; the bot reads its settings at start, so that a wrong one stops it.
/// </summary>
internal static class SettingsOfTheBot
{
    // OpenTelemetry asks for every name of its standard; the one by which the bot decides stands for them. What is logged is decided
    // by the framework.
    private static bool IsOfOthers(string key) =>
        key.StartsWith("Logging:", StringComparison.Ordinal)
        || (key.StartsWith("OTEL_", StringComparison.Ordinal) && key != TelemetrySetup.Endpoint);

    /// <summary>Starts the bot once and tells the keys, such as <c>DirectLine:Limits:PerUser:Burst</c>; of a list only its
    /// name.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync()
    {
        var folder = Directory.CreateTempSubdirectory("complaint-bot-settings-").FullName;
        try
        {
            var values = Values(folder);
            var ofAspNet = await AskedAsync(folder, values, withBot: false);
            var ofAll = await AskedAsync(folder, values, withBot: true);
            var keys = ofAll
                .Except(ofAspNet, StringComparer.OrdinalIgnoreCase)
                .Where(k => !IsOfOthers(k))
                .Select(SettingName.WithoutIndex)
                .ToHashSet();
            return [.. keys.Where(k => !keys.Any(o => o.StartsWith(k + ":", StringComparison.OrdinalIgnoreCase))).Order()];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<IReadOnlyList<string>> AskedAsync(string folder, Dictionary<string, string?> values, bool withBot)
    {
        var asked = new AskedKeys();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = folder, EnvironmentName = "Production" });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(values);
        builder.Configuration.Sources.Add(asked);
        if (withBot)
            builder.AddComplaintBot();
        await using var app = builder.Build();
        if (withBot)
        {
            await app.Services.GetRequiredService<Database>().MigrateAsync(TimeProvider.System);
            app.MapComplaintBot();
        }
        await app.StartAsync();
        await app.StopAsync();
        return asked.All;
    }

    // The example's values, except what must be a file here.
    private static Dictionary<string, string?> Values(string folder)
    {
        var logo = Path.Combine(folder, "logo.svg");
        File.WriteAllText(logo, "<svg xmlns='http://www.w3.org/2000/svg'/>");
        var levels = Path.Combine(folder, "levels.txt");
        File.WriteAllText(levels, "");
        return new(EnvironmentExample.All.ToDictionary(s => SettingName.OfVariable(s.Key), s => (string?)s.Value))
        {
            ["urls"] = "http://127.0.0.1:0",
            ["ConnectionStrings:ComplaintBot"] = "Data Source=" + Path.Combine(folder, "complaints.db"),
            ["Organisation:File"] = Repository.PathOf("bot", "ComplaintBot", "organisation.example.json"),
            ["Page:Logo"] = logo,
            ["Customers:LevelsFile"] = levels,
            ["MicrosoftAppCertificatePath"] = null,
        };
    }
}
