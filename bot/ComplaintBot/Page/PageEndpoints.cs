using ComplaintBot.Page.Assets;
using ComplaintBot.Page.Customers;
using ComplaintBot.Page.Embedding;
using ComplaintBot.Page.Html;
using DirectLine;
using Microsoft.Extensions.Options;

namespace ComplaintBot.Page;

/// <summary>The customer's page: what it needs, and its addresses.</summary>
public static class PageEndpoints
{
    /// <summary>
    /// Adds the page with the settings below <c>Page</c>; a setting that cannot work stops the start. The embedded Direct Line and the
    /// <see cref="People.OrganisationSource"/> must be registered as well.
    /// </summary>
    public static IServiceCollection AddCustomerPage(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddOptions<PageSettings>()
            .Configure(settings =>
            {
                var section = configuration.GetSection("Page");
                section.Bind(settings);
                // One environment variable instead of a list.
                if (section["EmbedOrigins"] is { Length: > 0 } together)
                    settings.EmbedOrigins = [together];
            })
            .ValidateOnStart();
        services.AddSingleton<IPostConfigureOptions<PageSettings>, SplitEmbedOrigins>();
        services.AddSingleton<IValidateOptions<PageSettings>, PageSettingsValidation>();
        services.PostConfigure<DirectLineOptions>(o => o.AllowedEvents = [.. o.AllowedEvents, PageLanguage.Event]);
        services.AddSingleton<PageAssets>();
        services.AddSingleton<PageEndpoint>();
        services.AddSingleton<EmbedEndpoint>();
        services.AddSingleton<CustomerCookie>();
        services.AddSingleton<TokenEndpoint>();
        return services;
    }

    /// <summary>Maps <c>/</c>, <c>/assets</c>, <c>/embed.js</c> and <c>/api/directline/token</c>.</summary>
    public static IEndpointRouteBuilder MapCustomerPage(this IEndpointRouteBuilder endpoints)
    {
        // Made at start, so that a missing file or a broken template is known at once and the first visitor does not wait.
        var services = endpoints.ServiceProvider;
        var (assets, page, embed, token) = (
            services.GetRequiredService<PageAssets>(),
            services.GetRequiredService<PageEndpoint>(),
            services.GetRequiredService<EmbedEndpoint>(),
            services.GetRequiredService<TokenEndpoint>()
        );
        string[] read = [HttpMethods.Get, HttpMethods.Head];
        endpoints.MapMethods("/", read, page.HandleAsync);
        endpoints.MapMethods(
            AssetEndpoint.Path + "/{name}",
            read,
            (HttpContext context, string name) => AssetEndpoint.HandleAsync(context, assets, name)
        );
        endpoints.MapMethods(EmbedEndpoint.Path, read, embed.HandleAsync);
        endpoints.MapPost("/api/directline/token", (Delegate)token.HandleAsync);
        return endpoints;
    }
}
