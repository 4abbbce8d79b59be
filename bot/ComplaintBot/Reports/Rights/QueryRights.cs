using Complaints.Organisations;
using Understanding.Questions;
using Understanding.Questions.Names;

namespace ComplaintBot.Reports.Rights;

/// <summary>What stands between a query and its answer: a right that the asker lacks, or a name that needs to be settled.</summary>
public abstract record Obstacle
{
    /// <summary>The asker names a department (by id) or a person (by name) whose complaints are not theirs to see. Nothing is
    /// counted.</summary>
    public sealed record NotAllowed(string What) : Obstacle;

    /// <summary>A written name fits several colleagues.</summary>
    public sealed record WhichPerson(string Written, IReadOnlyList<StaffMember> Candidates) : Obstacle;

    /// <summary>A written name fits nobody.</summary>
    public sealed record NoSuchPerson(string Written) : Obstacle;
}

/// <summary>A query with every name settled: ids of owners, departments and accused.</summary>
public sealed record SettledQuery(ComplaintQuery Query, Asker Asker, SettledNames Asked, SettledNames LeftOut);

/// <summary>Ids behind the names of a filter; null = not said.</summary>
public sealed record SettledNames(IReadOnlyList<string>? Owners, IReadOnlyList<string>? Departments, IReadOnlyList<string>? Accused);

/// <summary>Settles the names of a query and checks them against the asker's rights. A department means itself and those below
/// it.</summary>
public static class QueryRights
{
    /// <summary>The settled query, or what stands in the way; exactly one is set.</summary>
    public static (SettledQuery? Query, Obstacle? Obstacle) Settle(ComplaintQuery query, Asker asker)
    {
        var (asked, obstacle) = Names(query.Filters, asker, mustSee: true);
        if (obstacle is not null)
            return (null, obstacle);
        // Leaving out somebody whose complaints are out of sight anyway tells nothing, so it needs no right.
        var (leftOut, unknown) = Names(query.Filters?.Not, asker, mustSee: false);
        return unknown is null ? (new(query, asker, asked!, leftOut!), null) : (null, unknown);
    }

    private static (SettledNames? Names, Obstacle? Obstacle) Names(QueryFilters? filters, Asker asker, bool mustSee)
    {
        var organisation = asker.Organisation;
        HashSet<string>? departments = null;
        foreach (var said in filters?.Department ?? [])
        {
            var department = said == "me" ? asker.Member.Department : said;
            // Whoever sees only their own may still say "my department": they get what is theirs of it.
            if (mustSee && said != "me" && department != asker.Member.Department && !asker.SeesDepartment(department))
                return (null, new Obstacle.NotAllowed(department));
            (departments ??= []).UnionWith(organisation.Departments.Where(d => organisation.IsWithin(d.Id, department)).Select(d => d.Id));
        }
        var (owners, obstacle) = People(filters?.Owner, asker);
        if (obstacle is null && mustSee && owners?.Find(o => !asker.SeesOwner(o)) is { } hidden)
            obstacle = new Obstacle.NotAllowed(hidden.Name);
        // Whom complaints are about needs no right of its own: of those complaints, the asker counts what is in sight.
        var (accused, unclear) = People(filters?.About, asker);
        obstacle ??= unclear;
        if (obstacle is not null)
            return (null, obstacle);
        return (new(owners?.ConvertAll(o => o.Id), departments?.ToList(), accused?.ConvertAll(o => o.Id)), null);
    }

    private static (List<StaffMember>? People, Obstacle? Obstacle) People(OneOrMore? written, Asker asker)
    {
        List<StaffMember>? people = null;
        foreach (var name in written ?? [])
        {
            var found = name == "me" ? [asker.Member] : Colleagues.Match(name, asker.Organisation);
            if (found.Count != 1)
                return (null, found.Count == 0 ? new Obstacle.NoSuchPerson(name) : new Obstacle.WhichPerson(name, found));
            (people ??= []).Add(found[0]);
        }
        return (people, null);
    }
}
