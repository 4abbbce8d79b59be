using Complaints.Calls;
using Complaints.Deadlines;
using Complaints.Handling;
using Complaints.Intake;
using Complaints.Procedure;

namespace Complaints.Tests.Life;

/// <summary>No chat, no "told": who phoned or stood at the counter is told by a call, and only when it is reported as reached.</summary>
public class CallTests
{
    [Fact]
    public void Nobody_was_told_before_a_call_reached_them()
    {
        var life = Phoned();
        life.Must(life.Complaint.Owner!, new Progress("师傅下午到"));
        Assert.Null(life.Complaint.FirstResponseAt);
        Assert.NotNull(life.Complaint.Pending(DeadlineKind.FirstResponse));
        Assert.NotNull(life.Complaint.Pending(DeadlineKind.Call));
        life.Now = life.Now.AddMinutes(30);
        life.Must(life.Complaint.Owner!, new ReportCall(null, CallOutcome.Reached));
        Assert.Equal(life.Now, life.Complaint.FirstResponseAt);
        Assert.Null(life.Complaint.Pending(DeadlineKind.FirstResponse));
        Assert.Null(life.Complaint.Pending(DeadlineKind.Call));
        Assert.Equal("noCall", life.Does(life.Complaint.Owner!, new ReportCall(null, CallOutcome.Reached)).Refusal!.Code);
    }

    [Fact]
    public void No_answer_is_tried_again_at_another_time_and_given_up_after_some()
    {
        var life = Phoned();
        life.Must(life.Complaint.Owner!, new Progress("师傅下午到"));
        var due = life.Complaint.Pending(DeadlineKind.Call)!.Due;
        life.Must(life.Complaint.Owner!, new ReportCall(null, CallOutcome.NoAnswer));
        Assert.True(life.Complaint.Pending(DeadlineKind.Call)!.Due > due);
        for (var i = 1; i < ReportCall.Most; i++)
            life.Must(
                life.Complaint.Owner!,
                new ReportCall(null, CallOutcome.NoAnswer, i.ToString(System.Globalization.CultureInfo.InvariantCulture))
            );
        Assert.Empty(life.Complaint.OpenCalls);
        Assert.Null(life.Complaint.Pending(DeadlineKind.Call));
        Assert.NotNull(life.Complaint.Pending(DeadlineKind.FirstResponse));
    }

    [Fact]
    public void The_customer_names_the_time_to_call_back()
    {
        var life = Phoned();
        life.Must(life.Complaint.Owner!, new Progress("师傅下午到"));
        Assert.Equal("missing", life.Does(life.Complaint.Owner!, new ReportCall(null, CallOutcome.CallBack)).Refusal!.Code);
        var evening = ALife.At("2026-11-23T19:00:00");
        life.Must(life.Complaint.Owner!, new ReportCall(null, CallOutcome.CallBack, null, evening));
        Assert.Equal(evening, life.Complaint.Pending(DeadlineKind.Call)!.Due);
    }

    [Theory]
    [InlineData(CallOutcome.Refused)]
    [InlineData(CallOutcome.WrongNumber)]
    public void A_refusal_and_a_wrong_number_end_the_task_without_anybody_told(CallOutcome outcome)
    {
        var life = Phoned();
        life.Must(life.Complaint.Owner!, new Progress("师傅下午到"));
        life.Must(life.Complaint.Owner!, new ReportCall(null, outcome));
        Assert.Null(life.Complaint.Pending(DeadlineKind.Call));
        Assert.Null(life.Complaint.FirstResponseAt);
    }

    [Fact]
    public void Whoever_came_to_the_web_with_the_code_is_told_there()
    {
        var life = Phoned();
        Assert.True(ComplaintDesk.Do(life.Complaint, new FollowElsewhere("aa", new("directline:dl_7", "zh-CN")), life.As(Actor.System)).Ok);
        life.Must(life.Complaint.Owner!, new Progress("师傅下午到"));
        Assert.Empty(life.Complaint.Calls);
        Assert.Equal(life.Now, life.Complaint.FirstResponseAt);
    }

    private static ALife Phoned()
    {
        var life = ALife.Filed(phoned: true);
        return life.Accepted();
    }
}
