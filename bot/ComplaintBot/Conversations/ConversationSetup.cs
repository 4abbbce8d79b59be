using Microsoft.Bot.Builder;
using ComplaintBot.Cards;
using ComplaintBot.Handling;
using ComplaintBot.Intake;
using ComplaintBot.LiveTalk;
using ComplaintBot.Messaging;

namespace ComplaintBot.Conversations;

/// <summary>Registers what is said to whom.</summary>
public static class ConversationSetup
{
    /// <summary>Adds words, cards and the conversations. Strings or templates that do not fit together stop the start.</summary>
    public static IServiceCollection AddConversations(this IServiceCollection services)
    {
        var cards = Path.Combine(AppContext.BaseDirectory, "cards");
        services.AddSingleton(_ => CardStrings.Load(Path.Combine(cards, "strings")));
        services.AddSingleton(_ => CardCatalog.Load(Path.Combine(cards, "templates")));
        services.AddSingleton(s => new CardRenderer(s.GetRequiredService<CardCatalog>(), s.GetRequiredService<CardStrings>()));
        services.AddSingleton<Speech>();
        services.AddSingleton<StaffTenant>();
        services.AddHostedService<StaffTenantNotice>();
        services.AddSingleton<IFailureNotice, FailureNotice>();
        services.AddSingleton<ITurnStore, SqlTurnStore>();
        services.AddSingleton<TurnEnd>();
        services.AddSingleton<Turns>();
        services.AddSingleton<IBot, ComplaintActivityHandler>();
        services.AddSingleton<IEvidenceStore, EvidenceStore>();

        services.AddSingleton<ICustomerLevels>(s =>
            s.GetRequiredService<IConfiguration>()["Customers:LevelsFile"] is { Length: > 0 } path
                ? new FileCustomerLevels(Existing(path))
                : new NoCustomerLevels()
        );
        services.AddSingleton<Listener>();
        services.AddSingleton<Filing>();
        services.AddSingleton<FileAndGoOn>();
        services.AddSingleton<Tickets.Reopening>();
        services.AddSingleton<INewComplaint>(s => s.GetRequiredService<Intake.Steps.NewMatter>());
        CustomerConversation.Steps.AddTo(services);

        services.AddSingleton<Talks>();
        services.AddSingleton<TalkEnd>();
        services.AddSingleton<CustomerSide>();

        services.AddSingleton<StaffActions>();
        services.AddSingleton<Handling.Chasing.Chases>();
        StaffConversation.Steps.AddTo(services);
        return services;
    }

    // A wrong path stops the start instead of making everybody a standard customer.
    private static string Existing(string path) =>
        File.Exists(path) ? Path.GetFullPath(path) : throw new InvalidOperationException($"Customers:LevelsFile: {path} does not exist.");
}
