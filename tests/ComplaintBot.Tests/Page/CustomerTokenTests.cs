using System.Buffers.Text;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Browser.Tests.Running;

namespace ComplaintBot.Tests.Page;

/// <summary><c>POST /api/directline/token</c>: who a browser is and which conversation it goes on with.</summary>
public sealed class CustomerTokenTests : IAsyncLifetime, IDisposable
{
    private readonly HttpClient _http = new(new HttpClientHandler { UseCookies = false });
    private EchoSite? _site;

    public async Task InitializeAsync()
    {
        _site = await EchoSite.StartAsync();
        _http.BaseAddress = new Uri(_site.Address);
    }

    public async Task DisposeAsync() => await _site!.DisposeAsync();

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task A_browser_without_a_cookie_gets_a_customer_of_its_own_and_a_token_that_names_it()
    {
        var (first, second) = (await AskAsync(), await AskAsync());

        Assert.StartsWith("dl_", first.Text("userId"), StringComparison.Ordinal);
        Assert.NotEqual(first.Text("userId"), second.Text("userId"));
        Assert.NotEqual(first.Text("conversationId"), second.Text("conversationId"));
        Assert.False(first.Body.GetProperty("resume").GetBoolean());
        Assert.True(first.Body.GetProperty("expires_in").GetInt32() >= 1800);
        using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(first.Text("token").Split('.')[1]));
        Assert.Equal(first.Text("userId"), claims.RootElement.GetProperty("user").GetString());
        Assert.Equal(first.Text("conversationId"), claims.RootElement.GetProperty("conv").GetString());
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_of_other_sites()
    {
        var cookie = (await AskAsync()).SetCookie;

        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("max-age=34560000", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("secure", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Over_https_the_cookie_is_secure_and_inside_another_site_it_is_kept_apart()
    {
        var own = (await AskAsync(origin: $"https://{_http.BaseAddress!.Authority}")).SetCookie;
        var embedded = (await AskAsync(new { embedded = true }, origin: $"https://{_http.BaseAddress!.Authority}")).SetCookie;

        Assert.Contains("secure", own, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", own, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=none", embedded, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("partitioned", embedded, StringComparison.OrdinalIgnoreCase);
        Assert.NotEqual(own.Split('=')[0], embedded.Split('=')[0]);
    }

    [Fact]
    public async Task The_cookie_brings_back_a_conversation_that_was_started()
    {
        var first = await AskAsync();
        var before = await AskAsync(cookie: first.Cookie);
        await StartAsync(first);
        var after = await AskAsync(cookie: first.Cookie);

        Assert.False(before.Body.GetProperty("resume").GetBoolean());
        Assert.True(after.Body.GetProperty("resume").GetBoolean());
        Assert.All(
            [before, after],
            a => Assert.Equal((first.Text("userId"), first.Text("conversationId")), (a.Text("userId"), a.Text("conversationId")))
        );
    }

    [Fact]
    public async Task A_new_conversation_keeps_the_customer_and_is_remembered()
    {
        var first = await AskAsync();
        await StartAsync(first);
        var fresh = await AskAsync(new { startNew = true }, first.Cookie);
        var later = await AskAsync(cookie: fresh.Cookie);

        Assert.Equal(first.Text("userId"), fresh.Text("userId"));
        Assert.NotEqual(first.Text("conversationId"), fresh.Text("conversationId"));
        Assert.Equal(fresh.Text("conversationId"), later.Text("conversationId"));
    }

    [Fact]
    public async Task A_tab_that_still_shows_an_older_conversation_may_go_on_with_it()
    {
        var old = await AskAsync();
        await StartAsync(old);
        var fresh = await AskAsync(new { startNew = true }, old.Cookie);
        var again = await AskAsync(new { conversationId = old.Text("conversationId") }, fresh.Cookie);

        Assert.Equal(old.Text("conversationId"), again.Text("conversationId"));
        Assert.True(again.Body.GetProperty("resume").GetBoolean());
    }

    [Fact]
    public async Task Somebody_elses_conversation_is_not_given_away()
    {
        var theirs = await AskAsync();
        await StartAsync(theirs);
        var mine = await AskAsync();
        var tried = await AskAsync(new { conversationId = theirs.Text("conversationId") }, mine.Cookie);

        Assert.NotEqual(theirs.Text("conversationId"), tried.Text("conversationId"));
        Assert.Equal(mine.Text("userId"), tried.Text("userId"));
    }

    [Fact]
    public async Task A_changed_cookie_is_worth_nothing()
    {
        var (mine, theirs) = (await AskAsync(), await AskAsync());
        var parts = mine.Cookie.Split('=', 2)[1].Split('.');
        string[] forged =
        [
            $"complaint-customer={parts[0]}.{theirs.Text("userId")}.{parts[2]}.{parts[3]}",
            $"complaint-customer={parts[0]}.{parts[1]}.{theirs.Text("conversationId")}.{parts[3]}",
            $"complaint-customer={parts[0]}.{parts[1]}.{parts[2]}.",
            $"complaint-customer=other.{parts[1]}.{parts[2]}.{parts[3]}",
            "complaint-customer=%00.%22",
            "complaint-customer=",
        ];
        foreach (var cookie in forged)
        {
            var answer = await AskAsync(cookie: cookie);
            Assert.DoesNotContain(answer.Text("userId"), new[] { mine.Text("userId"), theirs.Text("userId") });
        }
    }

    [Theory]
    [InlineData("Origin", "https://stranger.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task A_page_of_another_site_gets_no_token(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/directline/token");
        request.Headers.TryAddWithoutValidation(header, value);
        using var response = await _http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("{", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    [InlineData("null", HttpStatusCode.BadRequest)]
    [InlineData("{\"conversationId\":7}", HttpStatusCode.BadRequest)]
    [InlineData("{\"unknown\":true}", HttpStatusCode.OK)]
    [InlineData("", HttpStatusCode.OK)]
    public async Task A_body_is_a_small_object_or_nothing(string body, HttpStatusCode expected)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _http.PostAsync(new Uri("/api/directline/token", UriKind.Relative), content);
        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task A_body_without_end_is_refused()
    {
        using var content = new StringContent($"{{\"conversationId\":\"{new string('x', 100_000)}\"}}", Encoding.UTF8, "application/json");
        using var response = await _http.PostAsync(new Uri("/api/directline/token", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("zh-HK", "zh-TW")]
    [InlineData("en-GB", "en")]
    [InlineData("zh-CN", "zh-CN")]
    public async Task The_answer_says_the_language_to_speak(string asked, string expected) =>
        Assert.Equal(expected, (await AskAsync(new { locale = asked })).Text("locale"));

    private async Task<Answer> AskAsync(object? body = null, string? cookie = null, string? origin = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/directline/token")
        {
            Content = body is null ? null : JsonContent.Create(body),
        };
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        using var response = await _http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        return new(await response.Content.ReadFromJsonAsync<JsonElement>(), response.Headers.GetValues("Set-Cookie").Single());
    }

    private async Task StartAsync(Answer answer)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v3/directline/conversations")
        {
            Content = JsonContent.Create(new { user = new { } }),
        };
        request.Headers.Authorization = new("Bearer", answer.Text("token"));
        using var response = await _http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }

    private sealed record Answer(JsonElement Body, string SetCookie)
    {
        public string Cookie => SetCookie.Split(';')[0];

        public string Text(string property) => Body.GetProperty(property).GetString()!;
    }
}
