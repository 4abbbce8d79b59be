using Complaints.Organisations;

namespace Complaints.Assignment;

/// <summary>Who may own one complaint at all.</summary>
internal sealed class Suitability
{
    /// <summary>The value of <see cref="LanguageFit"/> for the customer's own language.</summary>
    public const int SameLanguage = 2;

    private readonly AssignmentQuestion _question;
    private readonly Attendance _attendance;
    private readonly IReadOnlyDictionary<string, Workload> _loads;
    private readonly bool _skillIsThere;

    public Suitability(AssignmentQuestion question, Attendance attendance, IReadOnlyDictionary<string, Workload> loads)
    {
        (_question, _attendance, _loads) = (question, attendance, loads);
        var organisation = attendance.Organisation;
        Conflicted = Line.Of(organisation, question.About);
        var department = question.DepartmentIn(organisation);
        Handlers = [.. organisation.StaffWith(Role.Handler).Where(s => organisation.IsWithin(s.Department, department))];
        _skillIsThere = Handlers.Any(h => HasSkill(h) && Unavailable(h) is null);
    }

    /// <summary>Everybody in the line of those whom the complaint is about.</summary>
    public IReadOnlySet<string> Conflicted { get; }

    /// <summary>The handlers of the department and those below it, in the file's order.</summary>
    public IReadOnlyList<StaffMember> Handlers { get; }

    /// <summary>What rules a handler out; null = may own it. The skill is asked for while somebody who has it is there, even with
    /// full hands: then the complaint waits for them. When all who have it are away or barred, any handler of the department will
    /// do.</summary>
    public PassedOverBecause? RulesOut(StaffMember handler)
    {
        if (Unavailable(handler) is { } because)
            return because;
        if (_skillIsThere && !HasSkill(handler))
            return PassedOverBecause.Skill;
        return _loads.GetValueOrDefault(handler.Id).Open >= handler.Capacity ? PassedOverBecause.Full : null;
    }

    public bool HasSkill(StaffMember handler) => handler.Skills.Contains(_question.Category);

    /// <summary>2 = the customer's language, 1 = the other Chinese, 0 = none of them. A person without languages serves in any.</summary>
    public int LanguageFit(StaffMember handler)
    {
        if (handler.Languages.Count == 0 || handler.Languages.Contains(_question.Language, StringComparer.OrdinalIgnoreCase))
            return SameLanguage;
        return handler.Languages.Any(l => Primary(l).Equals(Primary(_question.Language), StringComparison.OrdinalIgnoreCase)) ? 1 : 0;
    }

    private static string Primary(string tag) => tag.Split('-')[0];

    private PassedOverBecause? Unavailable(StaffMember handler)
    {
        if (Conflicted.Contains(handler.Id))
            return PassedOverBecause.Conflict;
        if (_question.Excluded.Contains(handler.Id))
            return PassedOverBecause.Excluded;
        return _attendance.IsAbsent(handler) ? PassedOverBecause.Absent : null;
    }
}
