using ComplaintBot.Messaging.Sending;
using DirectLine;
using DirectLine.Access;

namespace ComplaintBot.WebChannel;

/// <summary>Puts the web visitors' channel into the host: Direct Line on the database, in and out through inbox and outbox.</summary>
public static class WebChannelSetup
{
    /// <summary>Registers it with the settings <c>DirectLine:…</c>. A wrong setting stops the start and says which.</summary>
    public static IServiceCollection AddWebChannel(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = configuration.GetSection("DirectLine");
        services.AddDirectLine(settings.Bind);
        services
            .AddOptions<DirectLineOptions>()
            .Validate(
                o => o.PublicBaseUrl is null or { IsAbsoluteUri: true, Scheme: "http" or "https" },
                "DirectLine:PublicBaseUrl must be an http or https address."
            )
            .Validate(o => o.TokenLifetime >= TimeSpan.FromSeconds(1), "DirectLine:TokenLifetime must be at least one second.")
            .Validate(
                o => o.TicketLifetime > TimeSpan.Zero && o.LinkLifetime > TimeSpan.Zero,
                "DirectLine:TicketLifetime and LinkLifetime must be positive."
            )
            .Validate(
                o => o.PollInterval > TimeSpan.Zero && o.KeepAlive > TimeSpan.Zero && o.SlowReaderLimit > TimeSpan.Zero,
                "DirectLine:PollInterval, KeepAlive and SlowReaderLimit must be positive."
            )
            .Validate(
                o =>
                    o is { MaxActivityBytes: > 0, MaxFileBytes: > 0, MaxFiles: > 0, MaxUploadBytes: > 0 }
                    && o is { MaxParallelUploads: > 0, MaxStreamsPerConversation: > 0 },
                "The DirectLine:Max… settings must be positive."
            )
            .Validate(
                o => o.Limits.All().All(l => l.Burst > 0 && l.Every > TimeSpan.Zero),
                "Each of DirectLine:Limits needs a positive Burst and Every."
            )
            .ValidateOnStart();
        services.AddSingleton<IDirectLineStore, SqlDirectLineStore>();
        services.AddSingleton<SqlDirectLineKeys>();
        services.AddSingleton<IDirectLineKeys>(s => s.GetRequiredService<SqlDirectLineKeys>());
        services.AddSingleton<IOutboundChannel, WebOutboundChannel>();
        return services;
    }
}
