using System.Text.Json;
using Complaints.Events;

namespace Complaints.Tests.Properties;

/// <summary>Everything that can be read from a complaint, as text to compare.</summary>
internal static class Snapshot
{
    public static string Of(Complaint complaint) =>
        JsonSerializer.Serialize(
            new
            {
                complaint.Ticket,
                complaint.Version,
                complaint.Kind,
                complaint.State,
                complaint.CloseKind,
                complaint.Complainant,
                complaint.OtherParties,
                complaint.Details,
                complaint.Channel,
                complaint.LoggedBy,
                complaint.Severity,
                complaint.SeverityReason,
                complaint.Complex,
                complaint.Emergency,
                complaint.Department,
                complaint.Owner,
                complaint.OwnerName,
                complaint.Answerable,
                complaint.DeclinedBy,
                complaint.ReturnCount,
                complaint.Evidence,
                complaint.Cause,
                complaint.Round,
                complaint.Plan,
                complaint.PlanWaitsForApproval,
                complaint.Answer,
                complaint.ConfirmationTries,
                complaint.Hold,
                complaint.HeldSince,
                complaint.ReopenCount,
                complaint.EscalationLevel,
                complaint.ReceivedAt,
                complaint.AssignedAt,
                complaint.FirstResponseAt,
                complaint.ResolvedAt,
                complaint.ClosedAt,
                complaint.MergedInto,
                complaint.Links,
                complaint.Deadlines,
                complaint.Survey,
                complaint.OpenSurvey,
                complaint.Rectifications,
                complaint.CaseReport,
                complaint.Inspection,
                complaint.Effectiveness,
            },
            EventJson.Options
        );
}
