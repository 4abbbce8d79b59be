using ComplaintBot.BotService;
using ComplaintBot.BotService.Endpoint;
using ComplaintBot.Conversations;
using ComplaintBot.FirstContact;
using ComplaintBot.FollowUp;
using ComplaintBot.Handling.EvidenceAccess;
using ComplaintBot.Messaging;
using ComplaintBot.Model;
using ComplaintBot.Page;
using ComplaintBot.People;
using ComplaintBot.PersonalData;
using ComplaintBot.Quality;
using ComplaintBot.Reports;
using ComplaintBot.Reports.Downloads;
using ComplaintBot.Retraining;
using ComplaintBot.Storage;
using ComplaintBot.Tab;
using ComplaintBot.Teams;
using ComplaintBot.Telemetry;
using ComplaintBot.WebChannel;
using ComplaintBot.Work;
using DirectLine;
using Microsoft.Extensions.Configuration.Memory;

namespace ComplaintBot;

/// <summary>The parts of the bot, in one place: whoever hosts it has all of them.</summary>
public static class BotHost
{
    /// <summary>Adds every part, from its settings.</summary>
    /// <exception cref="InvalidOperationException">A setting is wrong; the message names it.</exception>
    public static WebApplicationBuilder AddComplaintBot(this WebApplicationBuilder builder)
    {
        var (services, configuration) = (builder.Services, builder.Configuration);
        QuietFramework(builder.Configuration);
        services.AddOrganisation(configuration); // Organisation:File; re-read while running
        services.AddStorage(configuration); // ConnectionStrings:ComplaintBot; SQLite file or PostgreSQL
        services.AddBotService(configuration); // MicrosoftAppId …, Auth:Mode; local mode without an app id
        services.AddWebChannel(configuration); // DirectLine:…; visitors of the chat page
        services.AddCustomerPage(configuration); // Page:…; the chat page at /
        services.AddMessaging(); // inbox, mailbox, outbox
        services.AddUnderstanding(); // what messages mean; learns from closed complaints
        services.AddAzureOpenAi(configuration); // AzureOpenAI:…; a model before the local understanding
        services.AddConversations(); // how conversations go
        services.AddConversationParts(); // what is said to customers and staff
        services.AddFirstContact(configuration); // Graph:TeamsApp; people who never said hello
        services.AddReports(); // questions of staff, figures, files, reports by themselves
        services.AddWork(); // whose turn it is: "my work"
        services.AddTeams(); // search, link previews, dialogs
        services.AddTab(); // "my work" and the board as a tab in Teams
        services.AddQuality(); // the same problem again, many at once
        services.AddPersonalData(configuration); // PersonalData:KeepFor; export and erasure by admins
        services.AddFollowUp(configuration); // reminders, escalation, surveys: what happens by time
        services.AddTelemetry(configuration); // OTEL_EXPORTER_OTLP_ENDPOINT; traces and metrics
        return builder;
    }

    /// <summary>Opens every address that the bot answers.</summary>
    public static void MapComplaintBot(this WebApplication app)
    {
        app.MapBotMessages();
        app.MapDirectLine();
        app.MapCustomerPage();
        app.MapTab();
        app.MapReportFiles();
        app.MapEvidence();
        app.MapTicketLinks();
        app.MapExports();
        app.MapHealth();
    }

    // The log tells what happens to people and complaints, not each request; any other source of settings may want more.
    private static void QuietFramework(ConfigurationManager configuration) =>
        configuration.Sources.Insert(
            0,
            new MemoryConfigurationSource
            {
                InitialData = new Dictionary<string, string?>
                {
                    ["Logging:LogLevel:Microsoft"] = "Warning",
                    ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Information",
                    ["Logging:LogLevel:System"] = "Warning",
                },
            }
        );
}
