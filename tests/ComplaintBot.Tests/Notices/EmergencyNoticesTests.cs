using ComplaintBot.Conversations;
using ComplaintBot.Handling;
using ComplaintBot.Tests.Cards;
using ComplaintBot.Tests.Fixtures;
using ComplaintBot.Tests.Quality;
using ComplaintBot.Tests.Storage;
using Complaints;
using Complaints.Handling;
using Complaints.Organisations;

namespace ComplaintBot.Tests.Notices;

/// <summary>The banner on a ticket and the executives' copies of an emergency follow the case.</summary>
public sealed class EmergencyNoticesTests
{
    [Fact]
    public async Task Each_step_of_an_emergency_is_a_line_to_the_executives_and_their_card_is_as_it_stands()
    {
        await using var office = await Office.OpenAsync(TestDatabase.Sqlite);
        var c = await office.FilesAsync("C-20261014-0001", "directline:1", new("safety", "路由器起火"), Severity.Critical);
        Assert.Contains("突发事件", Assert.Single(await office.SentToAsync("executive")), StringComparison.Ordinal);

        office.Must(c, c.Owner!, new Accept());
        await office.StoreAsync(c);
        Assert.Contains(await NewAsync(office, 1), m => m.Contains("已接单", StringComparison.Ordinal));

        office.Must(c, c.Owner!, new DeclareEmergency("已断电并撤离"));
        await office.StoreAsync(c);
        var after = await NewAsync(office, 3);
        Assert.Contains(after, m => m.Contains("已落实紧急对策：已断电并撤离", StringComparison.Ordinal));
        Assert.Contains(after, m => m.Contains("已控制或已结束", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_measure_a_lower_grade_and_the_end_each_take_the_banner_away()
    {
        await using var office = await Office.OpenAsync(TestDatabase.Sqlite);
        async Task<Complaint> FiledAsync(int n) =>
            await office.FilesAsync($"C-20261014-000{n}", $"directline:{n}", new("safety", "路由器起火"), Severity.Critical);
        bool Banner(Complaint c) =>
            TicketCard.Data(c, new Reader(Filing.Company, Filing.Now, Speech, "zh-CN"), Actor.Staff(Filing.Company.FindStaff(c.Owner!)!))[
                "emergency"
            ]!.GetValue<bool>();
        var (measured, graded, withdrawn) = (await FiledAsync(1), await FiledAsync(2), await FiledAsync(3));
        Assert.All([measured, graded, withdrawn], c => Assert.True(Banner(c)));

        office.Must(measured, measured.Owner!, new Accept());
        office.Must(measured, measured.Owner!, new DeclareEmergency("已断电"));
        office.Must(graded, "quality-head", new Grade(Severity.Medium, "误报"));
        var customer = new Complaints.Procedure.CommandContext(
            Filing.Company,
            Filing.Now,
            Actor.Customer(withdrawn.Complainant.Id, ""),
            Channel.Web
        );
        Assert.True(Complaints.Procedure.ComplaintDesk.Do(withdrawn, new Complaints.Intake.Withdraw("没事了"), customer).Ok);

        Assert.All([measured, graded, withdrawn], c => Assert.False(Banner(c)));
    }

    private static readonly Speech Speech = new(CardFolders.Strings, new(CardFolders.Catalog, CardFolders.Strings));

    private static async Task<IReadOnlyList<string>> NewAsync(Office office, int after) =>
        [.. (await office.SentToAsync("executive")).Skip(after)];
}
