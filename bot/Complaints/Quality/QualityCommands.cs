using Complaints.Deadlines;
using Complaints.Events;
using Complaints.Procedure;

namespace Complaints.Quality;

/// <summary>Quality inspects how a complaint was handled: 1 passed, 0 failed by checklist item; never their own case.</summary>
public sealed record Inspect(IReadOnlyDictionary<string, int> Scores, string? Comment) : Command
{
    /// <inheritdoc/>
    public override string Verb => Verbs.Inspect;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Complaint complaint, CommandContext context)
    {
        if (Scores.Count == 0)
            return Refusal.Missing("score");
        if (Scores.Values.Any(s => s is < 0 or > 5))
            return Refusal.Of("outOfRange", "input", "score");
        complaint.Record(new Inspected(Scores, Comment), context);
        return Outcome.Done;
    }
}

/// <summary>Quality demands that a department puts something right by a time (整改通知).</summary>
public sealed record Rectify(string Department, string Requirement, DateTimeOffset Due) : Command
{
    /// <inheritdoc/>
    public override string Verb => Verbs.Rectify;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Complaint complaint, CommandContext context)
    {
        if (string.IsNullOrWhiteSpace(Requirement))
            return Refusal.Missing("requirement");
        if (context.Organisation.FindDepartment(Department) is not { } department)
            return Refusal.Of("unknownDepartment", "department", Department);
        if (Due <= context.Now)
            return new Refusal("timeInPast");
        var number = $"RN-{complaint.Ticket[2..]}-{complaint.Rectifications.Count + 1:00}";
        complaint.Record(
            new RectificationIssued(number, department.Id, Requirement, Due, Rungs.HeadOf(department.Id, complaint, context)),
            context
        );
        return Outcome.Done;
    }
}

/// <summary>The department says what it did (<see cref="Evidence"/>), or quality judges the reply (<see cref="Verified"/>); a head
/// never verifies their own.</summary>
public sealed record Rectified(string? Number, string? Evidence, bool? Verified, string? Reason = null) : Command
{
    /// <inheritdoc/>
    public override string Verb => Verbs.Rectified;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Complaint complaint, CommandContext context)
    {
        var situation = context.Before(complaint);
        var theirs = Verified is null ? ToAnswer(situation) : ToJudge(situation);
        if (theirs.FirstOrDefault(r => Number is null || r.Number == Number) is not { } notice)
            return new Refusal("noNotice");
        if (Verified is { } verified)
        {
            complaint.Record(new RectificationJudged(notice.Number, verified, Reason), context);
            return Outcome.Done;
        }
        if (string.IsNullOrWhiteSpace(Evidence))
            return Refusal.Missing("evidence");
        complaint.Record(new RectificationReplied(notice.Number, Evidence), context);
        return Outcome.Done;
    }

    /// <summary>The notices that wait for the reply of the person in this situation.</summary>
    public static IEnumerable<Rectification> ToAnswer(Situation s) =>
        s.Complaint.Rectifications.Where(r =>
            r.State is RectificationState.Issued or RectificationState.Rejected && r.Responsible == s.By.Id
        );

    /// <summary>The replies that the person in this situation may judge, being of quality: nobody judges their own reply, that of
    /// a department they head, or a case in which they have another part.</summary>
    public static IEnumerable<Rectification> ToJudge(Situation s) =>
        s.Complaint.Rectifications.Where(r =>
            s.Relation.HasFlag(Relation.Quality)
            && r.State == RectificationState.Replied
            && r.RepliedBy != s.By.Id
            && r.Responsible != s.By.Id
            && Verifiers.TakesNoOtherPart(s.By.Id, s.Complaint)
        );
}

/// <summary>A person signs the case report; with a preventive measure it is watched for the policy's time.</summary>
public sealed record SignCaseReport(string Text, string? Prevention) : Command
{
    /// <inheritdoc/>
    public override string Verb => Verbs.Report;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Complaint complaint, CommandContext context)
    {
        if (string.IsNullOrWhiteSpace(Text))
            return Refusal.Missing("text");
        complaint.Record(new CaseReportSigned(Text, string.IsNullOrWhiteSpace(Prevention) ? null : Prevention), context);
        return Outcome.Done;
    }

    /// <summary>The report that stands: signed since the last close, and no new one is demanded. Null while one can be signed.</summary>
    public static CaseReportSigned? Standing(Complaint complaint)
    {
        var signed = complaint.History.SkipWhile(e => e.At < complaint.ClosedAt).Any(e => e.Event is CaseReportSigned);
        return signed && complaint.Pending(DeadlineKind.CaseReport) is null ? complaint.CaseReport : null;
    }
}

/// <summary>The preventive measure worked or failed; the same problem again within the watch means it failed, and a new one is demanded.
/// Quality may overrule what the bot found, with a reason.</summary>
public sealed record JudgeEffectiveness(bool Effective, string? RecurredAs, string? Reason) : Command
{
    /// <inheritdoc/>
    public override string Verb => Verbs.Effective;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Complaint complaint, CommandContext context)
    {
        if (Effective && FailedByItself(complaint) && string.IsNullOrWhiteSpace(Reason))
            return Refusal.Missing("reason");
        if (!Effective && !IsWatched(complaint))
            return new Refusal("noMeasureWatched");
        complaint.Record(new EffectivenessJudged(Effective, RecurredAs, Reason), context);
        return Outcome.Done;
    }

    /// <summary>True while the verdict on a preventive measure is still to come.</summary>
    internal static bool IsWatched(Complaint complaint) => complaint.Pending(DeadlineKind.Effectiveness) is not null;

    /// <summary>True when the same problem came again and the bot found the measure void: quality may overrule that.</summary>
    internal static bool FailedByItself(Complaint complaint) => complaint.Effectiveness is { Effective: false, RecurredAs: not null };
}
