using DirectLine.Access;
using DirectLine.Activities;
using DirectLine.Endpoints;
using DirectLine.Streams;
using DirectLine.Uploads;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace DirectLine;

/// <summary>Puts the embedded Direct Line into a host.</summary>
public static class DirectLineSetup
{
    private const string Prefix = "/v3/directline";

    /// <summary>Registers Direct Line. The host also registers <see cref="IDirectLineStore"/> and <see cref="IDirectLineKeys"/>.</summary>
    public static IServiceCollection AddDirectLine(this IServiceCollection services, Action<DirectLineOptions> configure)
    {
        services.AddOptions<DirectLineOptions>().Configure(configure);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<DirectLineTokenService>();
        services.AddSingleton<DirectLineSignal>();
        services.AddSingleton<DirectLineGate>();
        services.AddSingleton<StreamTickets>();
        services.AddSingleton<UploadLinks>();
        services.AddSingleton<UploadReader>();
        services.AddSingleton<ActivitySets>();
        services.AddSingleton<TokenEndpoints>();
        services.AddSingleton<ConversationEndpoints>();
        services.AddSingleton<ActivityEndpoints>();
        services.AddSingleton<UploadEndpoints>();
        services.AddSingleton<StreamEndpoint>();
        services.AddHostedService<StreamWatch>();
        return services;
    }

    /// <summary>Maps <c>/v3/directline/*</c>. Addresses below it that do not exist answer 404 in Direct Line's own form.</summary>
    public static IEndpointRouteBuilder MapDirectLine(this IEndpointRouteBuilder endpoints)
    {
        var services = endpoints.ServiceProvider;
        var (tokens, conversations) = (services.GetRequiredService<TokenEndpoints>(), services.GetRequiredService<ConversationEndpoints>());
        var (activities, uploads) = (services.GetRequiredService<ActivityEndpoints>(), services.GetRequiredService<UploadEndpoints>());

        Map(endpoints, "POST", "/tokens/generate", tokens.GenerateAsync);
        Map(endpoints, "POST", "/tokens/refresh", tokens.RefreshAsync);
        Map(endpoints, "POST", "/conversations", conversations.StartAsync);
        Map(endpoints, "GET", "/conversations/{conversation}", http => conversations.ResumeAsync(http, Route(http, "conversation")));
        Map(endpoints, "GET", "/conversations/{conversation}/activities", http => activities.ReadAsync(http, Route(http, "conversation")));
        Map(endpoints, "POST", "/conversations/{conversation}/activities", http => activities.PostAsync(http, Route(http, "conversation")));
        Map(endpoints, "POST", "/conversations/{conversation}/upload", http => uploads.UploadAsync(http, Route(http, "conversation")));
        Map(
            endpoints,
            "GET",
            "/attachments/{conversation}/{upload}",
            http => uploads.DownloadAsync(http, Route(http, "conversation"), Route(http, "upload"))
        );
        MapStream(endpoints, services.GetRequiredService<StreamEndpoint>());
        endpoints.MapMethods(
            Prefix + "/{**any}",
            ["OPTIONS"],
            Guarded(services, http => Task.FromResult<IResult?>(Preflight.Answer(http)))
        );
        endpoints.Map(Prefix + "/{**any}", Guarded(services, _ => Task.FromResult<IResult?>(DirectLineError.NoSuchAddress)));
        return endpoints;
    }

    private static void Map(IEndpointRouteBuilder endpoints, string method, string path, Func<HttpContext, Task<IResult>> handler) =>
        endpoints.MapMethods(Prefix + path, [method], Guarded(endpoints.ServiceProvider, async http => await handler(http)));

    private static void MapStream(IEndpointRouteBuilder endpoints, StreamEndpoint stream)
    {
        var pipeline = endpoints.CreateApplicationBuilder();
        pipeline.UseWebSockets();
        pipeline.Run(Guarded(endpoints.ServiceProvider, http => stream.OpenAsync(http, Route(http, "conversation"))));
        endpoints.MapMethods(Prefix + "/conversations/{conversation}/stream", ["GET", "CONNECT"], pipeline.Build());
    }

    private static RequestDelegate Guarded(IServiceProvider services, Func<HttpContext, Task<IResult?>> handler)
    {
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger("DirectLine");
        return http => EveryOperation.RunAsync(http, handler, log);
    }

    private static string Route(HttpContext http, string name) => (string)http.Request.RouteValues[name]!;
}
