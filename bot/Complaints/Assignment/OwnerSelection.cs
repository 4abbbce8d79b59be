using Complaints.Organisations;

namespace Complaints.Assignment;

/// <summary>Chooses the owner of a complaint (docs/procedure.md §4). Pure: the same question and loads give the same owner.</summary>
public static class OwnerSelection
{
    /// <summary>The owner among the handlers of the department and those below it, or the queue with the person who answers for it.
    /// <paramref name="loads"/> by staff id; who is missing carries nothing.</summary>
    public static AssignmentChoice Choose(AssignmentQuestion question, Attendance attendance, IReadOnlyDictionary<string, Workload> loads)
    {
        var department = question.DepartmentIn(attendance.Organisation);
        var suitability = new Suitability(question, attendance, loads);
        var ruledOut = suitability.Handlers.Select(h => (Handler: h, Because: suitability.RulesOut(h))).ToList();
        var left = ruledOut.Where(c => c.Because is null).Select(c => c.Handler).ToList();
        var passed = ruledOut.Where(c => c.Because is not null).ToDictionary(c => c.Handler.Id, c => c.Because!.Value);
        if (left.Count == 0)
        {
            return new()
            {
                Department = department,
                Answerable = AnswerableLine.For(department, attendance, suitability.Conflicted),
                PassedOver = InOrder(suitability.Handlers, passed),
            };
        }

        left = Keep(left, suitability.LanguageFit, PassedOverBecause.Language, passed);
        if (question.WantsSenior)
            left = Keep(left, h => h.Senior ? 1 : 0, PassedOverBecause.Level, passed);
        var owner = FairShare.Next(left, loads);
        foreach (var other in left.Where(h => h != owner))
            passed[other.Id] = PassedOverBecause.Turn;
        var load = loads.GetValueOrDefault(owner.Id);
        return new()
        {
            Owner = owner,
            Department = department,
            Answerable = owner,
            Reasons = new(
                suitability.HasSkill(owner) ? question.Category : null,
                suitability.LanguageFit(owner) == Suitability.SameLanguage,
                question.WantsSenior && owner.Senior,
                load.Open,
                owner.Capacity,
                left.TrueForAll(h => FairShare.Share(owner, loads) <= FairShare.Share(h, loads))
            ),
            PassedOver = InOrder(suitability.Handlers, passed),
        };
    }

    /// <summary>The owner after a reopening: the former one when there and free of conflict, else who stands in, else a new choice.
    /// After an <paramref name="appeal"/> always somebody else.</summary>
    public static AssignmentChoice AtReopening(
        AssignmentQuestion question,
        string formerOwner,
        bool appeal,
        Attendance attendance,
        IReadOnlyDictionary<string, Workload> loads
    )
    {
        var suitability = new Suitability(question, attendance, loads);
        var barred = suitability.Conflicted.Union(question.Excluded).ToHashSet();
        if (appeal)
            return Choose(question with { Excluded = question.Excluded.Append(formerOwner).ToHashSet() }, attendance, loads);
        if (barred.Contains(formerOwner) || attendance.WhoStandsInFor(formerOwner, barred) is not { } owner)
            return Choose(question, attendance, loads);
        return new()
        {
            Owner = owner,
            Department = owner.Department,
            Answerable = owner,
            Reasons = new(
                suitability.HasSkill(owner) ? question.Category : null,
                suitability.LanguageFit(owner) == Suitability.SameLanguage,
                question.WantsSenior && owner.Senior,
                loads.GetValueOrDefault(owner.Id).Open,
                owner.Capacity,
                LeastLoaded: false
            ),
        };
    }

    private static List<StaffMember> Keep(
        List<StaffMember> handlers,
        Func<StaffMember, int> fit,
        PassedOverBecause because,
        Dictionary<string, PassedOverBecause> passed
    )
    {
        var best = handlers.Max(fit);
        foreach (var handler in handlers.Where(h => fit(h) < best))
            passed[handler.Id] = because;
        return [.. handlers.Where(h => fit(h) == best)];
    }

    private static List<PassedOver> InOrder(IReadOnlyList<StaffMember> handlers, Dictionary<string, PassedOverBecause> passed) =>
        [.. handlers.Where(h => passed.ContainsKey(h.Id)).Select(h => new PassedOver(h.Id, passed[h.Id]))];
}
