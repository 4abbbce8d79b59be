using Complaints;
using Complaints.Handling;
using Complaints.Intake;
using Complaints.Investigation;
using Complaints.Organisations;
using Complaints.Procedure;
using Complaints.Rounds;

namespace ComplaintBot.Tests.Typing;

/// <summary>Complaints brought to a state by the commands of the procedure, and who is who to them.</summary>
internal sealed class Prepared(TypingWorld world, string ticket)
{
    public const string Quality = "aad-wu-fang";
    public const string OtherQuality = "aad-zheng-kai";
    public const string Frontline = "aad-wang-fang";
    public const string Executive = "aad-ceo";

    public string Ticket { get; } = ticket;

    /// <summary>The web user who complains.</summary>
    public string Customer { get; } = "dl_" + ticket;

    public Complaint Complaint { get; private set; } = null!;

    public string Owner => Complaint.Owner!;

    public string Head => world.Organisation.ManagerOf(Complaint.Department)!.Id;

    /// <summary>A stored complaint in a state.</summary>
    public static async Task<Prepared> InAsync(
        TypingWorld world,
        ComplaintState state,
        Severity severity = Severity.Medium,
        string language = "zh-CN",
        string? loggedBy = null,
        string? owner = null
    )
    {
        var ticket = world.NextTicket();
        var prepared = new Prepared(world, ticket);
        prepared.File(severity, language, loggedBy);
        if (owner is not null && prepared.Owner != owner)
            prepared.Must(Quality, new Assign(owner));
        prepared.BringTo(state);
        Assert.Equal(state, prepared.Complaint.State);
        await world.SaveAsync(prepared.Complaint);
        return prepared;
    }

    /// <summary>Does a command as somebody, which must succeed. Not stored.</summary>
    public void Must(string who, Command command)
    {
        var outcome = ComplaintDesk.Do(Complaint, command, As(Actor.Staff(world.Organisation.FindStaff(who)!), Channel.Teams));
        Assert.True(outcome.Ok, $"{command.Verb}: {outcome.Refusal?.Code}");
    }

    private void File(Severity severity, string language, string? loggedBy)
    {
        var details = new ComplaintDetails("broadband", "宽带又断了") { Files = [new("f1", "a.png", "image/png", "00")] };
        var who = Actor.Customer("directline:" + Customer, "");
        var (complaint, outcome) = ComplaintDesk.File(
            Ticket,
            new FileComplaint(RecordKind.Complaint, new(who.Id, language), details, severity, "category"),
            loggedBy is null ? As(who, Channel.Web) : As(Actor.Staff(world.Organisation.FindStaff(loggedBy)!), Channel.Phone)
        );
        Assert.True(outcome.Ok, outcome.Refusal?.Code);
        Complaint = complaint!;
    }

    private void BringTo(ComplaintState state)
    {
        switch (state)
        {
            case ComplaintState.Received:
                while (Complaint.State == ComplaintState.Assigned)
                    Must(Owner, new Decline("不是我的专业"));
                return;
            case ComplaintState.Assigned:
                return;
            case ComplaintState.NotAccepted:
                Must(Quality, new NotAccept("不是我们的业务"));
                return;
            case ComplaintState.Withdrawn:
                CustomerMust(new Withdraw(null));
                return;
            case ComplaintState.Merged:
                var into = new Prepared(world, world.NextTicket());
                into.File(Severity.Medium, "zh-CN", null);
                Must(Quality, new Merge(into.Complaint));
                return;
        }
        Must(Owner, new Accept());
        if (state == ComplaintState.Investigating)
            return;
        Must(Owner, new RecordCause([CauseClass.Equipment], "光猫老化\n没有巡检"));
        if (state == ComplaintState.Planning)
            return;
        Must(Owner, new ProposePlan("更换光猫"));
        if (Complaint.PlanWaitsForApproval)
            Must(Quality, new ApprovePlan());
        if (state == ComplaintState.InProgress)
            return;
        Must(Owner, new CompleteMeasure("all", "已更换"));
        Must(Owner, new ReportResult("光猫已更换"));
        if (state == ComplaintState.AwaitingConfirmation)
            return;
        CustomerMust(new ConfirmSatisfied());
    }

    private void CustomerMust(Command command)
    {
        var outcome = ComplaintDesk.Do(Complaint, command, As(Actor.Customer("directline:" + Customer, ""), Channel.Web));
        Assert.True(outcome.Ok, $"{command.Verb}: {outcome.Refusal?.Code}");
    }

    private CommandContext As(Actor who, Channel channel) => new(world.Organisation, world.Clock.GetUtcNow(), who, channel);
}
