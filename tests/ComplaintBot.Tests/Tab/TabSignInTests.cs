using System.Net;
using ComplaintBot.Cards;
using ComplaintBot.Tests.BotService.Servers;

namespace ComplaintBot.Tests.Tab;

/// <summary>Who gets into the tab: people of the organisation, by a token that its directory signed for this app. Everybody else hears
/// a sentence.</summary>
public sealed class TabSignInTests(TabSite site) : IClassFixture<TabSite>
{
    private static readonly CardStrings Strings = CardStrings.Load(Path.Combine(AppContext.BaseDirectory, "cards", "strings"));

    [Theory]
    [InlineData("api://complaints.example/botid-" + LocalIssuer.AppId, false)]
    [InlineData("api://botid-" + LocalIssuer.AppId, false)]
    [InlineData(LocalIssuer.AppId, true)]
    public async Task A_token_of_the_organisations_directory_gives_a_session_that_only_the_server_can_read(string audience, bool second)
    {
        using var answer = await site.SignInAsync(
            new
            {
                token = site.Token(
                    "aad-li-wei",
                    t =>
                    {
                        t.Claims["aud"] = audience;
                        if (second)
                            t.Claims["iss"] = $"https://login.microsoftonline.com/{site.Organisation.TenantId}/v2.0";
                    }
                ),
            }
        );
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single().ToLowerInvariant();
        foreach (var mark in new[] { "httponly", "secure", "samesite=none", "partitioned", "path=/tab", "max-age=3600" })
            Assert.Contains(mark, cookie, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("zh-TW")]
    [InlineData("en")]
    public async Task Every_other_token_gets_a_sentence_in_the_language_of_Teams(string language)
    {
        var wrong = new (string Name, string Person, Action<LocalIssuer.Token> Change, string Sentence)[]
        {
            ("expired", "aad-li-wei", t => t.Expires(TimeSpan.FromMinutes(-10)), "notProven"),
            ("another app", "aad-li-wei", t => t.Claims["aud"] = "99999999-2222-3333-4444-555555555555", "notProven"),
            ("a program", "aad-li-wei", t => t.Claims["idtyp"] = "app", "notProven"),
            ("another scope", "aad-li-wei", t => t.Claims["scp"] = "User.Read", "notProven"),
            ("nobody", "aad-li-wei", t => t.Claims.Remove("oid"), "notProven"),
            ("not signed", "aad-li-wei", t => t.Algorithm = "none", "notProven"),
            ("a signature of somebody else", "aad-li-wei", t => t.Sign = bytes => new byte[256], "notProven"),
            ("another directory", "aad-li-wei", t => t.Claims["iss"] = "https://sts.windows.net/another/", "otherOrganisation"),
            ("a guest", "aad-li-wei", t => t.Claims["tid"] = "another", "otherOrganisation"),
            ("an unknown colleague", "aad-nobody", _ => { }, "unknownColleague"),
        };
        foreach (var (name, person, change, sentence) in wrong)
        {
            using var answer = await site.SignInAsync(new { token = site.Token(person, change) }, language);
            Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{name}: {answer.StatusCode}");
            Assert.False(answer.Headers.Contains("Set-Cookie"), name);
            Assert.Equal(Strings.Text(language, "tab.refused." + sentence), await answer.Content.ReadAsStringAsync());
        }
    }

    [Theory]
    [InlineData("{\"as\":\"aad-li-wei\"}")]
    [InlineData("{\"token\":17}")]
    [InlineData("[]")]
    [InlineData("{")]
    public async Task Nobody_says_by_themselves_who_they_are_where_tokens_count(string body)
    {
        using var http = site.Client();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri("/tab/session", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("work", null)]
    [InlineData("board", null)]
    [InlineData("work", "complaint-tab=a.4102444800.YWFkLWxpLXdlaQ.AAAA")]
    public async Task Without_a_session_the_page_asks_Teams_and_shows_nothing(string page, string? cookie)
    {
        using var http = site.Client();
        if (cookie is not null)
            http.DefaultRequestHeaders.Add("Cookie", cookie);
        using var answer = await http.GetAsync(new Uri($"/tab/{page}?lang=en", UriKind.Relative));
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("data-sign-in", html, StringComparison.Ordinal);
        Assert.DoesNotContain("C-20260901", html, StringComparison.Ordinal);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("frame-ancestors https://*.cloud.microsoft https://teams.microsoft.com", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self' https://res.cdn.office.net;", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }
}
