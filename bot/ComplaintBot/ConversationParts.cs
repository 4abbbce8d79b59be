using ComplaintBot.Conversations;
using ComplaintBot.Handling;
using ComplaintBot.Intake;
using ComplaintBot.LiveTalk;
using ComplaintBot.Notices;
using Microsoft.Bot.Builder;

namespace ComplaintBot;

/// <summary>Registers what the rooms contribute to the conversations: their steps, commands and notices.</summary>
internal static class ConversationParts
{
    /// <summary>Adds the two conversations and everything that their steps need.</summary>
    public static IServiceCollection AddConversationParts(this IServiceCollection services)
    {
        services.AddSingleton<IBot, ComplaintActivityHandler>();
        services.AddSingleton<INotices, AllNotices>();
        services.AddSingleton<ICustomerLevels>(s =>
            s.GetRequiredService<IConfiguration>()["Customers:LevelsFile"] is { Length: > 0 } path
                ? new FileCustomerLevels(Existing(path))
                : new NoCustomerLevels()
        );
        services.AddSingleton<Filing>();
        services.AddSingleton<FileAndGoOn>();
        services.AddSingleton<Tickets.Reopening>();
        services.AddSingleton<Tickets.CodeTries>();
        services.AddSingleton<INewComplaint>(s => s.GetRequiredService<Intake.Steps.NewMatter>());
        CustomerConversation.Steps.AddTo(services);

        services.AddSingleton<Talks>();
        services.AddSingleton<TalkEnd>();
        services.AddSingleton<CustomerSide>();

        services.AddSingleton<StaffActions>();
        services.AddSingleton<ITicketsMeant, TicketsMeant>();
        services.AddSingleton<Handling.Guessing.StaffGuesses>();
        services.AddSingleton<BotService.BotAddress>();
        services.AddSingleton<Handling.EvidenceAccess.EvidenceLinks>();
        services.AddSingleton<Handling.EvidenceAccess.EvidenceFiles>();
        services.AddSingleton<Handling.EvidenceAccess.EvidenceReading>();
        services.AddSingleton<Handling.EvidenceAccess.EvidenceTalk>();
        services.AddSingleton<Handling.EvidenceAccess.FileToCustomer>();
        services.AddSingleton<Handling.Chasing.Chases>();
        StaffConversation.Steps.AddTo(services);
        return services;
    }

    // A wrong path stops the start instead of making everybody a standard customer.
    private static string Existing(string path) =>
        File.Exists(path) ? Path.GetFullPath(path) : throw new InvalidOperationException($"Customers:LevelsFile: {path} does not exist.");
}
