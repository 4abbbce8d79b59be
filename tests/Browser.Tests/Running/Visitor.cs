using System.Reflection;
using Microsoft.Playwright;

namespace Browser.Tests.Running;

/// <summary>A person with a browser of their own on the chat page. Everything the browser complained of and asked for is kept.</summary>
public sealed class Visitor : IAsyncDisposable
{
    public static readonly (int Width, int Height) Desktop = (1280, 800);
    public static readonly (int Width, int Height) Phone = (390, 844);

    /// <summary>What is left of a window of 1280 × 1024 when the page is shown at 400 %.</summary>
    public static readonly (int Width, int Height) FourTimesLarger = (320, 256);

    private readonly TaskCompletionSource _released = new();

    private Visitor(IBrowserContext context, IPage page, string address)
    {
        (Context, Address) = (context, address);
        Page = Watch(page);
    }

    public IPage Page { get; private set; }

    public IBrowserContext Context { get; }

    public string Address { get; }

    /// <summary>Errors on the console, uncaught errors, and violations of the Content-Security-Policy.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>Every address asked for, streams too.</summary>
    public List<string> Requests { get; } = [];

    public ILocator SendBox => Page.Locator("[data-id='webchat-sendbox-input']");

    /// <summary>Where the first words are written before Web Chat has loaded.</summary>
    public ILocator FirstWords => Page.Locator("#words");

    /// <summary>What was said before Web Chat has loaded, one element a message.</summary>
    public ILocator SaidFirst => Page.Locator("#told .mine");

    public ILocator Transcript => Page.Locator(".webchat__basic-transcript__transcript, [role='feed']").First;

    /// <summary>The cards in the conversation, without the screen reader's copies.</summary>
    public ILocator Card => Transcript.Locator(".webchat__adaptive-card-renderer");

    /// <summary>What the bot said, one element a message.</summary>
    public ILocator FromBot =>
        Transcript.Locator(
            ".webchat__stacked-layout:not(.webchat__stacked-layout--from-user), "
                + ".webchat__carousel-filmstrip:not(.webchat__carousel-filmstrip--from-user)"
        );

    /// <summary>What became of chosen files.</summary>
    public ILocator Files => Page.Locator("#files");

    public ILocator Banner => Page.Locator("#banner");

    /// <summary>A visitor who has not been here before.</summary>
    public static async Task<Visitor> NewAsync(
        Chromium chromium,
        string address,
        (int Width, int Height)? size = null,
        string language = "en",
        ColorScheme look = ColorScheme.Light,
        string zone = "Asia/Shanghai"
    )
    {
        var (width, height) = size ?? Desktop;
        var context = await chromium.Browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = height },
                DeviceScaleFactor = width < 600 ? 2 : 1,
                HasTouch = width < 600,
                Locale = language,
                ColorScheme = look,
                TimezoneId = zone,
            }
        );
        context.SetDefaultTimeout(60_000);
        return new Visitor(context, await context.NewPageAsync(), address);
    }

    /// <summary>Opens the page and waits for the bot's first words.</summary>
    public async Task OpenAsync(string path = "/")
    {
        await Page.GotoAsync(Address + path);
        await Assertions.Expect(Transcript.Locator("article").First).ToBeVisibleAsync();
    }

    /// <summary>From now on Web Chat does not load, until it is released.</summary>
    public Task HoldWebChatAsync() =>
        Page.RouteAsync(
            "**/assets/webchat.*.js",
            async route =>
            {
                await _released.Task;
                await route.ContinueAsync();
            }
        );

    /// <summary>Lets Web Chat load.</summary>
    public void ReleaseWebChat() => _released.TrySetResult();

    public async Task SayAsync(string text)
    {
        await SendBox.FillAsync(text);
        await SendBox.PressAsync("Enter");
    }

    /// <summary>Chooses files with the paper clip; they go out at once, with the text that is in the box.</summary>
    public Task AttachAsync(params FilePayload[] files) => Page.Locator("input[type=file]").SetInputFilesAsync(files);

    /// <summary>Waits until the bubble with these words can be seen; the screen reader's copy does not count.</summary>
    public Task SeesAsync(string words) => Assertions.Expect(Bubble(words).First).ToBeVisibleAsync();

    /// <summary>Waits until so many cards with these words have come.</summary>
    public Task SeesCardAsync(string words, int count = 1) =>
        Assertions
            .Expect(Transcript.Locator(".webchat__adaptive-card-renderer", new() { HasText = words }).Nth(count - 1))
            .ToBeVisibleAsync();

    /// <summary>The bubbles with these words.</summary>
    public ILocator Bubble(string words) => Transcript.Locator(".webchat__bubble__content", new() { HasText = words });

    /// <summary>Keeps what the visitor sees under artifacts/screens.</summary>
    public Task ShootAsync(string name) => Page.ScreenshotAsync(new() { Path = ScreenPath(name) });

    public static string ScreenPath(string name) => Path.Combine(Screens, name + ".png");

    /// <summary>Waits until no message of the visitor is on its way or failed.</summary>
    public async Task SeesAllSentAsync()
    {
        await Assertions.Expect(Page.GetByText("Sending", new() { Exact = false })).ToHaveCountAsync(0);
        await Assertions.Expect(Page.GetByText("Send failed", new() { Exact = false })).ToHaveCountAsync(0);
    }

    public Task CloseTabAsync() => Page.CloseAsync();

    public async Task OpenTabAsync() => Page = Watch(await Context.NewPageAsync());

    public Task<string> ConversationAsync() => AskAsync("conversationId");

    public Task<string> UserAsync() => AskAsync("userId");

    public Task<bool> ScrollsSidewaysAsync() => Page.EvaluateAsync<bool>("document.scrollingElement.scrollWidth > innerWidth");

    public async ValueTask DisposeAsync() => await Context.DisposeAsync();

    /// <summary>What the token endpoint says to this browser.</summary>
    private Task<string> AskAsync(string property) =>
        Page.EvaluateAsync<string>(
            "property => fetch('/api/directline/token', { method: 'POST' }).then(r => r.json()).then(r => r[property])",
            property
        );

    private IPage Watch(IPage page)
    {
        page.Console += (_, message) =>
        {
            // Web Chat sets an empty inline style once; nothing is missing without it.
            if (message.Text.StartsWith("Applying inline style violates", StringComparison.Ordinal))
                return;
            if (message.Type == "error" || message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
                Faults.Add(message.Text);
        };
        page.PageError += (_, error) => Faults.Add(error);
        page.Request += (_, request) => Requests.Add(request.Url);
        page.WebSocket += (_, socket) => Requests.Add(socket.Url);
        return page;
    }

    private static string Screens =>
        Path.Combine(
            typeof(Visitor).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!,
            "artifacts",
            "screens"
        );
}
