using Complaints.Deadlines;
using Complaints.Events;
using Complaints.Intake;
using Complaints.Organisations;
using Complaints.Quality;

namespace Complaints.Procedure;

/// <summary>All guards of the table. Each is named by what holds.</summary>
public static class Guards
{
    /// <summary>The department's queue gives it to nobody who verified it or asked the customer how it went (docs/procedure.md
    /// §11).</summary>
    public static readonly Guard TookNoOtherPart = new(
        "tookNoOtherPart",
        s => !Handling.OwnerFinder.TookAnotherPart(s.By.Id, s.Complaint),
        "otherPart"
    );

    /// <summary>High and critical causes rest on evidence: a photo or file.</summary>
    public static readonly Guard EvidenceWhereSerious = new(
        "evidenceWhereSerious",
        s => s.Complaint.Severity < Severity.High || s.Complaint.Evidence.Count > 0,
        "evidenceNeeded"
    );

    /// <summary>There is a photo or file to look at.</summary>
    public static readonly Guard EvidenceThere = new("evidenceThere", s => s.Complaint.Evidence.Count > 0, "noEvidence");

    /// <summary>A plan waits for approval.</summary>
    public static readonly Guard PlanWaits = new("planWaits", s => s.Complaint.PlanWaitsForApproval, "nothingToApprove");

    /// <summary>Nobody approves the plan of their own complaint.</summary>
    public static readonly Guard NotOwnPlan = new("notOwnPlan", s => s.Complaint.Owner != s.By.Id, "ownPlan");

    /// <summary>A measure of this round is still to be done.</summary>
    public static readonly Guard MeasureOpen = new("measureOpen", s => s.Complaint.OpenMeasures.Any(), "noOpenMeasure");

    /// <summary>How complex a case is decides how long the customer waits: not for its owner alone to say.</summary>
    public static readonly Guard CaseIsComplex = new("caseIsComplex", s => s.Complaint.Complex, "notComplex");

    /// <summary>Every measure of this round is done or cancelled.</summary>
    public static readonly Guard MeasuresDone = new(
        "measuresDone",
        s => !s.Complaint.OpenMeasures.Any(),
        s => Complaints.Refusal.Of("openMeasures", "count", s.Complaint.OpenMeasures.Count())
    );

    /// <summary>Every department of the panel gave its part.</summary>
    public static readonly Guard PartsGiven = new(
        "partsGiven",
        s => !s.Complaint.OpenParts.Any(),
        s => Complaints.Refusal.Of("openParts", "count", s.Complaint.OpenParts.Count())
    );

    /// <summary>An owner, present or former, does not answer for the customer.</summary>
    public static readonly Guard NotOwnResult = new("notOwnResult", s => !s.Handled, "ownConfirmation");

    /// <summary>The customer did not wish to stay unknown: staff can tell who they are.</summary>
    public static readonly Guard CustomerKnown = new("customerKnown", s => !s.Complaint.Complainant.Anonymous, "customerUnknown");

    /// <summary>A customer without a chat is to be called.</summary>
    public static readonly Guard CallToMake = new("callToMake", s => s.Complaint.OpenCalls.Any(), "noCall");

    /// <summary>A customer who took their share back acts on it only by opening it again.</summary>
    public static readonly Guard ShareGoesOn = new(
        "shareGoesOn",
        s => s.Complaint.PartyOf(s.By.Id)?.Share != ShareState.Withdrawn,
        "shareWithdrawn"
    );

    /// <summary>This customer's share has ended while the complaint goes on for others.</summary>
    public static readonly Guard ShareEnded = new("shareEnded", s => s.Complaint.PartyOf(s.By.Id)?.IsOpen == false, "shareOpen");

    /// <summary>It ended no longer ago than the policy lets it be opened again.</summary>
    public static readonly Guard WithinReopenWindow = new(
        "withinReopenWindow",
        s => s.Now <= s.Complaint.ClosedAt!.Value + ReopenWindow(s),
        s => Complaints.Refusal.Of("reopenWindowOver", "days", (int)ReopenWindow(s).TotalDays)
    );

    /// <summary>It is an emergency already.</summary>
    public static readonly Guard EmergencyDeclared = new(
        "emergencyDeclared",
        s => s.Complaint.Emergency,
        _ => Complaints.Refusal.NotAllowed(Verbs.Emergency)
    );

    /// <summary>The work does not wait.</summary>
    public static readonly Guard NotOnHold = new("notOnHold", s => s.Complaint.Hold is null, "alreadyOnHold");

    /// <summary>The work waits.</summary>
    public static readonly Guard OnHold = new("onHold", s => s.Complaint.Hold is not null, "notOnHold");

    /// <summary>Something is promised that can be given more time.</summary>
    public static readonly Guard SomethingPromised = new("somethingPromised", s => s.Complaint.Deadlines.Any(d => d.Pending), "noDeadline");

    /// <summary>A deadline of staff runs and is still to come.</summary>
    public static readonly Guard SomethingToSnooze = new("somethingToSnooze", s => Snooze.Running(s).Any(), "nothingToSnooze");

    /// <summary>One of them was not yet snoozed as often as may be.</summary>
    public static readonly Guard NotSnoozedOften = new(
        "notSnoozedOften",
        s => Snooze.Open(s).Any(),
        _ => Complaints.Refusal.Of("snoozedOften", "most", Snooze.Most)
    );

    /// <summary>A higher level is left.</summary>
    public static readonly Guard LevelLeft = new("levelLeft", s => s.Complaint.EscalationLevel < Escalate.Highest, "highestLevel");

    /// <summary>The survey of this close can be answered, or its short form completed.</summary>
    public static readonly Guard SurveyOpen = new(
        "surveyOpen",
        s => s.Complaint.IsSurveyOpenFor(s.By.Id) || s.Complaint.SurveyOf(s.By.Id) is { Solved: null },
        s => new Refusal(s.Complaint.SurveyOf(s.By.Id) is null ? "surveyClosed" : "surveyAnswered")
    );

    /// <summary>An owner, present or former, does not visit their own case.</summary>
    public static readonly Guard NotOwnVisit = new("notOwnVisit", s => !s.Handled, "ownVisit");

    /// <summary>Who inspected or verified it does not make the return visit.</summary>
    public static readonly Guard DidNotVerify = new(
        "didNotVerify",
        s => !s.Complaint.History.Any(e => e.By.Id == s.By.Id && e.Event is Inspected or RectificationJudged),
        "otherPart"
    );

    /// <summary>An owner, present or former, does not inspect their own case.</summary>
    public static readonly Guard NotOwnInspection = new("notOwnInspection", s => !s.Handled, "ownInspection");

    /// <summary>Who handled it or made the return visit neither inspects nor verifies.</summary>
    public static readonly Guard MayVerify = new("mayVerify", s => Verifiers.TakesNoOtherPart(s.By.Id, s.Complaint), "otherPart");

    /// <summary>A rectification notice waits for this person's reply.</summary>
    public static readonly Guard NoticeToAnswer = new("noticeToAnswer", s => Rectified.ToAnswer(s).Any(), "noNotice");

    /// <summary>A reply waits to be judged by somebody who neither wrote it nor is the head concerned.</summary>
    public static readonly Guard ReplyToJudge = new(
        "replyToJudge",
        s => Rectified.ToJudge(s).Any(),
        s =>
            s.Complaint.Rectifications.Any(r => r.State != RectificationState.Verified)
                ? Complaints.Refusal.NotAllowed(Verbs.Rectified)
                : new Refusal("noNotice")
    );

    /// <summary>Nobody signs the report on their own case.</summary>
    public static readonly Guard NotOwnReport = new("notOwnReport", s => !s.Handled, "ownReport");

    /// <summary>No report of this close stands, or a new one is demanded because its measure failed.</summary>
    public static readonly Guard ReportToSign = new("reportToSign", s => SignCaseReport.Standing(s.Complaint) is null, "reportSigned");

    /// <summary>A preventive measure is watched, or the bot found that it failed.</summary>
    public static readonly Guard MeasureWatched = new(
        "measureWatched",
        s => JudgeEffectiveness.IsWatched(s.Complaint) || JudgeEffectiveness.FailedByItself(s.Complaint),
        "noMeasureWatched"
    );

    private static TimeSpan ReopenWindow(Situation s) => s.Organisation.Confirmation.ReopenWindow(s.Complaint.CloseKind).ToTimeSpan();
}
