using ComplaintBot.Cards;
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
        services.AddSingleton<Happenings>();
        services.AddSingleton<TurnEnd>();
        services.AddSingleton<Turns>();
        services.AddSingleton<Listener>();
        services.AddSingleton<IEvidenceStore, EvidenceStore>();
        return services;
    }
}
