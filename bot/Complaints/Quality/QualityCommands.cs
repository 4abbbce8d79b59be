using Complaints.Events;
using Complaints.FollowUp;
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
        if (complaint.Owner == context.By.Id || complaint.HandledBy.Contains(context.By.Id))
            return new Refusal("ownInspection");
        if (!Verifiers.TakesNoOtherPart(context.By.Id, complaint))
            return new Refusal("otherPart");
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
        var wanted = Verified is null ? RectificationState.Issued : RectificationState.Replied;
        var notice = complaint.Rectifications.FirstOrDefault(r =>
            (Number is null || r.Number == Number) && (r.State == wanted || (Verified is null && r.State == RectificationState.Rejected))
        );
        if (notice is null)
            return new Refusal("noNotice");
        if (Verified is { } verified)
        {
            var relation = Relations.Of(context.By, complaint, context.Organisation);
            if (!relation.HasFlag(Relation.Quality) || notice.RepliedBy == context.By.Id || notice.Responsible == context.By.Id)
                return Refusal.NotAllowed(Verb);
            if (!Verifiers.TakesNoOtherPart(context.By.Id, complaint))
                return new Refusal("otherPart");
            complaint.Record(new RectificationJudged(notice.Number, verified, Reason), context);
            return Outcome.Done;
        }
        if (notice.Responsible != context.By.Id)
            return Refusal.NotAllowed(Verb);
        if (string.IsNullOrWhiteSpace(Evidence))
            return Refusal.Missing("evidence");
        complaint.Record(new RectificationReplied(notice.Number, Evidence), context);
        return Outcome.Done;
    }
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
        var overrules = Effective && complaint.Effectiveness is { Effective: false, RecurredAs: not null };
        if (overrules && string.IsNullOrWhiteSpace(Reason))
            return Refusal.Missing("reason");
        if (!overrules && complaint.Pending(DeadlineKind.Effectiveness) is null)
            return new Refusal("noMeasureWatched");
        complaint.Record(new EffectivenessJudged(Effective, RecurredAs, Reason), context);
        return Outcome.Done;
    }
}
