using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Browser.Tests.Running;

namespace ComplaintBot.Tests.Page;

/// <summary>What the server answers for the page and its files.</summary>
public sealed partial class PageAnswerTests : IAsyncLifetime, IDisposable
{
    private readonly HttpClient _http = new(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.None });
    private EchoSite? _site;

    public async Task InitializeAsync()
    {
        _site = await EchoSite.StartAsync(
            null,
            ("Page:Name", "<b>Ünï & Söhne</b>{{nonce}}"),
            ("Page:EmbedOrigins", "https://a.example;https://b.example:8443/")
        );
        _http.BaseAddress = new Uri(_site.Address);
    }

    public async Task DisposeAsync() => await _site!.DisposeAsync();

    public void Dispose() => _http.Dispose();

    [Theory]
    [InlineData("/?locale=zh-TW", "en", "zh-TW")]
    [InlineData("/?locale=zh-Hant-HK", null, "zh-TW")]
    [InlineData("/?locale=en-US", "zh-CN", "en")]
    [InlineData("/", "zh-SG,zh;q=0.9,en;q=0.1", "zh-CN")]
    [InlineData("/", "de-DE,de;q=0.9,zh-TW;q=0.8,en;q=0.7", "zh-TW")]
    [InlineData("/", "en;q=0.2,zh-CN;q=0.4", "zh-CN")]
    [InlineData("/", "fr", "en")]
    [InlineData("/", "zh-CN;q=0, en", "en")]
    [InlineData("/", "*", "zh-CN")]
    [InlineData("/", null, "zh-CN")]
    [InlineData("/?locale=", "zh-TW", "zh-TW")]
    public async Task The_page_is_in_the_language_that_the_visitor_wants(string path, string? accepted, string expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accepted is not null)
            request.Headers.TryAddWithoutValidation("Accept-Language", accepted);
        using var response = await _http.SendAsync(request);
        Assert.Contains($"<html lang=\"{expected}\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_language_once_chosen_is_remembered()
    {
        using var chosen = await _http.GetAsync(new Uri("/?locale=zh-TW", UriKind.Relative));
        var again = await _http.GetStringAsync(new Uri("/", UriKind.Relative));
        Assert.Contains("<html lang=\"zh-TW\"", again, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_policy_allows_no_inline_script_and_nobody_else_and_names_who_may_frame()
    {
        using var response = await _http.GetAsync(new Uri("/", UriKind.Relative));
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        var nonce = NoncePattern().Match(policy).Groups[1].Value;
        Assert.Equal(
            $"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; style-src-attr 'unsafe-inline'; "
                + "img-src 'self' data: blob:; font-src 'self'; connect-src 'self' blob: data:; media-src 'self' blob:; worker-src blob:; "
                + "manifest-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; "
                + "frame-ancestors https://a.example https://b.example:8443",
            policy
        );
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("camera=()", response.Headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("X-Frame-Options"));
        Assert.True(response.Headers.CacheControl!.NoStore);

        using var next = await _http.GetAsync(new Uri("/", UriKind.Relative));
        Assert.NotEqual(policy, next.Headers.GetValues("Content-Security-Policy").Single());
        Assert.DoesNotMatch("<script(?![^>]* src=)", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Without_allowed_sites_nobody_may_frame_the_page()
    {
        await using var site = await EchoSite.StartAsync();
        using var response = await _http.GetAsync(new Uri(site.Address + "/"));
        Assert.EndsWith("frame-ancestors 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("DENY", response.Headers.GetValues("X-Frame-Options").Single());
    }

    [Fact]
    public async Task Settings_are_shown_as_text_and_never_as_markup()
    {
        var html = await _http.GetStringAsync(new Uri("/?locale=en", UriKind.Relative));
        Assert.Contains("<p>&lt;b&gt;Ünï &amp; Söhne&lt;/b&gt;{{nonce}}</p>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("br, gzip", "br")]
    [InlineData("gzip, deflate", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData(null, null)]
    public async Task A_file_comes_in_the_best_form_that_the_browser_takes(string? accepted, string? expected)
    {
        foreach (var path in await FilesAsync())
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            if (accepted is not null)
                request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
            using var response = await _http.SendAsync(request);
            var body = await response.Content.ReadAsByteArrayAsync();

            Assert.Equal(expected, response.Content.Headers.ContentEncoding.SingleOrDefault());
            Assert.Equal("public, max-age=31536000, immutable", response.Headers.CacheControl!.ToString());
            Assert.Equal("Accept-Encoding", response.Headers.Vary.Single());
            Assert.Contains(Fingerprint(Decode(body, expected)), path, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_file_that_the_browser_has_is_not_sent_again()
    {
        var path = (await FilesAsync())[0];
        using var first = await _http.GetAsync(new Uri(path, UriKind.Relative));
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await _http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Theory]
    [InlineData("/assets/page.js")]
    [InlineData("/assets/..%2f..%2fappsettings.json")]
    [InlineData("/assets/vendor.json")]
    [InlineData("/page.html")]
    [InlineData("/wwwroot/page.html")]
    public async Task Nothing_else_is_served(string path)
    {
        using var response = await _http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/embed.js")]
    public async Task Asking_only_for_the_head_is_answered_without_a_body(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var response = await _http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task The_line_for_other_sites_carries_its_settings()
    {
        using var response = await _http.GetAsync(new Uri("/embed.js", UriKind.Relative));
        var script = await response.Content.ReadAsStringAsync();
        Assert.Equal("text/javascript", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("cross-origin", response.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
        Assert.Contains("\"origins\":[\"https://a.example\",\"https://b.example:8443\"]", script, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", script, StringComparison.Ordinal);
    }

    private async Task<string[]> FilesAsync()
    {
        var html = await _http.GetStringAsync(new Uri("/", UriKind.Relative));
        return [.. FilePattern().Matches(html).Select(m => m.Groups[1].Value).Distinct()];
    }

    private static byte[] Decode(byte[] body, string? encoding)
    {
        using var source = new MemoryStream(body);
        using Stream plain = encoding switch
        {
            "br" => new BrotliStream(source, CompressionMode.Decompress),
            "gzip" => new GZipStream(source, CompressionMode.Decompress),
            _ => source,
        };
        using var target = new MemoryStream();
        plain.CopyTo(target);
        return target.ToArray();
    }

    private static string Fingerprint(byte[] content) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content))[..16];

    [GeneratedRegex("'nonce-([^']+)'")]
    private static partial Regex NoncePattern();

    [GeneratedRegex("\"(/assets/[^\"]+)\"")]
    private static partial Regex FilePattern();
}
