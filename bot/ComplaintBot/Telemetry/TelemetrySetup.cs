using System.Diagnostics;
using Npgsql;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace ComplaintBot.Telemetry;

/// <summary>Sends traces and metrics to whoever collects them, by OTLP.</summary>
public static class TelemetrySetup
{
    /// <summary>The setting that names the collector, as every program with OpenTelemetry calls it.</summary>
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Collects and sends when <see cref="Endpoint"/> is set; without it nothing is collected.</summary>
    /// <exception cref="InvalidOperationException">The endpoint is no http or https address.</exception>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration[Endpoint] is not { Length: > 0 } endpoint)
            return services;
        if (
            !Uri.TryCreate(endpoint, UriKind.Absolute, out var url) || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps)
        )
            throw new InvalidOperationException($"{Endpoint} must be an http or https address, not '{endpoint}'.");
        services
            .AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("complaintbot"))
            .WithTracing(traces =>
                traces
                    .AddSource(Spans.SourceName)
                    .AddNpgsql()
                    .AddOtlpExporter()
                    .AddAspNetCoreInstrumentation(o =>
                    {
                        // A load balancer asks every few seconds, a page's files are no business of a complaint.
                        o.Filter = http => http.Request.Method != HttpMethods.Get;
                        o.EnrichWithHttpResponse = (span, response) => WithoutPeople(span, response.HttpContext);
                    })
                    .AddHttpClientInstrumentation(o =>
                        o.EnrichWithHttpRequestMessage = (span, request) => WithoutPath(span, request.RequestUri)
                    )
            )
            .WithMetrics(metrics =>
                metrics
                    .AddMeter(Figures.MeterName)
                    .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel")
                    .AddHttpClientInstrumentation()
                    .AddRuntimeInstrumentation()
                    .AddOtlpExporter()
            );
        return services;
    }

    // Addresses name conversations and carry signed links; the route says as much as an operator needs. A browser's name is nobody's
    // business either.
    private static void WithoutPeople(Activity span, HttpContext http)
    {
        span.SetTag("url.path", (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "/");
        span.SetTag("url.query", null);
        span.SetTag("user_agent.original", null);
    }

    private static void WithoutPath(Activity span, Uri? address)
    {
        if (address is not null)
            span.SetTag("url.full", address.GetLeftPart(UriPartial.Authority));
    }
}
