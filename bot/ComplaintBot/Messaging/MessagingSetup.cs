using ComplaintBot.BotService.Endpoint;
using ComplaintBot.Messaging.Conversations;
using ComplaintBot.Messaging.Receiving;
using ComplaintBot.Messaging.Sending;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ComplaintBot.Messaging;

/// <summary>Puts the way of messages into a host: inbox, mailbox, bot, outbox, sender.</summary>
public static class MessagingSetup
{
    /// <summary>Registers everything between the endpoint and the channels. The host adds the <see cref="Storage.Database"/>, its
    /// <see cref="IBot"/> and <see cref="IFailureNotice"/>, and further <see cref="IOutboundChannel"/>s.</summary>
    public static IServiceCollection AddMessaging(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ConversationReferences>();
        services.AddSingleton<DialogStates>();
        services.AddSingleton<Inbox>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<InboxAdapter>();
        services.AddSingleton<BotTurn>();
        services.AddSingleton<IInboxTurn>(s => new TypingWhileWorking(
            s.GetRequiredService<BotTurn>(),
            s.GetServices<IOutboundChannel>(),
            s.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton<IActivityReceiver, ActivityReceiver>();
        services.AddSingleton<RetrySchedule>(_ => new RetrySchedule());
        services.AddSingleton<IOutboundChannel, ConnectorChannel>();
        services.AddSingleton<Mailbox>();
        services.AddSingleton<OutboxSender>();
        services.AddHostedService(s => s.GetRequiredService<Mailbox>());
        services.AddHostedService(s => s.GetRequiredService<OutboxSender>());
        services.AddHostedService<MessageRetention>();
        services.AddHostedService<QueueFigures>();
        return services;
    }
}
