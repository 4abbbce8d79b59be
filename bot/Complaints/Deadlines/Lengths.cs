using Complaints.Calendars;
using Complaints.Organisations;

namespace Complaints.Deadlines;

/// <summary>How long the promises of one complaint are: policies by severity, category and customer level, then the level's factor
/// (docs/procedure.md §5).</summary>
internal static class Lengths
{
    /// <summary>The length and clock of a kind of deadline for this complaint now, or null when the policy knows none.</summary>
    public static (Duration Limit, ClockBase Clock)? For(DeadlineKind kind, Complaint complaint, Organisation organisation)
    {
        var policy = Policy(complaint, organisation);
        var hours = policy.Clock ?? ClockBase.Business;
        var (limit, clock) = kind switch
        {
            DeadlineKind.Accept => (policy.Accept, hours),
            DeadlineKind.FirstResponse => (policy.FirstResponse, hours),
            DeadlineKind.EmergencyMeasure => (complaint.Severity == Severity.Critical ? policy.EmergencyMeasure : null, ClockBase.Calendar),
            DeadlineKind.OnSite => (OnSite(policy, complaint, organisation), ClockBase.Calendar),
            // The cause is promised in days of the calendar, weekends included (docs/procedure.md §5).
            DeadlineKind.Cause => (complaint.Complex ? policy.Complex ?? policy.Cause : policy.Cause, ClockBase.Calendar),
            DeadlineKind.Plan => (complaint.Complex ? policy.Complex ?? policy.Plan : policy.Plan, hours),
            // An open complaint always has a promise, whatever the file leaves out.
            DeadlineKind.Resolve => (policy.Resolve ?? Standard(complaint.Severity), hours),
            DeadlineKind.Progress => (policy.ProgressEvery, hours),
            DeadlineKind.CaseReport => (policy.CaseReport, ClockBase.Calendar),
            DeadlineKind.Recovery => (Duration.FromDays(1), ClockBase.Business),
            _ => ((Duration?)null, ClockBase.Calendar),
        };
        if (limit is not { } length)
            return null;
        // On-site visits, reports and recovery take the same time for everybody; the others are shorter for important customers.
        var factor = kind is DeadlineKind.OnSite or DeadlineKind.CaseReport or DeadlineKind.Recovery
            ? 1
            : organisation.LevelFactors.GetValueOrDefault(complaint.Complainant.Level, 1);
        if (factor is 1)
            return (length, clock);
        return (Duration.FromTime(BusinessClock.Of(organisation, complaint.Department).Length(length, clock) * factor), clock);
    }

    // The result where the organisation's file promises none (docs/procedure.md §5).
    private static Duration Standard(Severity severity) =>
        Duration.FromDays(
            severity switch
            {
                Severity.Critical => 2,
                Severity.High => 5,
                Severity.Medium => 10,
                _ => 15,
            }
        );

    private static Duration? OnSite(DeadlinePolicy policy, Complaint complaint, Organisation organisation)
    {
        var wanted = organisation.FindCategory(complaint.Details.Category)?.OnSite == true || complaint.Details.Remedies.Contains("onsite");
        return !wanted ? null
            : complaint.Details.Far ? policy.OnSiteFar ?? policy.OnSiteNear
            : policy.OnSiteNear;
    }

    // The most specific policy that says something about a length holds; level beats category beats severity.
    private static DeadlinePolicy Policy(Complaint complaint, Organisation organisation)
    {
        var fitting = organisation
            .Policies.Where(p =>
                (p.Severity is null || p.Severity == complaint.Severity)
                && (p.Category is null || p.Category == complaint.Details.Category)
                && (p.CustomerLevel is null || p.CustomerLevel == complaint.Complainant.Level)
            )
            .OrderByDescending(p => (p.CustomerLevel is null ? 0 : 4) + (p.Category is null ? 0 : 2) + (p.Severity is null ? 0 : 1))
            .ToList();
        if (fitting.Count == 0)
            return new();
        return fitting
            .Skip(1)
            .Aggregate(
                fitting[0],
                (best, next) =>
                    best with
                    {
                        Clock = best.Clock ?? next.Clock,
                        Accept = best.Accept ?? next.Accept,
                        FirstResponse = best.FirstResponse ?? next.FirstResponse,
                        EmergencyMeasure = best.EmergencyMeasure ?? next.EmergencyMeasure,
                        OnSiteNear = best.OnSiteNear ?? next.OnSiteNear,
                        OnSiteFar = best.OnSiteFar ?? next.OnSiteFar,
                        Cause = best.Cause ?? next.Cause,
                        Plan = best.Plan ?? next.Plan,
                        Resolve = best.Resolve ?? next.Resolve,
                        ProgressEvery = best.ProgressEvery ?? next.ProgressEvery,
                        CaseReport = best.CaseReport ?? next.CaseReport,
                        Complex = best.Complex ?? next.Complex,
                    }
            );
    }
}
