using Browser.Tests.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>The chat behind a button on another site, put there by one script line.</summary>
[Collection(BrowserTests.Name)]
public sealed class EmbeddingTests(Chromium chromium)
{
    [Fact]
    public async Task One_script_line_puts_the_chat_on_an_allowed_site_in_the_language_of_its_page()
    {
        await using var shop = await StartShopAsync();
        await using var site = await EchoSite.StartAsync(null, ("Page:EmbedOrigins", $"https://other.example, {shop.Urls.First()}/"));
        await using var visitor = await Visitor.NewAsync(chromium, site.Address, language: "en-GB");
        await visitor.Page.GotoAsync($"{shop.Urls.First()}/?chat={site.Address}&lang=zh-Hant");
        var open = visitor.Page.GetByRole(AriaRole.Button, new() { Name = "投訴與服務" });
        await visitor.ShootAsync("embed-closed");
        await open.FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");

        var frame = visitor.Page.FrameLocator("iframe");
        await Assertions.Expect(frame.GetByText("您好！請用自己的話").First).ToBeVisibleAsync();
        var sendBox = frame.Locator("[data-id='webchat-sendbox-input']");
        await sendBox.FillAsync("你好");
        await sendBox.PressAsync("Enter");
        await Assertions.Expect(frame.Locator(".webchat__bubble__content", new() { HasText = "echo: 你好" })).ToBeVisibleAsync();
        await visitor.ShootAsync("embed-open");
        await sendBox.PressAsync("Escape");
        await Assertions.Expect(visitor.Page.Locator("iframe")).ToBeHiddenAsync();
        await Assertions.Expect(open).ToBeFocusedAsync();
        Assert.Empty(visitor.Faults);
    }

    [Fact]
    public async Task On_a_phone_the_chat_fills_the_screen_and_closes_again()
    {
        await using var shop = await StartShopAsync();
        await using var site = await EchoSite.StartAsync(null, ("Page:EmbedOrigins:0", shop.Urls.First()));
        await using var visitor = await Visitor.NewAsync(chromium, site.Address, Visitor.Phone);
        await visitor.Page.GotoAsync($"{shop.Urls.First()}/?chat={site.Address}&lang=en");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Complaints and service" }).ClickAsync();
        await Assertions.Expect(visitor.Page.FrameLocator("iframe").GetByText("Hello! Tell me").First).ToBeVisibleAsync();
        await visitor.ShootAsync("embed-phone");
        Assert.Equal(Visitor.Phone.Width, (await visitor.Page.GetByRole(AriaRole.Dialog).BoundingBoxAsync())!.Width);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Close the conversation" }).ClickAsync();

        await Assertions.Expect(visitor.Page.Locator("iframe")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task After_a_reload_of_the_other_site_the_conversation_goes_on()
    {
        await using var shop = await StartShopAsync();
        await using var site = await EchoSite.StartAsync(null, ("Page:EmbedOrigins:0", shop.Urls.First()));
        await using var visitor = await Visitor.NewAsync(chromium, site.Address);
        for (var visit = 0; visit < 2; visit++)
        {
            await visitor.Page.GotoAsync($"{shop.Urls.First()}/?chat={site.Address}&lang=en");
            await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Complaints and service" }).ClickAsync();
            var frame = visitor.Page.FrameLocator("iframe");
            var sendBox = frame.Locator("[data-id='webchat-sendbox-input']");
            await Assertions.Expect(sendBox).ToBeVisibleAsync();
            if (visit == 0)
            {
                await sendBox.FillAsync("from the shop");
                await sendBox.PressAsync("Enter");
            }
            await Assertions
                .Expect(frame.Locator(".webchat__bubble__content", new() { HasText = "echo: from the shop" }))
                .ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task A_site_that_is_not_in_the_settings_gets_no_button()
    {
        await using var shop = await StartShopAsync();
        await using var site = await EchoSite.StartAsync(null, ("Page:EmbedOrigins:0", "https://other.example"));
        await using var visitor = await Visitor.NewAsync(chromium, site.Address);
        var warned = new TaskCompletionSource<string>();
        visitor.Page.Console += (_, message) => warned.TrySetResult(message.Text);
        await visitor.Page.GotoAsync($"{shop.Urls.First()}/?chat={site.Address}&lang=en");

        Assert.Contains("Page:EmbedOrigins", await warned.Task, StringComparison.Ordinal);
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
    }

    /// <summary>A shop's page with the one line in it; the address of the chat and the page's language stand in the query.</summary>
    private static async Task<WebApplication> StartShopAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var shop = builder.Build();
        shop.MapGet(
            "/",
            (HttpContext http, string chat, string lang) =>
            {
                // As strict as sites get: scripts and frames from the chat's server only, no inline styles.
                http.Response.Headers.ContentSecurityPolicy = $"default-src 'none'; script-src {chat}; frame-src {chat}";
                return Results.Content(
                    $"<!doctype html><html lang='{lang}'><title>Shop</title><h1>Shop</h1>"
                        + $"<script src='{chat}/embed.js' async></script></html>",
                    "text/html; charset=utf-8"
                );
            }
        );
        await shop.StartAsync();
        return shop;
    }
}
