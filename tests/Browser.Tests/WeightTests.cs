using System.Text.Json;
using Browser.Tests.Running;
using Xunit.Abstractions;

namespace Browser.Tests;

/// <summary>What a visit costs a phone on a slow network: everything that crosses the wire, headers too.</summary>
[Collection(BrowserTests.Name)]
public sealed class WeightTests(Chromium chromium, ITestOutputHelper output)
{
    private const int MostOnFirstVisit = 850_000;
    private const int MostOnSecondVisit = 20_000;

    [Fact]
    public async Task The_first_visit_is_light_and_the_second_is_almost_free()
    {
        await using var site = await EchoSite.StartAsync();
        await using var visitor = await Visitor.NewAsync(chromium, site.Address, Visitor.Phone);
        var first = await BytesOfAsync(visitor, () => visitor.OpenAsync());
        var second = await BytesOfAsync(visitor, () => visitor.OpenAsync());

        output.WriteLine($"first visit {first} bytes, second visit {second} bytes");
        Assert.True(first is > 500_000 and <= MostOnFirstVisit, $"The first visit took {first} bytes.");
        Assert.True(second is > 0 and <= MostOnSecondVisit, $"The second visit took {second} bytes.");
    }

    private static async Task<long> BytesOfAsync(Visitor visitor, Func<Task> visit)
    {
        long bytes = 0;
        var browser = await visitor.Context.NewCDPSessionAsync(visitor.Page);
        await browser.SendAsync("Network.enable");
        browser.Event("Network.loadingFinished").OnEvent += (_, e) => bytes += (long)e!.Value.GetProperty("encodedDataLength").GetDouble();
        browser.Event("Network.webSocketFrameReceived").OnEvent += (_, e) => bytes += Frame(e!.Value);
        await visit();
        await browser.DetachAsync();
        return bytes;
    }

    private static int Frame(JsonElement e) => e.GetProperty("response").GetProperty("payloadData").GetString()!.Length;
}
