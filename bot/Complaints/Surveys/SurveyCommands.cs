using System.Security.Cryptography;
using System.Text;
using Complaints.Deadlines;
using Complaints.Events;
using Complaints.Procedure;

namespace Complaints.Surveys;

/// <summary>A customer's answer to the survey of the last close (docs/procedure.md §7). Score 1..5, recommend 0..10. Counted once for
/// each close and customer; a later answer is refused.</summary>
public sealed record AnswerSurvey(int Score) : Command
{
    /// <summary>yes, partly, no.</summary>
    public string? Solved { get; init; }

    /// <summary>Would recommend, 0..10.</summary>
    public int? Recommend { get; init; }

    /// <summary>Free words.</summary>
    public string? Comment { get; init; }

    /// <summary>SERVQUAL dimensions of the long form.</summary>
    public IReadOnlyDictionary<string, DimensionScore>? Dimensions { get; init; }

    /// <inheritdoc/>
    public override string Verb => Verbs.Survey;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Complaint complaint, CommandContext context)
    {
        // The second tap of the short form completes the first; anything else that comes later is a second opinion and not taken.
        if (!complaint.IsSurveyOpenFor(context.By.Id) && (complaint.SurveyOf(context.By.Id)?.Score != Score || Solved is null))
            return new Refusal("surveyAnswered");
        if (Score is < 1 or > 5)
            return Refusal.Of("outOfRange", "input", "score");
        if (Recommend is < 0 or > 10)
            return Refusal.Of("outOfRange", "input", "recommend");
        if (Dimensions?.Values.Any(d => d.Expected is < 1 or > 5 || d.Perceived is < 1 or > 5) == true)
            return Refusal.Of("outOfRange", "input", "dimensions");
        var close = complaint.ReopenCount + 1;
        var party = complaint.NumberFor(context.By.Id);
        complaint.Record(
            new SurveyAnswered(close, Score, Solved, Recommend, Comment)
            {
                Dimensions = Dimensions,
                Party = party == complaint.Ticket ? null : party,
            },
            context
        );
        return Outcome.Done;
    }
}

/// <summary>The result of a return visit by phone or in person. The owner never visits their own case (docs/procedure.md §11).</summary>
public sealed record RecordVisit(string Result, int? Score, string? Comment) : Command
{
    private static readonly string[] Results = ["answered", "declined", "unreachable"];

    /// <inheritdoc/>
    public override string Verb => Verbs.Visit;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Complaint complaint, CommandContext context)
    {
        if (!Results.Contains(Result))
            return Refusal.Missing("outcome");
        if (Score is < 1 or > 5)
            return Refusal.Of("outOfRange", "input", "score");
        complaint.Record(new VisitRecorded(Result, Score, Comment), context);
        return Outcome.Done;
    }
}

/// <summary>Sends, reminds and ends the survey of a close.</summary>
internal static class SurveyTimer
{
    /// <summary>Does the next step when its time has come.</summary>
    public static void Run(Deadline deadline, Complaint complaint, CommandContext context)
    {
        var policy = context.Organisation.Survey;
        var close = complaint.ReopenCount + 1;
        if (complaint.OpenSurvey is null)
        {
            complaint.Record(new SurveyOffered(close, IsLong(complaint.Ticket, policy.LongFormShare)), context);
            complaint.Record(new DeadlineMoved(deadline.Id, context.Now + policy.RemindAfter.ToTimeSpan(), "surveyOffered"), context);
            return;
        }
        var history = complaint.History;
        var offeredAt = history.Last(e => e.Event is SurveyOffered).At;
        var expiry = offeredAt + policy.ExpireAfter.ToTimeSpan();
        if (context.Now >= expiry)
        {
            complaint.Record(new SurveyExpired(close), context);
            complaint.Record(new DeadlineCancelled(deadline.Id), context);
            return;
        }
        complaint.Record(new SurveyReminded(close), context);
        complaint.Record(new DeadlineMoved(deadline.Id, expiry, "surveyReminded"), context);
    }

    // By the ticket number, not by chance: a replay asks the same customers for the long form.
    private static bool IsLong(string ticket, double share) =>
        BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(ticket))) / (uint.MaxValue + 1.0) < share;
}
