using ComplaintBot.BotService;
using ComplaintBot.BotService.Settings;
using DirectLine;
using Microsoft.Extensions.Options;

namespace ComplaintBot.Tab;

/// <summary>The tab of the Teams app: what it needs, and its addresses.</summary>
public static class TabSetup
{
    /// <summary>Adds the pages; they sign in by tokens of the organisation's directory.</summary>
    public static IServiceCollection AddTab(this IServiceCollection services)
    {
        services.AddSingleton(s => new TabTokens(
            s.GetRequiredService<BotFrameworkSettings>(),
            s.DirectoryKeys(),
            s.GetRequiredService<IOptions<DirectLineOptions>>(),
            s.GetRequiredService<TimeProvider>(),
            s.GetRequiredService<ILogger<TabTokens>>()
        ));
        services.AddSingleton<TabSession>();
        services.AddSingleton<TabFrame>();
        services.AddSingleton<ChatLinks>();
        services.AddSingleton<TabEndpoints>();
        return services;
    }

    /// <summary>Maps <c>/tab/work</c>, <c>/tab/board</c>, <c>/tab/photo</c> and <c>/tab/session</c>.</summary>
    public static void MapTab(this IEndpointRouteBuilder endpoints)
    {
        var tab = endpoints.ServiceProvider.GetRequiredService<TabEndpoints>();
        endpoints.MapGet(TabEndpoints.Path, () => Results.Redirect($"{TabEndpoints.Path}/{TabEndpoints.Work}"));
        endpoints.MapGet($"{TabEndpoints.Path}/{TabEndpoints.Work}", tab.WorkAsync);
        endpoints.MapGet($"{TabEndpoints.Path}/{TabEndpoints.Board}", tab.BoardAsync);
        endpoints.MapGet($"{TabEndpoints.Path}/{TabEndpoints.Photo}", (Delegate)tab.PhotoAsync);
        endpoints.MapPost($"{TabEndpoints.Path}/session", (Delegate)tab.SignInAsync);
    }
}
