using System.Text;
using ComplaintBot.BotService.Connector;
using ComplaintBot.BotService.Settings;
using DirectLine.Wire;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace ComplaintBot.Tests.BotService.Connector;

public sealed class AttachmentDownloadTests : IAsyncLifetime
{
    private readonly ConnectorBench _bench = ConnectorBench.Start("127.0.0.1");

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task A_picture_of_the_channel_is_fetched_with_the_token()
    {
        _bench.Stub.Then(200, "picture", "image/png");

        var bytes = await Downloader().DownloadAsync(Picture(), 100);

        Assert.Equal("picture", Encoding.UTF8.GetString(bytes));
        Assert.Equal("Bearer token-1", Assert.Single(_bench.Stub.Requests).Authorization);
    }

    [Fact]
    public async Task A_file_of_a_drive_never_sees_the_token()
    {
        _bench.Stub.Then(200, "file", "application/pdf");
        var file = new Attachment
        {
            ContentType = FileDownloadInfo.ContentType,
            Content = ProtocolJson.ToToken(new FileDownloadInfo { DownloadUrl = _bench.Stub.Url + "/f" }),
        };

        await Downloader().DownloadAsync(file, 100);

        Assert.Null(Assert.Single(_bench.Stub.Requests).Authorization);
    }

    [Fact]
    public async Task A_file_over_the_limit_is_not_read_to_its_end()
    {
        _bench.Stub.Then(200, new string('x', 1000));

        var failure = await Assert.ThrowsAsync<ChannelFailureException>(() => Downloader().DownloadAsync(Picture(), 100));

        Assert.Equal(ConnectorFailure.TooLarge, failure.Failure);
    }

    [Theory]
    [InlineData("https://evil.example/a.png", false)]
    [InlineData("http://169.254.169.254/latest", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("data:image/png;base64,AAAA", false)]
    [InlineData("https://contoso.sharepoint.com/a.pdf", true)]
    [InlineData("https://smba.trafficmanager.net/amer/v3/attachments/1/views/original", true)]
    public void Only_known_hosts_are_fetched_from(string url, bool allowed) =>
        Assert.Equal(allowed, Downloader().UrlOf(new Attachment { ContentType = "image/png", ContentUrl = url }) is not null);

    [Theory]
    [InlineData("http://127.0.0.1:1/a.png", true)]
    [InlineData("https://contoso.sharepoint.com/a.pdf", false)]
    public void Without_authentication_only_this_machine_is_fetched_from(string url, bool allowed) =>
        Assert.Equal(
            allowed,
            Downloader(AuthMode.Disabled).UrlOf(new Attachment { ContentType = "image/png", ContentUrl = url }) is not null
        );

    private AttachmentDownloader Downloader(AuthMode mode = AuthMode.Channel) =>
        new(_bench.Raw, _bench.Credentials, _bench.Trusted, _bench.Settings with { AuthMode = mode }, _bench.Time);

    private Attachment Picture() => new() { ContentType = "image/png", ContentUrl = _bench.Stub.Url + "/p" };
}
