using ComplaintBot.People;
using ComplaintBot.Reports.Sums;
using ComplaintBot.Storage;
using ComplaintBot.Tests.Fixtures;
using ComplaintBot.Work;
using Complaints;
using Complaints.Handling;
using Complaints.Intake;
using Complaints.Organisations;
using Complaints.Procedure;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace ComplaintBot.Tests.Work;

/// <summary>The rows of "my work" in both databases.</summary>
public sealed class WorkListTests
{
    private const string Handler = "aad-li-wei";
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.FromHours(8));
    private static readonly Organisation Company = OrganisationFile.Load(OrganisationFile.ExamplePath).Organisation!;

    [Theory, ClassData(typeof(Engines))]
    public async Task A_page_is_sorted_by_what_is_due_and_counts_what_is_late_and_due_today(string engine)
    {
        await using var test = await TestDatabase.CreateAsync(engine);
        var list = new WorkList(test.Database, new ComplaintStore(test.Database, new SumsBeside()));
        for (var i = 1; i <= 5; i++)
            await FileAsync(test, $"C-20261123-000{i}", Now.AddHours(-(i == 5 ? 72 : i - 1)));

        var page = await list.PageAsync(Of(Handler), Company, Now, 1, 3, CancellationToken.None);

        Assert.Equal((5, 3, 1, 2), (page.Total, page.Tasks.Count, page.Page, page.Pages));
        Assert.Equal(page.Tasks.OrderBy(t => t.Item.Due).Select(t => t.Complaint.Ticket), page.Tasks.Select(t => t.Complaint.Ticket));
        Assert.Equal("C-20261123-0005", page.Tasks[0].Complaint.Ticket);
        var all = (await list.PageAsync(Of(Handler), Company, Now, 1, 50, CancellationToken.None)).Tasks;
        Assert.Equal(all.Count(t => t.Item.IsLate(Now)), page.Late);
        Assert.Equal(all.Count(t => t.Item.Due >= Now && Company.Local(t.Item.Due.Value).Date == Company.Local(Now).Date), page.Today);
        Assert.True(page.Late > 0 && page.Today > 0);
        Assert.Empty((await list.PageAsync(Of("aad-liu-yang"), Company, Now, 1, 50, CancellationToken.None)).Tasks);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Whoever_stands_in_has_the_work_of_a_colleague_who_is_away(string engine)
    {
        await using var test = await TestDatabase.CreateAsync(engine);
        var list = new WorkList(test.Database, new ComplaintStore(test.Database, new SumsBeside()));
        await FileAsync(test, "C-20261123-0001", Now);
        var today = DateOnly.FromDateTime(Company.Local(Now).DateTime);
        var away = Company with
        {
            Staff =
            [
                .. Company.Staff.Select(s =>
                    s.Id == Handler ? s with { Absences = [new(today, today.AddDays(3), "aad-zhang-min")] } : s with { Absences = [] }
                ),
            ],
        };

        var page = await list.PageAsync(Of("aad-zhang-min"), away, Now, 1, 50, CancellationToken.None);

        Assert.Equal([("C-20261123-0001", Handler)], page.Tasks.Select(t => (t.Complaint.Ticket, t.Item.Person)));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Rows_are_made_anew_once_for_an_organisation(string engine)
    {
        await using var test = await TestDatabase.CreateAsync(engine);
        var list = new WorkList(test.Database, new ComplaintStore(test.Database, new SumsBeside()));
        var complaint = await FileAsync(test, "C-20261123-0001", Now);
        while (complaint.Owner is { } owner)
            Assert.True(ComplaintDesk.Do(complaint, new Decline("不是我的专业"), Context(owner)).Ok);
        await SaveAsync(test, complaint);
        var head = complaint.Answerable!;
        Assert.Single((await list.PageAsync(Of(head), Company, Now, 1, 50, CancellationToken.None)).Tasks);

        var keeper = new WorkKeeper(
            test.Database,
            new OrganisationSource(Company),
            new FakeTimeProvider(Now),
            NullLogger<WorkKeeper>.Instance
        );
        Assert.Equal(1, await keeper.RunAsync(CancellationToken.None));
        Assert.Equal(0, await keeper.RunAsync(CancellationToken.None));
        await test.Database.ExecuteAsync("DELETE FROM complaint_work", null, CancellationToken.None);
        await test.Database.ExecuteAsync("DELETE FROM complaint_work_made", null, CancellationToken.None);
        Assert.Equal(1, await keeper.RunAsync(CancellationToken.None));
        Assert.Single((await list.PageAsync(Of(head), Company, Now, 1, 50, CancellationToken.None)).Tasks);
    }

    private static Actor Of(string who) => Actor.Staff(Company.FindStaff(who)!);

    private static CommandContext Context(string who) => new(Company, Now, Of(who), Channel.Teams);

    private static async Task<Complaint> FileAsync(TestDatabase test, string ticket, DateTimeOffset at)
    {
        var customer = Actor.Customer("directline:dl_" + ticket, "");
        var (complaint, outcome) = ComplaintDesk.File(
            ticket,
            new FileComplaint(
                RecordKind.Complaint,
                new Complainant(customer.Id, "zh-CN"),
                new ComplaintDetails("broadband", "又断了"),
                Severity.Medium,
                "category"
            ),
            new CommandContext(Company, at, customer, Channel.Web)
        );
        Assert.True(outcome.Ok, outcome.Refusal?.Code);
        if (complaint!.Owner != Handler)
            Assert.True(
                ComplaintDesk.Do(complaint, new Assign(Handler), new(Company, at, Of("aad-zhang-min"), Channel.Teams)).Ok,
                "Not assigned."
            );
        await SaveAsync(test, complaint);
        return complaint;
    }

    private static async Task SaveAsync(TestDatabase test, Complaint complaint)
    {
        var work = new UnitOfWork(test.Database);
        work.Add(new ComplaintStore(test.Database, new SumsBeside()).Save(complaint, Company));
        await work.CommitAsync();
        complaint.MarkStored();
    }
}
