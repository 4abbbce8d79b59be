using Complaints.Organisations;
using StringWithQuality = Microsoft.Net.Http.Headers.StringWithQualityHeaderValueComparer;

namespace ComplaintBot.Page;

/// <summary>The language a visitor is spoken to in: what they chose now, what they chose before, what their browser prefers.</summary>
internal static class PageLanguage
{
    public const string QueryKey = "locale";

    /// <summary>Name of the event by which the page tells that another language was chosen in the middle of a conversation.</summary>
    public const string Event = "page/language";

    public const string CookieName = "complaint-language";

    /// <summary>The choice in the address (<c>?locale=</c>), if there is one.</summary>
    public static string? Chosen(HttpRequest request) => Languages.FromTag(request.Query[QueryKey].ToString());

    /// <summary>One of <see cref="Languages.All"/>; the organisation's usual language when nothing is known.</summary>
    public static string Of(HttpRequest request) =>
        Chosen(request) ?? Languages.FromTag(request.Cookies[CookieName]) ?? Preferred(request) ?? Languages.All[0];

    /// <summary>Remembers a choice for a year.</summary>
    public static void Remember(HttpResponse response, string language, bool secure) =>
        response.Cookies.Append(
            CookieName,
            language,
            new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                MaxAge = TimeSpan.FromDays(365),
                SameSite = SameSiteMode.Lax,
                Secure = secure,
            }
        );

    /// <summary>The best of Accept-Language that we speak. A browser that speaks none of ours gets English.</summary>
    private static string? Preferred(HttpRequest request)
    {
        var accepted = request
            .GetTypedHeaders()
            .AcceptLanguage.Where(l => (l.Quality ?? 1) > 0 && l.Value != "*")
            .OrderByDescending(l => l, StringWithQuality.QualityComparer)
            .Select(l => l.Value.ToString())
            .ToList();
        var spoken = accepted.Find(tag => Speaks(tag, "zh") || Speaks(tag, "en"));
        return Languages.FromTag(spoken ?? accepted.FirstOrDefault());
    }

    private static bool Speaks(string tag, string language) =>
        tag.Equals(language, StringComparison.OrdinalIgnoreCase) || tag.StartsWith(language + "-", StringComparison.OrdinalIgnoreCase);
}
