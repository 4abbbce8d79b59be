using Complaints.Calls;
using Complaints.Deadlines;
using Complaints.Handling;

namespace Complaints.Tests.Life;

/// <summary>What can be taken back within the minute, because it has not left.</summary>
public class TakeBackTests
{
    [Fact]
    public void A_snooze_is_taken_back_and_counts_for_nothing()
    {
        var life = ALife.Filed();
        life.Must("li", new Accept());
        life.Must("li", new Snooze(TimeSpan.FromHours(1)));
        var snoozed = life.Complaint.Deadlines.Single(d => d.SnoozedUntil is not null);
        life.Must("li", new TakeBack(TakeBack.Last(life.Complaint, Actor.Staff(ExampleOrganisation.Staff("li")), life.Now)!.Value));
        var after = life.Complaint.Deadlines.Single(d => d.Id == snoozed.Id);
        Assert.Equal((null, 0), (after.SnoozedUntil, after.Snoozes));
    }

    [Fact]
    public void A_word_for_a_customer_without_a_chat_is_taken_back_while_nobody_has_rung()
    {
        var life = ALife.Filed(phoned: true);
        life.Must("li", new Progress("师傅在路上"));
        Assert.Single(life.Complaint.OpenCalls);
        life.Must("li", new TakeBack(TakeBack.Last(life.Complaint, Actor.Staff(ExampleOrganisation.Staff("li")), life.Now)!.Value));
        Assert.Empty(life.Complaint.OpenCalls);
        Assert.Null(life.Complaint.Pending(DeadlineKind.Call));

        life.Must("li", new Progress("师傅到了"));
        life.Must("li", new ReportCall(life.Complaint.OpenCalls.Single().Id, CallOutcome.NoAnswer, null, null));
        Assert.Null(TakeBack.Last(life.Complaint, Actor.Staff(ExampleOrganisation.Staff("li")), life.Now));
    }

    [Fact]
    public void What_a_customer_with_a_chat_was_told_has_left()
    {
        var life = ALife.Filed();
        life.Must("li", new Progress("师傅在路上"));
        Assert.Null(TakeBack.Last(life.Complaint, Actor.Staff(ExampleOrganisation.Staff("li")), life.Now));
    }
}
