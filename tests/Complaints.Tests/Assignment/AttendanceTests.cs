using Complaints.Assignment;
using Complaints.Organisations;
using static Complaints.Tests.Assignment.Firm;

namespace Complaints.Tests.Assignment;

/// <summary>Substitutes: chains, their end dates, circles.</summary>
public sealed class AttendanceTests
{
    [Fact]
    public void Who_is_there_needs_no_substitute() => Assert.Equal("a", With(Handler("a")).On().WhoStandsInFor("a")?.Id);

    [Fact]
    public void A_chain_of_substitutes_leads_to_the_first_who_is_there_and_ends_with_each_absence()
    {
        var firm = With(Handler("a").Away("b", days: 5), Handler("b").Away("c", days: 2), Handler("c"));
        Assert.Equal("c", firm.On(Today.AddDays(1)).WhoStandsInFor("a")?.Id);
        Assert.Equal("b", firm.On(Today.AddDays(2)).WhoStandsInFor("a")?.Id);
        Assert.Equal("b", firm.On(Today.AddDays(4)).WhoStandsInFor("a")?.Id);
        Assert.Equal("a", firm.On(Today.AddDays(5)).WhoStandsInFor("a")?.Id);
        Assert.Equal("a", firm.On(Today.AddDays(-1)).WhoStandsInFor("a")?.Id);
    }

    [Fact]
    public void A_circle_of_substitutes_ends_with_nobody()
    {
        var firm = With(Handler("a").Away("b"), Handler("b").Away("c"), Handler("c").Away("a"), Handler("self").Away("self"));
        Assert.Null(firm.On().WhoStandsInFor("a"));
        Assert.Null(firm.On().WhoStandsInFor("self"));
    }

    [Fact]
    public void A_missing_or_unknown_substitute_is_nobody()
    {
        var firm = With(Handler("a").Away(), Handler("b").Away("left the firm"));
        Assert.Null(firm.On().WhoStandsInFor("a"));
        Assert.Null(firm.On().WhoStandsInFor("b"));
        Assert.Null(firm.On().WhoStandsInFor("unknown"));
        Assert.Null(firm.On().WhoStandsInFor(null));
    }

    [Fact]
    public void Of_two_absences_on_one_day_the_one_whose_substitute_is_there_holds()
    {
        var twice = Handler("a") with { Absences = [new(Today, Today, null), new(Today, Today.AddDays(3), "b")] };
        Assert.Equal("b", With(twice, Handler("b")).On().WhoStandsInFor("a")?.Id);
    }

    [Fact]
    public void Somebody_excepted_does_not_stand_in_but_the_next_in_the_chain_may()
    {
        var firm = With(Handler("a").Away("b"), Handler("b"), Handler("c"));
        Assert.Null(firm.On().WhoStandsInFor("a", new HashSet<string> { "b" }));
        firm = firm.Change("b", b => b.Away("c"));
        Assert.Equal("c", firm.On().WhoStandsInFor("a", new HashSet<string> { "b" })?.Id);
    }

    [Fact]
    public void A_reopened_complaint_does_not_stick_to_an_absent_owner()
    {
        var firm = With(Handler("owner"), Handler("deputy"), Handler("other"));
        Assert.Equal("owner", Reopened(firm, loads: Loads(("owner", 99))).Owner?.Id);
        Assert.Equal("deputy", Reopened(firm.Change("owner", o => o.Away("deputy"))).Owner?.Id);
        Assert.Equal("other", Reopened(firm.Change("owner", o => o.Away()), loads: Loads(("deputy", 3))).Owner?.Id);
    }

    [Fact]
    public void An_appeal_goes_to_another_owner()
    {
        var firm = With(Handler("owner"), Handler("other"));
        Assert.Equal("other", Reopened(firm, appeal: true, loads: Loads(("other", 9))).Owner?.Id);
        Assert.Equal("head", Reopened(With(Handler("owner")), appeal: true).Answerable.Id);
    }

    [Fact]
    public void A_reopened_complaint_that_is_now_about_its_owner_goes_to_another()
    {
        var firm = With(Handler("owner"), Handler("other"));
        var choice = OwnerSelection.AtReopening(
            Question() with
            {
                About = new HashSet<string> { "owner" },
            },
            "owner",
            appeal: false,
            firm.On(),
            NoLoads
        );
        Assert.Equal("other", choice.Owner?.Id);
    }

    private static AssignmentChoice Reopened(Organisation firm, bool appeal = false, IReadOnlyDictionary<string, Workload>? loads = null) =>
        OwnerSelection.AtReopening(Question(), "owner", appeal, firm.On(), loads ?? NoLoads);
}
