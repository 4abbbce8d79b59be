using System.Text.Json;
using ComplaintBot.Page.Texts;
using ComplaintBot.People;
using Complaints.Organisations;
using Microsoft.Extensions.Options;

namespace ComplaintBot.Page.Embedding;

/// <summary>
/// <c>GET /embed.js</c>: one script line puts the chat behind a button on another site. Which sites may do so is said by
/// <see cref="PageSettings.EmbedOrigins"/>; the browser holds to it by the page's <c>frame-ancestors</c>.
/// </summary>
internal sealed class EmbedEndpoint(IOptions<PageSettings> settings, OrganisationSource organisation)
{
    public const string Path = "/embed.js";
    private const string Placeholder = "/*settings*/ null";

    private readonly string _source = File.ReadAllText(System.IO.Path.Combine(AppContext.BaseDirectory, "wwwroot", "embed.js"));

    public async Task HandleAsync(HttpContext context)
    {
        var response = context.Response;
        response.ContentType = "text/javascript; charset=utf-8";
        // The address has no fingerprint, as it stands in other people's pages: a change must reach them within the hour.
        response.Headers.CacheControl = "public, max-age=3600";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        if (!HttpMethods.IsHead(context.Request.Method))
            await response.WriteAsync(_source.Replace(Placeholder, Settings(), StringComparison.Ordinal), context.RequestAborted);
    }

    private string Settings()
    {
        var page = settings.Value;
        var accent = AccentColor.Parse(page.AccentColor);
        return JsonSerializer.Serialize(
            new
            {
                origins = page.EmbedOrigins,
                accent = accent.ToString(),
                onAccent = accent.TextOnIt.ToString(),
                texts = Languages.All.ToDictionary(
                    l => l,
                    l => new
                    {
                        open = PageTexts.In(l)["embedOpen"],
                        close = PageTexts.In(l)["embedClose"],
                        frame = PageTexts
                            .In(l)
                            .Format("embedFrame", page.Name is { Length: > 0 } name ? name : organisation.Current.Name.In(l)),
                    }
                ),
            },
            JsonSerializerOptions.Web
        );
    }
}
