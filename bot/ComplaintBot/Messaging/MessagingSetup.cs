using BotFramework.Builder;
using BotFramework.Hosting;
using ComplaintBot.Messaging.Conversations;
using ComplaintBot.Messaging.Receiving;
using ComplaintBot.Messaging.Sending;

namespace ComplaintBot.Messaging;

/// <summary>Registers the way of a message: inbox → mailbox → turn → outbox.</summary>
public static class MessagingSetup
{
    /// <summary>Adds it, with its two workers. Channels that are more special than the Bot Connector must be registered before.</summary>
    public static IServiceCollection AddMessaging(this IServiceCollection services)
    {
        services.AddSingleton<ConversationReferences>();
        services.AddSingleton<DialogStates>();
        services.AddSingleton<Inbox>();
        services.AddSingleton<IActivityReceiver, InboxReceiver>();
        services.AddSingleton<IInboxTurn, BotTurn>();
        services.AddSingleton<OutboxAdapter>();
        services.AddSingleton<CloudAdapter>(s => s.GetRequiredService<OutboxAdapter>());
        services.AddSingleton<Outbox>();
        services.AddSingleton<RetrySchedule>();
        services.AddSingleton<IOutboundChannel, ConnectorChannel>();
        services.AddSingleton<Mailbox>();
        services.AddHostedService(s => s.GetRequiredService<Mailbox>());
        services.AddSingleton<OutboxSender>();
        services.AddHostedService(s => s.GetRequiredService<OutboxSender>());
        return services;
    }
}
