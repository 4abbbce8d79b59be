using BotFramework.Authentication;
using BotFramework.Builder;
using BotFramework.Connector;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace BotFramework.Hosting;

/// <summary>Puts the protocol into a host's services.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>
    /// Adds authentication, connector and adapter by the settings of <paramref name="configuration"/>. Wrong settings stop the start with a
    /// <see cref="BotFrameworkSettingsException"/>. The host adds its <see cref="IActivityReceiver"/>, and may add its own
    /// <see cref="CloudAdapter"/>, <see cref="TimeProvider"/> or <see cref="IConnectorRoute"/>s, before or after.
    /// </summary>
    public static IServiceCollection AddBotFramework(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(_ => BotFrameworkSettingsReader.Read(configuration));
        services.AddHostedService<LoopbackGuard>();
        services.AddTransient<IStartupFilter, LoopbackGuardFilter>();
        AddAuthentication(services);
        AddConnector(services);
        services.TryAddSingleton<CloudAdapter>();
        services.TryAddSingleton<BotAdapter>(s => s.GetRequiredService<CloudAdapter>());
        return services;
    }

    private static void AddAuthentication(IServiceCollection services)
    {
        services.AddSingleton<OutboundHttp>();
        services.AddSingleton(s => new ChannelValidation(
            s.GetRequiredService<BotFrameworkSettings>(),
            MetadataOf(s, s.GetRequiredService<BotFrameworkSettings>().ChannelOpenIdMetadataUrl),
            Time(s)
        ));
        services.AddSingleton(s => new EmulatorValidation(
            s.GetRequiredService<BotFrameworkSettings>(),
            MetadataOf(s, s.GetRequiredService<BotFrameworkSettings>().EmulatorOpenIdMetadataUrl),
            Time(s)
        ));
        services.AddSingleton<BotFrameworkAuthentication>(s =>
            s.GetRequiredService<BotFrameworkSettings>().AuthMode == AuthMode.Disabled
                ? new DisabledAuthentication()
                : ActivatorUtilities.CreateInstance<ChannelAuthentication>(s)
        );
    }

    private static void AddConnector(IServiceCollection services)
    {
        services.AddSingleton<TrustedHosts>();
        services.AddSingleton<ThreadRateLimiter>();
        services.TryAddSingleton<IAccessTokenSource>(s => TokensOf(s, s.GetRequiredService<BotFrameworkSettings>()));
        services.AddSingleton(s => new RetryPolicy(s.GetRequiredService<BotFrameworkSettings>().ConnectorMaxAttempts));
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<ConnectorHttp>(s, Http(s)));
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<AttachmentDownloader>(s, Http(s)));
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<DriveUploader>(s, Http(s)));
        services.TryAddSingleton<IConnectorFactory, ConnectorFactory>();
    }

    private static IAccessTokenSource TokensOf(IServiceProvider services, BotFrameworkSettings settings)
    {
        if (settings.AuthMode == AuthMode.Disabled)
            return new NoAccessTokens();
        IAccessTokenRequester requester = settings
            is { LoginUrl: not null, AppType: not BotAppType.UserAssignedMSI, AppCertificatePath: null }
            ? new LoginUrlTokens(settings, Http(services), Time(services))
            : new AzureIdentityTokens(settings);
        return new CachedAccessTokens(requester, Time(services));
    }

    private static OpenIdMetadata MetadataOf(IServiceProvider services, Uri url) =>
        new(url, Http(services), Time(services), services.GetRequiredService<ILogger<OpenIdMetadata>>());

    private static HttpClient Http(IServiceProvider services) => services.GetRequiredService<OutboundHttp>().Client;

    private static TimeProvider Time(IServiceProvider services) => services.GetRequiredService<TimeProvider>();
}
