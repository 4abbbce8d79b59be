using Complaints.Calendars;
using Complaints.Deadlines;
using Complaints.Events;
using Complaints.Handling;
using Complaints.Intake;
using Complaints.Investigation;
using Complaints.Organisations;
using Complaints.Procedure;
using Complaints.Quality;
using Complaints.Rounds;
using Complaints.Surveys;

namespace Complaints.Simulation;

/// <summary>What somebody will do to a complaint at a time, unless something happens before that changes the situation.</summary>
internal sealed record Act(DateTimeOffset At, Actor By, Command Command);

/// <summary>What customers and staff do next to a complaint in a simulated year. Most do what the procedure asks in reasonable
/// time; some forget, decline, are late,
/// are not satisfied or never answer.</summary>
internal sealed class People(Organisation organisation)
{
    private static readonly TimeSpan Minutes = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Hours = TimeSpan.FromHours(1);
    private static readonly TimeSpan Days = TimeSpan.FromDays(1);

    /// <summary>The next act; null when nobody means to do anything.</summary>
    public Act? Next(Complaint complaint, DateTimeOffset now, Dice dice) => Options(complaint, now, dice).OfType<Act>().MinBy(a => a.At);

    private IEnumerable<Act?> Options(Complaint c, DateTimeOffset now, Dice dice) =>
        c.State switch
        {
            ComplaintState.Received => [Staff(c.Answerable, 2 * Hours, new Accept(), c, now, dice)],
            ComplaintState.Assigned => [Asked(c, now, dice)],
            ComplaintState.Investigating or ComplaintState.Planning or ComplaintState.InProgress => Working(c, now, dice),
            ComplaintState.AwaitingConfirmation => [Answer(c, now, dice)],
            ComplaintState.Closed => AfterClose(c, now, dice),
            ComplaintState.NotAccepted =>
            [
                dice.Chance(.2) && c.ReopenCount == 0 ? Customer(5 * Days, new Reopen("我不同意"), c, now, dice) : null,
            ],
            _ => [],
        };

    private Act? Asked(Complaint c, DateTimeOffset now, Dice dice)
    {
        if (dice.Chance(.01))
            return Quality(4 * Hours, new NotAccept("不属于受理范围"), c, now, dice);
        // One in thirty overlooks it: then the clock passes it on.
        if (dice.Chance(.033))
            return null;
        return Owner(20 * Minutes, dice.Chance(.04) ? new Decline("不是我的专业") : new Accept(), c, now, dice);
    }

    private IEnumerable<Act?> Working(Complaint c, DateTimeOffset now, Dice dice)
    {
        yield return dice.Chance(.004) ? Customer(2 * Days, new Withdraw("已经自己解决"), c, now, dice) : null;
        if (c.Hold is { } hold)
        {
            if (hold.Reason == HoldReason.WaitingCustomer)
                yield return dice.Chance(.85)
                    ? Customer(20 * Hours, new AddInformation("型号是 X1", [], AnswersQuestion: true), c, now, dice)
                    : Owner(22 * Hours, new Resume(), c, now, dice);
            yield break;
        }
        if (c.Pending(DeadlineKind.FirstResponse) is not null)
            yield return Owner(30 * Minutes, new Progress("您好，我来负责处理"), c, now, dice);
        if (c.Pending(DeadlineKind.EmergencyMeasure) is not null)
            yield return Owner(30 * Minutes, new DeclareEmergency("已断电并安排人员到场"), c, now, dice);
        if (c.Pending(DeadlineKind.OnSite) is not null)
            yield return Owner(5 * Hours, new OnSite("已到现场"), c, now, dice);
        // A word to the customer in time, mostly.
        if (c.Pending(DeadlineKind.Progress) is { } progress && dice.Chance(.95))
            yield return By(
                c.Owner,
                AtWork(c, now + ((progress.Due - now) * (.5 + (.45 * dice.Share())))),
                new Progress("正在处理，很快有结果"),
                c
            );
        if (c.Pending(DeadlineKind.Resolve) is { PausedSince: null } resolve && resolve.Due < now + Hours && dice.Chance(.3))
            yield return Head(
                2 * Hours,
                new Extend(Clock(c).Due(now, Duration.FromDays(3), ClockBase.Business, [])!.Value, "缺件"),
                c,
                now,
                dice
            );
        yield return Step(c, now, dice);
    }

    private Act? Step(Complaint c, DateTimeOffset now, Dice dice)
    {
        switch (c.State)
        {
            case ComplaintState.Investigating when dice.Chance(.12) && !c.History.Any(e => e.Event is Held):
                return Owner(
                    2 * Hours,
                    dice.Chance(.7)
                        ? new PutOnHold(HoldReason.WaitingCustomer, "请告诉我型号", null)
                        : new PutOnHold(HoldReason.WaitingParts, null, now + (3 * Days)),
                    c,
                    now,
                    dice
                );
            case ComplaintState.Investigating:
                return Owner(5 * Hours, new RecordCause([(CauseClass)dice.Below(6)], "设备老化\n没有定期检查"), c, now, dice);
            case ComplaintState.Planning when c.PlanWaitsForApproval:
                return c.Owner == Rungs.HeadOf(c, At(now))
                    ? Quality(3 * Hours, new ApprovePlan(), c, now, dice)
                    : Head(3 * Hours, new ApprovePlan(), c, now, dice);
            case ComplaintState.Planning when c.Round > 3:
                return Head(6 * Hours, new CloseUnresolved("已尽力", "补偿一个月费用"), c, now, dice);
            case ComplaintState.Planning:
                return Owner(3 * Hours, new ProposePlan("更换设备"), c, now, dice);
            default:
                return c.OpenMeasures.Any()
                    ? Owner(8 * Hours, new CompleteMeasure("all", "已完成") { Cancelled = dice.Chance(.03) }, c, now, dice)
                    : Owner(1 * Hours, new ReportResult("已更换设备，测试正常"), c, now, dice);
        }
    }

    private static Act? Answer(Complaint c, DateTimeOffset now, Dice dice) =>
        dice.Share() switch
        {
            < .74 => Customer(18 * Hours, new ConfirmSatisfied(), c, now, dice),
            < .86 => Customer(18 * Hours, new RejectResult("还是不行"), c, now, dice),
            _ => null,
        };

    private IEnumerable<Act?> AfterClose(Complaint c, DateTimeOffset now, Dice dice)
    {
        if (c.OpenSurvey is not null && dice.Chance(.5))
            yield return Customer(
                20 * Hours,
                new AnswerSurvey(dice.Chance(.8) ? 4 + dice.Below(2) : 1 + dice.Below(3)) { Solved = dice.Chance(.9) ? "yes" : "no" },
                c,
                now,
                dice
            );
        if (c.ReopenCount < 2 && dice.Chance(.015))
            yield return Customer(8 * Days, new Reopen("又出现了"), c, now, dice);
        if (c.Pending(DeadlineKind.CaseReport) is not null)
            yield return Quality(
                20 * Hours,
                new SignCaseReport("原因、责任、措施、教训", dice.Chance(.5) ? "每季度检查" : null),
                c,
                now,
                dice
            );
        if (c.Pending(DeadlineKind.Recovery) is { Responsible: { } head })
            yield return Staff(head, 3 * Hours, new Note("已回访，客户接受"), c, now, dice);
        if (c.Pending(DeadlineKind.Effectiveness) is { } watch)
            yield return Quality(
                4 * Hours,
                new JudgeEffectiveness(dice.Chance(.85), null, "跟踪期满"),
                c,
                watch.Due > now ? watch.Due - Days : now,
                dice
            );
        if (c.Rectifications.FirstOrDefault(r => r.State is RectificationState.Issued or RectificationState.Rejected) is { } notice)
            yield return Staff(notice.Responsible, 10 * Hours, new Rectified(notice.Number, "已培训并检查", null), c, now, dice);
        if (c.Rectifications.FirstOrDefault(r => r.State == RectificationState.Replied) is { } replied)
            yield return Quality(
                5 * Hours,
                new Rectified(replied.Number, null, dice.Chance(.9), "没有责任人"),
                c,
                now,
                dice,
                not: replied.Responsible
            );
        if (c.Pending(DeadlineKind.Inspection) is { Responsible: { } inspector })
            yield return Staff(
                inspector,
                12 * Hours,
                new Inspect(new Dictionary<string, int> { ["process"] = dice.Below(2), ["wording"] = 1 }, null),
                c,
                now,
                dice
            );
        if (c.Inspection is { } inspection && inspection.Scores.Values.Any(s => s == 0) && c.Rectifications.Count == 0)
            yield return Quality(5 * Hours, new Rectify(c.Department!, "按流程执行", now + (20 * Days)), c, now, dice);
    }

    private Act? Owner(TimeSpan mean, Command command, Complaint c, DateTimeOffset now, Dice dice) =>
        Staff(c.Owner, mean, command, c, now, dice);

    private Act? Head(TimeSpan mean, Command command, Complaint c, DateTimeOffset now, Dice dice) =>
        Staff(Rungs.HeadOf(c, At(now)), mean, command, c, now, dice);

    private Act? Quality(TimeSpan mean, Command command, Complaint c, DateTimeOffset now, Dice dice, string? not = null)
    {
        var inspectors = organisation
            .StaffWith(Role.Quality)
            .Where(s => s.Id != not && Verifiers.TakesNoOtherPart(s.Id, c) && !Relations.IsConflicted(s.Id, c, organisation))
            .ToList();
        return inspectors.Count == 0 ? null : Staff(dice.Of(inspectors).Id, mean, command, c, now, dice);
    }

    // People work in working hours. An owner who is away that day does nothing: the head gives the complaint to whoever stands in.
    private Act? Staff(string? id, TimeSpan mean, Command command, Complaint c, DateTimeOffset now, Dice dice)
    {
        var wait = dice.Around(mean) + TimeSpan.FromSeconds(1);
        var clock = c.Severity == Severity.Critical ? ClockBase.Calendar : ClockBase.Business;
        return By(id, Clock(c).Due(now, wait, clock, [])!.Value, command, c);
    }

    private Act? By(string? id, DateTimeOffset at, Command command, Complaint c)
    {
        if (organisation.FindStaff(id) is not { } person)
            return null;
        var attendance = At(at).Attendance;
        if (!attendance.IsAbsent(person))
            return new(at, Actor.Staff(person), command);
        var barred = Assignment.Line.Of(organisation, c.Accused);
        if (
            person.Id == c.Owner
            && organisation.FindStaff(Rungs.HeadOf(c, At(at))) is { } head
            && attendance.WhoStandsInFor(person.Id, barred) is { } substitute
            && c.State is >= ComplaintState.Assigned and <= ComplaintState.InProgress
        )
            return new(at, Actor.Staff(head), new Assign(substitute.Id, "休假"));
        var back = person.Absences.Where(a => a.From <= attendance.Day && attendance.Day <= a.To).Max(a => a.To);
        return new(at + ((back.DayNumber - attendance.Day.DayNumber + 1) * Days), Actor.Staff(person), command);
    }

    // Customers answer at any hour of the day, not at night.
    private static Act Customer(TimeSpan mean, Command command, Complaint c, DateTimeOffset now, Dice dice) =>
        new(now + dice.Around(mean) + TimeSpan.FromSeconds(1), Actor.Customer(c.Complainant.Id, c.Complainant.Name ?? ""), command);

    private DateTimeOffset AtWork(Complaint c, DateTimeOffset at) => c.Severity == Severity.Critical ? at : Clock(c).NextWorkingInstant(at);

    private BusinessClock Clock(Complaint c) => BusinessClock.Of(organisation, c.Department);

    private CommandContext At(DateTimeOffset now) => new(organisation, now, Actor.System, Channel.Teams);
}
