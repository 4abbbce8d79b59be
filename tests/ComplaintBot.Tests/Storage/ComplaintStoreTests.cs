using ComplaintBot.Reports.Sums;
using ComplaintBot.Storage;
using ComplaintBot.Tests.Fixtures;
using Complaints;
using Complaints.Deadlines;
using Complaints.Events;

namespace ComplaintBot.Tests.Storage;

public sealed class ComplaintStoreTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task A_complaint_comes_back_as_it_was_with_its_chain_whole(string engine)
    {
        await using var test = await TestDatabase.CreateAsync(engine);
        var filed = Filing.File("C-20261014-0001");
        await Filing.SaveAsync(test.Database, filed);

        var found = await new ComplaintStore(test.Open(), new SumsBeside()).LoadAsync("C-20261014-0001");

        Assert.Equal(
            filed.History.Select(e => (e.Version, e.At, e.By, e.Json, e.Hash)),
            found!.History.Select(e => (e.Version, e.At, e.By, e.Json, e.Hash))
        );
        Assert.Equal(
            (filed.State, filed.Owner, filed.Complainant, filed.Version),
            (found.State, found.Owner, found.Complainant, found.StoredVersion)
        );
        Assert.Equal(filed.Deadlines.Select(d => (d.Id, d.Due)), found.Deadlines.Select(d => (d.Id, d.Due)));
        Assert.Null(RecordedEvent.FirstBroken(found.History));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task An_unknown_number_is_no_complaint(string engine)
    {
        await using var test = await TestDatabase.CreateAsync(engine);

        Assert.Null(await new ComplaintStore(test.Database, new SumsBeside()).LoadAsync("C-20261014-0404"));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Of_two_people_who_act_on_the_same_version_one_is_told_to_look_again(string engine)
    {
        await using var test = await TestDatabase.CreateAsync(engine);
        var store = new ComplaintStore(test.Database, new SumsBeside());
        await Filing.SaveAsync(test.Database, Filing.File("C-20261014-0001"));
        var (one, two) = ((await store.LoadAsync("C-20261014-0001"))!, (await store.LoadAsync("C-20261014-0001"))!);
        Assert.True(Filing.Accept(one).Ok);
        Assert.True(Filing.Accept(two, Filing.Now.AddMinutes(6)).Ok);

        await Filing.SaveAsync(test.Database, one);
        await Assert.ThrowsAsync<ConcurrencyException>(() => Filing.SaveAsync(test.Database, two));

        Assert.Equal(one.Version, (await store.LoadAsync("C-20261014-0001"))!.Version);
        Assert.Equal(ComplaintState.Investigating, (await store.LoadAsync("C-20261014-0001"))!.State);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Ticket_numbers_are_unique_across_processes_and_begin_anew_each_day(string engine)
    {
        await using var test = await TestDatabase.CreateAsync(engine);
        ComplaintStore[] processes = [new(test.Database, new SumsBeside()), new(test.Open(), new SumsBeside())];
        var day = new DateOnly(2026, 10, 14);

        var numbers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => processes[i % 2].NextTicketAsync(day))));

        Assert.Equal(Enumerable.Range(1, 40).Select(n => $"C-20261014-{n:0000}"), numbers.Order(StringComparer.Ordinal));
        Assert.Equal("C-20261015-0001", await processes[0].NextTicketAsync(day.AddDays(1)));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_due_timer_is_claimed_by_one_process_and_again_by_another_when_that_one_dies(string engine)
    {
        await using var test = await TestDatabase.CreateAsync(engine);
        ComplaintStore[] processes = [new(test.Database, new SumsBeside()), new(test.Open(), new SumsBeside())];
        for (var n = 1; n <= 20; n++)
            await Filing.SaveAsync(test.Database, Filing.File($"C-20261014-{n:0000}", at: Filing.Now.AddSeconds(n)));
        var due = Timers.Next((await processes[0].LoadAsync("C-20261014-0020"))!, Filing.Company)!.Value;
        var lease = TimeSpan.FromMinutes(2);

        var early = await processes[0].ClaimDueAsync(Filing.Now, lease, 50);
        var claims = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(() => processes[i % 2].ClaimDueAsync(due, lease, 5))));
        var meanwhile = await processes[1].ClaimDueAsync(due + lease / 2, lease, 50);
        var afterDeath = await processes[1].ClaimDueAsync(due + lease, lease, 50);

        Assert.Empty(early);
        Assert.Equal(20, claims.Sum(c => c.Count));
        Assert.Equal(20, claims.SelectMany(c => c).Distinct().Count());
        Assert.Empty(meanwhile);
        Assert.Equal(20, afterDeath.Count);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_saved_complaint_ends_its_claim_and_waits_for_its_next_timer(string engine)
    {
        await using var test = await TestDatabase.CreateAsync(engine);
        var store = new ComplaintStore(test.Database, new SumsBeside());
        var complaint = Filing.File("C-20261014-0001");
        await Filing.SaveAsync(test.Database, complaint);
        var first = Timers.Next(complaint, Filing.Company)!.Value;
        await store.ClaimDueAsync(first, TimeSpan.FromHours(1), 50);
        complaint = (await store.LoadAsync(complaint.Ticket))!;
        Filing.Accept(complaint);

        await Filing.SaveAsync(test.Database, complaint);

        var next = Timers.Next(complaint, Filing.Company)!.Value;
        Assert.True(next > first);
        Assert.Empty(await store.ClaimDueAsync(next.AddTicks(-1), TimeSpan.FromHours(1), 50));
        Assert.Equal([complaint.Ticket], await store.ClaimDueAsync(next, TimeSpan.FromHours(1), 50));
        await Filing.SaveAsync(test.Database, store.Reschedule(complaint, Filing.Company));
        Assert.Equal([complaint.Ticket], await store.ClaimDueAsync(next, TimeSpan.FromHours(1), 50));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Customers_and_owners_find_their_complaints_and_loads_are_counted(string engine)
    {
        await using var test = await TestDatabase.CreateAsync(engine);
        var store = new ComplaintStore(test.Database, new SumsBeside());
        var mine = Filing.File("C-20261014-0001");
        var later = Filing.File("C-20261014-0002", at: Filing.Now.AddHours(2));
        var others = Filing.File("C-20261014-0003", "directline:dl_2");
        foreach (var complaint in (Complaint[])[mine, later, others])
            await Filing.SaveAsync(test.Database, complaint);

        Assert.Equal([later.Ticket, mine.Ticket], await store.OfCustomerAsync("directline:dl_1", 10));
        Assert.Equal([others.Ticket], await store.OfCustomerAsync("directline:dl_2", 10));
        Complaint[] all = [mine, later, others];
        foreach (var owner in all.GroupBy(c => c.Owner!))
        {
            Assert.Equal(
                owner.Select(c => c.Ticket).Order(StringComparer.Ordinal),
                (await store.OfOwnerAsync(owner.Key, 10)).Order(StringComparer.Ordinal)
            );
            var load = (await store.WorkloadsAsync(Filing.Now.AddHours(1)))[owner.Key];
            Assert.Equal(
                (owner.Count(), owner.Max(c => c.AssignedAt), owner.Count(c => c.AssignedAt >= Filing.Now.AddHours(1))),
                (load.Open, load.LastAssigned, load.Lately)
            );
        }
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Words_with_nul_and_emoji_are_stored(string engine)
    {
        await using var test = await TestDatabase.CreateAsync(engine);
        var command = new Complaints.Intake.FileComplaint(
            RecordKind.Complaint,
            new Complaints.Intake.Complainant("directline:dl_1", "en") { Name = "A\0B" },
            new Complaints.Intake.ComplaintDetails("billing", "bill \0 wrong 😡"),
            Complaints.Organisations.Severity.Low,
            "rule"
        );
        var context = new Complaints.Procedure.CommandContext(
            Filing.Company,
            Filing.Now,
            Actor.Customer("directline:dl_1", "A\0B"),
            Channel.Web
        );
        await Filing.SaveAsync(test.Database, Complaints.Procedure.ComplaintDesk.File("C-20261014-0001", command, context).Complaint!);

        var found = await new ComplaintStore(test.Database, new SumsBeside()).LoadAsync("C-20261014-0001");

        Assert.Equal("bill \0 wrong 😡", found!.Details.Description);
        Assert.Equal("bill  wrong 😡", await test.Database.ScalarAsync<string>("SELECT words FROM complaints"));
        Assert.Null((await new Audit(test.Database).CheckAsync()).Fault);
    }
}
