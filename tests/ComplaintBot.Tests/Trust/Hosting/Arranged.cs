using ComplaintBot.Reports.Sums;
using ComplaintBot.Storage;
using ComplaintBot.Tests.Storage;
using Complaints;
using Complaints.Handling;
using Complaints.Intake;
using Complaints.Investigation;
using Complaints.Organisations;
using Complaints.Procedure;
using Complaints.Quality;
using Complaints.Rounds;

namespace ComplaintBot.Tests.Trust.Hosting;

/// <summary>Complaints in a wanted state, done by the people of the example organisation: logged by frontline, owned by 李伟 of the network
/// department, with a measure of 刘洋 and a notice for the marketing department.</summary>
internal sealed class Arranged(Database database, Organisation organisation)
{
    public const string Frontline = "aad-wang-fang";
    public const string Owner = "aad-li-wei";
    public const string MeasureOwner = "aad-liu-yang";
    public const string Head = "aad-zhang-min";
    public const string Quality = "aad-zheng-kai";
    public const string NoticeHead = "aad-chen-jie";

    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();

    /// <summary>Stores a complaint of a customer (<c>channel:userId</c>); <paramref name="about"/> are staff whom it is about.</summary>
    public async Task<Complaint> InAsync(
        ComplaintState state,
        string customer,
        Func<ComplaintDetails, ComplaintDetails>? details = null,
        Severity severity = Severity.Medium,
        Func<Complainant, Complainant>? complainant = null,
        params string[] about
    )
    {
        var store = new ComplaintStore(database, new SumsBeside());
        var ticket = await store.NextTicketAsync(DateOnly.FromDateTime(organisation.Local(_now).DateTime));
        var what = new ComplaintDetails("broadband", "宽带又断了") { AboutStaff = about };
        var who = new Complainant(customer, "zh-CN") { Name = "王先生" };
        var command = new FileComplaint(
            RecordKind.Complaint,
            complainant?.Invoke(who) ?? who,
            details?.Invoke(what) ?? what,
            severity,
            "category"
        );
        var complaint = ComplaintDesk.File(ticket, command, As(Frontline, Channel.Phone)).Complaint!;
        Bring(complaint, state, customer);
        // The quality department may be in the line of whom it is about.
        if (about.Length == 0)
            Must(complaint, Quality, new Rectify("market", "改进宣传", _now.AddDays(10)));
        await SaveAsync(complaint);
        return complaint;
    }

    /// <summary>Does something to it as staff and stores it.</summary>
    public async Task DoAsync(Complaint complaint, string staff, Command command)
    {
        Must(complaint, staff, command);
        await SaveAsync(complaint);
    }

    /// <summary>How it stands in the database.</summary>
    public async Task<Complaint> StoredAsync(string ticket) => (await new ComplaintStore(database, new SumsBeside()).LoadAsync(ticket))!;

    private async Task SaveAsync(Complaint complaint)
    {
        await Filing.SaveAsync(database, new ComplaintStore(database, new SumsBeside()).Save(complaint, organisation));
        complaint.MarkStored();
    }

    private void Bring(Complaint complaint, ComplaintState state, string customer)
    {
        if (complaint.Owner != Owner)
            Must(complaint, Head, new Assign(Owner));
        switch (state)
        {
            case ComplaintState.Received:
                Must(complaint, Owner, new Decline("不归我管"));
                while (complaint.Owner is { } next)
                    Must(complaint, next, new Decline("不归我管"));
                return;
            case ComplaintState.Withdrawn:
                MustAsCustomer(complaint, customer, new Withdraw(null));
                return;
            case ComplaintState.NotAccepted:
                Must(complaint, Quality, new NotAccept("不属于投诉"));
                return;
            case ComplaintState.Merged:
                var other = ComplaintDesk
                    .File(
                        "C-20200101-0001",
                        new FileComplaint(
                            RecordKind.Complaint,
                            new(customer, "zh-CN"),
                            new("broadband", "宽带断了"),
                            Severity.Medium,
                            "category"
                        ),
                        As(Frontline)
                    )
                    .Complaint!;
                Must(complaint, Quality, new Merge(other));
                return;
        }
        if (state >= ComplaintState.Investigating)
            Must(complaint, Owner, new Accept());
        if (state >= ComplaintState.Planning)
            Must(complaint, Owner, new RecordCause([CauseClass.Equipment], "光猫老化"));
        if (state >= ComplaintState.InProgress)
        {
            Must(complaint, Owner, new ProposePlan("更换光猫"));
            Must(complaint, Owner, new ProposePlan("通知客户", MeasureOwner));
        }
        if (state >= ComplaintState.AwaitingConfirmation)
        {
            Must(complaint, Owner, new CompleteMeasure("all", "已更换"));
            foreach (var measure in complaint.OpenMeasures.ToList())
                Must(complaint, MeasureOwner, new CompleteMeasure(measure.Id, "已通知"));
            Must(complaint, Owner, new ReportResult("已更换光猫"));
        }
        if (state == ComplaintState.Closed)
            MustAsCustomer(complaint, customer, new ConfirmSatisfied());
        Assert.Equal(state, complaint.State);
    }

    private void Must(Complaint complaint, string staff, Command command) => Done(ComplaintDesk.Do(complaint, command, As(staff)), command);

    private void MustAsCustomer(Complaint complaint, string customer, Command command) =>
        Done(ComplaintDesk.Do(complaint, command, new(organisation, _now, Actor.Customer(customer, "王先生"), Channel.Web)), command);

    private static void Done(Outcome outcome, Command command) => Assert.True(outcome.Ok, $"{command}: {outcome.Refusal}");

    private CommandContext As(string staff, Channel channel = Channel.Teams) =>
        new(organisation, _now, Actor.Staff(organisation.FindStaff(staff)!), channel);
}
