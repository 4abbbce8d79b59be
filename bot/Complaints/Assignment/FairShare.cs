using Complaints.Organisations;

namespace Complaints.Assignment;

/// <summary>Whose turn it is among people who are equally fit: the smallest share of capacity in use, then the longest since the
/// last assignment, then the file's order. In a burst somebody who starts with less gets at most one more than the others, not all
/// of it.</summary>
internal static class FairShare
{
    public static StaffMember Next(IReadOnlyList<StaffMember> fit, IReadOnlyDictionary<string, Workload> loads)
    {
        var fewestLately = fit.Min(h => loads.GetValueOrDefault(h.Id).Lately);
        return fit.Where(h => loads.GetValueOrDefault(h.Id).Lately <= fewestLately + 1)
            .OrderBy(h => Share(h, loads))
            .ThenBy(h => loads.GetValueOrDefault(h.Id).LastAssigned ?? DateTimeOffset.MinValue)
            .First();
    }

    /// <summary>The share of a person's capacity in use, 0 and more.</summary>
    public static double Share(StaffMember person, IReadOnlyDictionary<string, Workload> loads) =>
        loads.GetValueOrDefault(person.Id).Open / (double)person.Capacity;
}
