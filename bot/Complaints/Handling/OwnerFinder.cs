using System.Globalization;
using Complaints.Assignment;
using Complaints.Events;
using Complaints.Organisations;
using Complaints.Procedure;

namespace Complaints.Handling;

/// <summary>Gives a complaint to its owner (docs/procedure.md §4). Nothing is ever without an answerable person: while those who could
/// take it are away or full it waits in the
/// department's queue, which the head answers for; when all gave it back the head owns it, and when the head did too, it waits
/// again.</summary>
public static class OwnerFinder
{
    /// <summary>True when somebody could be given the complaint now who neither declined it nor is away or full.</summary>
    public static bool SomebodyIsFree(Complaint complaint, CommandContext context)
    {
        return OwnerSelection.Choose(Question(complaint, context.Organisation), context.Attendance, context.Workloads).Owner is not null;
    }

    /// <summary>Records the assignment to the best person who has not declined, then to the head, then to the queue.</summary>
    internal static void Assign(Complaint complaint, CommandContext context)
    {
        var question = Question(complaint, context.Organisation);
        var choice = OwnerSelection.Choose(question, context.Attendance, context.Workloads);
        var department = choice.Department ?? context.Organisation.OtherCategory.Department;
        if (choice.Owner is { } owner)
            complaint.Record(new Assigned(department, owner.Id, owner.Name, Reasons(choice.Reasons!)), context);
        else if (
            !choice.PassedOver.Any(p => p.Because is PassedOverBecause.Absent or PassedOverBecause.Full)
            && !complaint.DeclinedBy.Contains(choice.Answerable.Id)
        )
            complaint.Record(new Assigned(department, choice.Answerable.Id, choice.Answerable.Name, ["head"]), context);
        else
            complaint.Record(new Queued(department, choice.Answerable.Id), context);
    }

    /// <summary>After reopening: the same owner; whoever stands in when absent; after an appeal against not accepting always
    /// another.</summary>
    internal static void AssignAgain(Complaint complaint, bool appeal, CommandContext context)
    {
        if (complaint.Owner is not { } former)
        {
            Assign(complaint, context);
            return;
        }
        var choice = OwnerSelection.AtReopening(
            Question(complaint, context.Organisation),
            former,
            appeal,
            context.Attendance,
            context.Workloads
        );
        if (choice.Answerable.Id != former)
            complaint.Record(
                new Assigned(
                    choice.Department ?? complaint.Department!,
                    choice.Answerable.Id,
                    choice.Answerable.Name,
                    choice.Reasons is { } why ? Reasons(why) : ["head"]
                ),
                context
            );
    }

    /// <summary>In place of an owner who is not there any more: the best person, else the head; the state stays.</summary>
    internal static void AssignInstead(Complaint complaint, CommandContext context)
    {
        var choice = OwnerSelection.Choose(Question(complaint, context.Organisation), context.Attendance, context.Workloads);
        var department = choice.Department ?? context.Organisation.OtherCategory.Department;
        List<string> reasons = ["leaver", .. choice.Reasons is { } why ? Reasons(why) : ["head"]];
        complaint.Record(new Assigned(department, choice.Answerable.Id, choice.Answerable.Name, reasons), context);
    }

    /// <summary>The complaint as a question for an owner.</summary>
    public static AssignmentQuestion Question(Complaint complaint, Organisation organisation) =>
        new()
        {
            Category = complaint.Details.Category,
            Department =
                complaint.Department
                ?? complaint.Kind switch
                {
                    RecordKind.Inquiry => organisation.Inquiries.PreSale,
                    RecordKind.OrderQuestion => organisation.Inquiries.Order,
                    RecordKind.Praise or RecordKind.Suggestion => organisation.Inquiries.Praise,
                    _ => null,
                },
            Severity = complaint.Severity,
            CustomerLevel = complaint.Complainant.Level,
            Language = complaint.Complainant.Language,
            About = complaint.Accused.ToHashSet(),
            Excluded = complaint.DeclinedBy.Concat(TookAnotherPart(complaint)).ToHashSet(),
        };

    /// <summary>True when somebody has verified it or asked the customer how it went: they cannot own it any more
    /// (docs/procedure.md §11).</summary>
    internal static bool TookAnotherPart(string staffId, Complaint complaint) => TookAnotherPart(complaint).Contains(staffId);

    private static IEnumerable<string> TookAnotherPart(Complaint complaint) =>
        complaint.History.Where(e => e.Event is Inspected or VisitRecorded or RectificationJudged).Select(e => e.By.Id);

    private static List<string> Reasons(OwnerReasons reasons)
    {
        List<string> words = [];
        if (reasons.Skill is not null)
            words.Add("skill");
        if (reasons.SpeaksLanguage)
            words.Add("language");
        if (reasons.Senior)
            words.Add("senior");
        words.Add(string.Create(CultureInfo.InvariantCulture, $"load:{reasons.Open}"));
        return words;
    }
}
