using Complaints.Simulation;

namespace Complaints.Tests.Simulation;

/// <summary>A year in virtual time: everything that is received ends or is open, every promise is accounted for, nobody is
/// forgotten.</summary>
public sealed class SimulatedYearTests
{
    private static readonly DateTimeOffset NewYear = new(2027, 1, 1, 0, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void The_figures_of_a_year_balance_and_nothing_is_forgotten()
    {
        var (year, report) = Play(seed: 1, complaints: 600);
        Assert.True(report.Balances, report.ToString());
        Assert.Equal(600, report.Received);
        // Those who act know what they may do; what is refused are the few who were overtaken by a clock.
        Assert.True(year.Refusals.Values.Sum() < 30, string.Join('\n', year.Refusals));
        Assert.All(year.Workloads.Values, w => Assert.InRange(w.Open, 0, report.Open));
    }

    [Fact]
    public void The_same_seed_gives_the_same_report_and_another_seed_another()
    {
        var report = Play(seed: 7, complaints: 150).Report.ToString();
        Assert.Equal(report, Play(seed: 7, complaints: 150).Report.ToString());
        Assert.NotEqual(report, Play(seed: 8, complaints: 150).Report.ToString());
    }

    private static (SimulatedYear Year, YearReport Report) Play(int seed, int complaints)
    {
        var company = SimulatedCompany.Make(seed, handlers: 12, year: 2027);
        var year = new SimulatedYear(company, seed, complaints, NewYear);
        var shelf = new Dictionary<string, Complaint>();
        while (year.Next() is { } turn)
            shelf[turn.Ticket] = year.Play(turn, shelf.GetValueOrDefault(turn.Ticket));
        return (year, new YearReport(shelf.Values, company, year.Until));
    }
}
