using ComplaintBot.BotService.Connector;
using ComplaintBot.BotService.Endpoint;
using ComplaintBot.BotService.Proof;
using ComplaintBot.BotService.Settings;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ComplaintBot.BotService;

/// <summary>Puts what speaks with the Bot Service into a host: who may come in, and how answers leave.</summary>
public static class BotServiceSetup
{
    /// <summary>
    /// Adds endpoint, authentication and connector by the settings of <paramref name="configuration"/>. Wrong settings stop the start
    /// with a <see cref="BotFrameworkSettingsException"/>. The host adds its <see cref="IActivityReceiver"/>.
    /// </summary>
    public static IServiceCollection AddBotService(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(_ => BotFrameworkSettingsReader.Read(configuration));
        services.AddHostedService<LoopbackGuard>();
        services.AddTransient<IStartupFilter, LoopbackGuardFilter>();
        services.AddSingleton<OutboundHttp>();
        services.AddSingleton<TrustedHosts>();
        services.AddSingleton<BotCredentials>();
        services.AddSingleton(s => new ChannelTokens(Settings(s), KeysOf(s, Settings(s).ChannelOpenIdMetadataUrl), Time(s)));
        services.AddSingleton(s => new EmulatorTokens(Settings(s), s.DirectoryKeys(), Time(s)));
        services.AddSingleton<BotFrameworkAuthentication>(s => new StrictAuthentication(
            Settings(s),
            s.GetRequiredService<ChannelTokens>(),
            s.GetRequiredService<EmulatorTokens>(),
            new ConfigurationBotFrameworkAuthentication(
                SdkConfiguration.Of(Settings(s)),
                s.GetRequiredService<BotCredentials>(),
                httpClientFactory: s.GetRequiredService<OutboundHttp>()
            )
        ));
        services.AddSingleton<ThreadRateLimiter>();
        services.AddSingleton<Connectors>();
        services.AddSingleton<ConnectorCalls>();
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<AttachmentDownloader>(s, Http(s)));
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<DriveUploader>(s, Http(s)));
        return services;
    }

    /// <summary>The keys of the directory, which signs tokens of people and of the bot's own application.</summary>
    public static IssuerKeys DirectoryKeys(this IServiceProvider services) =>
        KeysOf(services, Settings(services).EmulatorOpenIdMetadataUrl);

    private static IssuerKeys KeysOf(IServiceProvider services, Uri url) =>
        new(url, Http(services), Time(services), services.GetRequiredService<ILogger<IssuerKeys>>());

    private static BotFrameworkSettings Settings(IServiceProvider services) => services.GetRequiredService<BotFrameworkSettings>();

    private static HttpClient Http(IServiceProvider services) => services.GetRequiredService<OutboundHttp>().Client;

    private static TimeProvider Time(IServiceProvider services) => services.GetRequiredService<TimeProvider>();
}
