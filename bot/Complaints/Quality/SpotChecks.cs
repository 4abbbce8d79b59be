using System.Security.Cryptography;
using System.Text;
using Complaints.Deadlines;
using Complaints.Events;
using Complaints.Procedure;

namespace Complaints.Quality;

/// <summary>Draws closed complaints for inspection (抽查, docs/procedure.md §8): a share of all by chance, and every one that was
/// reopened, closed late or scored low.</summary>
internal static class SpotChecks
{
    /// <summary>Draws the complaint when what was recorded after version <paramref name="before"/> asks for it and it was not drawn
    /// since it was closed.</summary>
    public static void Follow(Complaint complaint, int before, CommandContext context)
    {
        if (
            complaint.State != ComplaintState.Closed
            || complaint.Kind != RecordKind.Complaint
            || complaint.Pending(DeadlineKind.Inspection) is not null
            || InspectedSinceClose(complaint)
        )
            return;
        if (Because(complaint, complaint.History.Skip(before).Select(e => e.Event).ToList(), context) is not { } because)
            return;
        if (Verifiers.Choose(complaint, context, not: []) is { } inspector)
            complaint.Record(new InspectionDrawn(because, inspector), context.AsSystem());
    }

    private static string? Because(Complaint complaint, List<ComplaintEvent> happened, CommandContext context)
    {
        if (happened.OfType<SurveyAnswered>().Any(s => s.Score <= context.Organisation.Survey.LowScore || s.Solved == "no"))
            return "lowScore";
        if (!happened.Exists(e => e is Satisfied or ClosedUnconfirmed or ClosedUnresolved))
            return null;
        if (complaint.ReopenCount > 0)
            return "reopened";
        if (complaint.Deadlines.LastOrDefault(d => d.Kind == DeadlineKind.Resolve)?.InTime == false)
            return "late";
        return Draw(complaint) < context.Organisation.Quality.SpotCheckShare ? "sample" : null;
    }

    private static bool InspectedSinceClose(Complaint complaint) =>
        complaint.History.SkipWhile(e => e.At < complaint.ClosedAt).Any(e => e.Event is Inspected);

    // By number and close, not by chance: a replay draws the same ones, and nobody can foresee them without the whole number.
    private static double Draw(Complaint complaint) =>
        BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes($"{complaint.Ticket}/{complaint.ReopenCount}/inspection")))
        / (uint.MaxValue + 1.0);
}
