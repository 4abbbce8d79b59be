using ComplaintBot.Reports.Answers;
using ComplaintBot.Reports.Rights;
using ComplaintBot.Tests.Fixtures;
using Complaints.Organisations;
using Understanding.Questions;

namespace ComplaintBot.Tests.Reports;

public class RightsTests
{
    [Theory, ClassData(typeof(Engines))]
    public Task A_handler_sees_their_own_a_manager_the_department_quality_and_executives_all(string engine) =>
        AnsweringTests.WithBookAsync(
            engine,
            async book =>
            {
                async Task<IReadOnlyList<ListedComplaint>> Seen(string by) =>
                    await book.Answering.AllRowsAsync(new() { Kind = QueryKind.List }, FigureBook.Asker(by), FigureBook.Now);

                Assert.All(await Seen("aad-li-wei"), r => Assert.Equal("aad-li-wei", r.Owner));
                Assert.All(await Seen("aad-zhang-min"), r => Assert.Equal("network", r.Department));
                Assert.Equal((await Seen("aad-ceo")).Count, (await Seen("aad-wu-fang")).Count);
                Assert.True((await Seen("aad-ceo")).Select(r => r.Department).Distinct().Count() == 4);
            }
        );

    [Theory, ClassData(typeof(Engines))]
    public Task A_complaint_about_a_person_is_neither_listed_nor_counted_for_them_and_their_line(string engine) =>
        AnsweringTests.WithBookAsync(
            engine,
            async book =>
            {
                var about = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Reports", "book.tickets.csv"))
                    .Where(l => l.Contains(",aad-zhang-min,,", StringComparison.Ordinal))
                    .Select(l => l[..15])
                    .ToList();
                Assert.NotEmpty(about);
                foreach (
                    var (by, sees) in new[] { ("aad-ceo", true), ("aad-wu-fang", true), ("aad-zhang-min", false), ("aad-li-wei", false) }
                )
                {
                    var rows = await book.Answering.AllRowsAsync(new() { Kind = QueryKind.List }, FigureBook.Asker(by), FigureBook.Now);
                    Assert.Equal(sees, rows.Any(r => about.Contains(r.Ticket)));
                    var count = (FigureAnswer)
                        await book.Answering.AnswerAsync(new() { Kind = QueryKind.Count }, FigureBook.Asker(by), FigureBook.Now);
                    Assert.Equal(rows.Count, count.Whole.Now.Numerator);
                }
            }
        );

    [Theory]
    [InlineData("aad-zhang-min", "market", null, true)]
    [InlineData("aad-zhang-min", "network", null, false)]
    [InlineData("aad-li-wei", "network", null, false)]
    [InlineData("aad-li-wei", "service", null, true)]
    [InlineData("aad-li-wei", null, "张敏", true)]
    [InlineData("aad-li-wei", null, "me", false)]
    [InlineData("aad-zhang-min", null, "Li Wei", false)]
    [InlineData("aad-alex", null, "Li Wei", true)]
    [InlineData("aad-wu-fang", "market", "陈洁", false)]
    [InlineData("aad-ceo", "service", null, false)]
    public void Asking_beyond_ones_rights_is_refused_before_anything_is_counted(string by, string? department, string? owner, bool refused)
    {
        foreach (var kind in Enum.GetValues<QueryKind>())
        {
            var query = new ComplaintQuery
            {
                Kind = kind,
                Metric = Metric.Received,
                GroupBy = Grouping.Owner,
                Filters = new() { Department = department, Owner = owner },
            };
            var (settled, obstacle) = QueryRights.Settle(query, FigureBook.Asker(by));
            Assert.Equal(refused, obstacle is Obstacle.NotAllowed);
            Assert.Equal(refused, settled is null);
        }
    }

    [Fact]
    public void Leaving_out_what_is_out_of_sight_needs_no_right() =>
        Assert.NotNull(
            QueryRights
                .Settle(
                    new()
                    {
                        Kind = QueryKind.Count,
                        Filters = new() { Not = new() { Department = "market" } },
                    },
                    FigureBook.Asker("aad-zhang-min")
                )
                .Query
        );

    [Fact]
    public void A_manager_sees_the_departments_below_their_own()
    {
        var organisation = TelecomExample.Organisation with
        {
            Departments =
            [
                .. TelecomExample.Organisation.Departments,
                new("north", new LocalizedText("北区维护"), "aad-li-wei") { Parent = "network" },
            ],
        };
        Assert.Equal(["network", "north"], new Asker(organisation.FindStaff("aad-zhang-min")!, organisation).Departments);
        var settled = QueryRights
            .Settle(
                new()
                {
                    Kind = QueryKind.List,
                    Filters = new() { Department = "network" },
                },
                new Asker(organisation.FindStaff("aad-ceo")!, organisation)
            )
            .Query!;
        Assert.Equal(["network", "north"], settled.Asked.Departments);
    }

    [Fact]
    public void An_ambiguous_or_unknown_name_stands_in_the_way()
    {
        var organisation = TelecomExample.With(("aad-li-na", "李娜"));
        var asker = new Asker(organisation.FindStaff("aad-ceo")!, organisation);
        var which = Assert.IsType<Obstacle.WhichPerson>(
            QueryRights
                .Settle(
                    new()
                    {
                        Kind = QueryKind.List,
                        Filters = new() { Owner = "小李" },
                    },
                    asker
                )
                .Obstacle
        );
        Assert.Equal(["aad-li-wei", "aad-li-na"], which.Candidates.Select(c => c.Id));
        Assert.IsType<Obstacle.NoSuchPerson>(
            QueryRights
                .Settle(
                    new()
                    {
                        Kind = QueryKind.List,
                        Filters = new() { Owner = "王五" },
                    },
                    asker
                )
                .Obstacle
        );
    }
}
