namespace ComplaintBot.Teams;

/// <summary>Registers what people do in Teams outside the chat with the bot.</summary>
public static class TeamsSetup
{
    /// <summary>Adds search, link previews and dialogs.</summary>
    public static IServiceCollection AddTeams(this IServiceCollection services)
    {
        services.AddSingleton<TicketLinks>();
        services.AddSingleton<Extension.SharedTicket>();
        services.AddSingleton<Extension.TicketFinder>();
        services.AddSingleton<Extension.LinkPreview>();
        services.AddSingleton<Extension.MessageComplaint>();
        services.AddSingleton<Dialogs.DialogForms>();
        return services;
    }
}
