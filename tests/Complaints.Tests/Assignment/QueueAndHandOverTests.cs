using Complaints.Assignment;
using Complaints.Organisations;
using static Complaints.Tests.Assignment.Firm;

namespace Complaints.Tests.Assignment;

/// <summary>The queue is first in, first out; a leaver's complaints are spread.</summary>
public sealed class QueueAndHandOverTests
{
    [Fact]
    public void A_freed_person_gets_the_complaint_that_has_waited_longest_not_the_newest()
    {
        var firm = With(Handler("free"));
        var queue = new[] { Waits("C-3", minutesAgo: 1), Waits("C-1", minutesAgo: 30), Waits("C-2", minutesAgo: 10) };
        Assert.Equal("C-1", WaitingQueue.NextFor(firm.FindStaff("free")!, queue, firm.On(), NoLoads)?.Ticket);
    }

    [Fact]
    public void A_freed_person_gets_only_what_they_may_own()
    {
        var firm = With(Handler("free"), Handler("tiler", skills: "other") with { Capacity = 0 });
        var queue = new[]
        {
            Waits("C-1", 40) with
            {
                Question = Question() with { Excluded = new HashSet<string> { "free" } },
            },
            Waits("C-2", 30) with
            {
                Question = Question("other"),
            },
            Waits("C-3", 20) with
            {
                Question = Question() with { Department = "quality" },
            },
            Waits("C-4", 10),
        };
        Assert.Equal("C-4", WaitingQueue.NextFor(firm.FindStaff("free")!, queue, firm.On(), NoLoads)?.Ticket);
        Assert.Null(WaitingQueue.NextFor(firm.FindStaff("free")!, queue[..3], firm.On(), NoLoads));
    }

    [Fact]
    public void Who_is_full_or_away_gets_nothing_from_the_queue()
    {
        var firm = With(Handler("a"));
        var queue = new[] { Waits("C-1", 5) };
        Assert.Null(WaitingQueue.NextFor(firm.FindStaff("a")!, queue, firm.On(), Loads(("a", 20))));
        firm = firm.Change("a", a => a.Away());
        Assert.Null(WaitingQueue.NextFor(firm.FindStaff("a")!, queue, firm.On(), NoLoads));
    }

    [Fact]
    public void All_complaints_of_a_leaver_get_new_owners_evenly_and_the_gravest_first()
    {
        var firm = With(Handler("leaver"), Handler("a"), Handler("b"), Handler("c"));
        var open = Enumerable
            .Range(1, 10)
            .Select(i => new LeaversComplaint(
                $"C-{i}",
                Question() with
                {
                    Severity = i == 7 ? Severity.Critical : Severity.Medium,
                },
                Now.AddDays(-i)
            ))
            .ToList();

        var handedOver = LeaverHandOver.Distribute("leaver", open, firm.On(), Loads(("leaver", 10), ("a", 2), ("b", 2), ("c", 2)), Now);

        Assert.Equal("C-7", handedOver[0].Ticket);
        Assert.Equal("C-10", handedOver[1].Ticket);
        Assert.Equal(open.Select(o => o.Ticket).Order(), handedOver.Select(h => h.Ticket).Order());
        var counts = handedOver.CountBy(h => h.Choice.Owner?.Id ?? "queue").ToDictionary(c => c.Key, c => c.Value);
        Assert.Equal(["a", "b", "c"], counts.Keys.Order());
        Assert.Equal([3, 3, 4], counts.Values.Order());
    }

    [Fact]
    public void What_nobody_can_take_from_a_leaver_waits_with_an_answerable_person_who_is_not_the_leaver()
    {
        var firm = With(Handler("a") with { Capacity = 1 })
            .Change(
                "head",
                h =>
                    h with
                    {
                        Roles = new HashSet<Role> { Role.Handler, Role.Manager },
                    }
            );
        var open = new[] { new LeaversComplaint("C-1", Question(), Now), new LeaversComplaint("C-2", Question(), Now) };

        var handedOver = LeaverHandOver.Distribute("head", open, firm.On(), NoLoads, Now);

        Assert.Equal("a", handedOver[0].Choice.Owner?.Id);
        Assert.Null(handedOver[1].Choice.Owner);
        Assert.Equal("boss", handedOver[1].Choice.Answerable.Id);
    }

    private static Waiting Waits(string ticket, int minutesAgo) => new(ticket, Question(), Now.AddMinutes(-minutesAgo));
}
