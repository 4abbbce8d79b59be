using Complaints.Organisations;

namespace Complaints.Quality;

/// <summary>Finds the same problem again (docs/procedure.md §8): same category and the same product or place, or the same cause, or the
/// same customer, within the time that
/// a preventive measure is watched after the earlier one was closed.</summary>
public static class Recurrence
{
    // Two causes in words are one when so much of their letter pairs is shared. Chosen so that a changed word or two still counts
    // and another cause of the same class does not.
    private const double SameCause = 0.6;

    /// <summary>The closed complaint that <paramref name="later"/> repeats: the last one closed before it came in; null when there
    /// is none.</summary>
    public static Problem? Find(Problem later, IEnumerable<Problem> earlier, QualityPolicy policy)
    {
        return earlier
            .Where(e =>
                e.Ticket != later.Ticket
                && e.ClosedAt is { } closed
                && closed <= later.ReceivedAt
                && later.ReceivedAt <= Until(closed, policy)
                && IsSame(e, later)
            )
            .MaxBy(e => e.ClosedAt);
    }

    /// <summary>True when both are about one problem; time is not looked at.</summary>
    public static bool IsSame(Problem one, Problem other)
    {
        return one.Category == other.Category
            && (
                one.Customer == other.Customer
                || Same(one.Product, other.Product)
                || Same(one.Place, other.Place)
                || (one.Cause is { } a && other.Cause is { } b && Likeness(a, b) >= SameCause)
            );
    }

    /// <summary>How alike two texts are: the share (0..1) of their pairs of neighbouring letters that both have.</summary>
    internal static double Likeness(string a, string b)
    {
        var (pairs, others) = (Pairs(a), Pairs(b));
        return pairs.Count + others.Count == 0 ? 0 : 2.0 * pairs.Intersect(others).Count() / (pairs.Count + others.Count);
    }

    private static DateTimeOffset Until(DateTimeOffset closed, QualityPolicy policy)
    {
        var watch = policy.Effectiveness;
        return closed.AddMonths(watch.Months).AddDays(watch.Days) + watch.Time;
    }

    private static bool Same(string? a, string? b) =>
        a is not null && b is not null && Letters(a) is { Length: > 1 } text && text == Letters(b);

    private static HashSet<string> Pairs(string text)
    {
        var letters = Letters(text);
        return [.. Enumerable.Range(0, Math.Max(0, letters.Length - 1)).Select(i => letters.Substring(i, 2))];
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
