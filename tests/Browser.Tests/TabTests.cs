using Browser.Tests.Running;
using ComplaintBot.People;
using ComplaintBot.Reports.Sums;
using ComplaintBot.Storage;
using Complaints;
using Complaints.Handling;
using Complaints.Intake;
using Complaints.Organisations;
using Complaints.Procedure;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>The two pages of the tab with the real host: in the looks of Teams, on a narrow screen, with the keyboard, clean for
/// axe.</summary>
[Collection(BrowserTests.Name)]
public sealed class TabTests(Chromium chromium)
{
    private const string Quality = "aad-wu-fang";
    private static readonly Organisation Organisation = OrganisationFile.Load(OrganisationFile.ExamplePath).Organisation!;
    private static readonly (int Width, int Height) Narrow = (320, 640);

    [Theory]
    [InlineData("zh-CN", "default", false)]
    [InlineData("zh-CN", "dark", true)]
    [InlineData("zh-TW", "default", true)]
    [InlineData("en", "dark", false)]
    [InlineData("en", "contrast", false)]
    [InlineData("en", "default", true)]
    public async Task Axe_finds_nothing_and_nothing_sticks_out(string language, string theme, bool narrow)
    {
        await using var host = await HostProcess.StartAsync();
        await FileAsync(host.Connection);
        await using var visitor = await Visitor.NewAsync(chromium, host.Address, narrow ? Narrow : Visitor.Desktop);
        foreach (var page in new[] { "work", "board" })
        {
            await visitor.Page.GotoAsync($"{host.Address}/tab/{page}?as={Quality}&lang={language}&theme={theme}");
            await Assertions.Expect(visitor.Page.Locator("table.rows").First).ToBeVisibleAsync();
            Assert.Empty(await Axe.SeriousAsync(visitor));
            Assert.False(await visitor.ScrollsSidewaysAsync(), $"{page} sticks out to the side.");
            await visitor.Page.ScreenshotAsync(
                new() { Path = Visitor.ScreenPath($"tab-{page}-{language}-{theme}{(narrow ? "-320" : "")}"), FullPage = true }
            );
        }
        Assert.Empty(visitor.Faults);
        Assert.DoesNotContain(visitor.Requests, r => !r.StartsWith(host.Address, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_keyboard_leads_from_my_work_to_the_board_and_the_look_of_the_system_counts_without_Teams()
    {
        await using var host = await HostProcess.StartAsync();
        await FileAsync(host.Connection);
        await using var visitor = await Visitor.NewAsync(chromium, host.Address, look: ColorScheme.Dark);
        await visitor.Page.GotoAsync($"{host.Address}/tab/work?as={Quality}&lang=en");
        await Assertions.Expect(visitor.Page.Locator("nav a[aria-current]")).ToHaveTextAsync("My work");
        await visitor.Page.Keyboard.PressAsync("Tab");
        await visitor.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Board" })).ToBeFocusedAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visitor.Page.Locator("nav a[aria-current]")).ToHaveTextAsync("Board");
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Img)).ToBeVisibleAsync();
        Assert.Equal("rgb(31, 31, 31)", await visitor.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
        Assert.Empty(await Axe.SeriousAsync(visitor));
    }

    [Fact]
    public async Task Whoever_opens_it_outside_Teams_is_told_where_it_works()
    {
        await using var host = await HostProcess.StartAsync();
        await using var visitor = await Visitor.NewAsync(chromium, host.Address);
        await visitor.Page.GotoAsync($"{host.Address}/tab/work?lang=en");
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("open the app there");
        Assert.DoesNotContain(visitor.Requests, r => !r.StartsWith(host.Address, StringComparison.Ordinal));
    }

    // Complaints of three departments and of all ages; some wait for quality to hand them on.
    private static async Task FileAsync(string connection)
    {
        await using var database = Database.For(connection);
        var now = DateTimeOffset.UtcNow;
        string[] categories = ["broadband", "billing", "tariff", "signal", "safety", "safety"];
        for (var i = 0; i < 12; i++)
        {
            var ticket = $"C-20260901-{i + 1:0000}";
            var customer = Actor.Customer("directline:dl_" + ticket, "王建国");
            var command = new FileComplaint(
                RecordKind.Complaint,
                new Complainant(customer.Id, "zh-CN") { Name = "王建国" },
                new ComplaintDetails(categories[i % categories.Length], "又断了") { Product = i % 2 == 0 ? "千兆光猫" : null },
                (Severity)(i % 4),
                "category"
            );
            var (complaint, outcome) = ComplaintDesk.File(
                ticket,
                command,
                new CommandContext(Organisation, now.AddDays(-2 * i).AddHours(-1), customer, Channel.Web)
            );
            Assert.True(outcome.Ok, outcome.Refusal?.Code);
            while (i % 3 == 2 && complaint!.Owner is { } owner)
                Assert.True(
                    ComplaintDesk
                        .Do(
                            complaint,
                            new Decline("不是我的专业"),
                            new CommandContext(
                                Organisation,
                                now.AddDays(-2 * i),
                                Actor.Staff(Organisation.FindStaff(owner)!),
                                Channel.Teams
                            )
                        )
                        .Ok
                );
            var work = new UnitOfWork(database);
            work.Add(new ComplaintStore(database, new SumsBeside()).Save(complaint!, Organisation));
            await work.CommitAsync();
        }
    }
}
