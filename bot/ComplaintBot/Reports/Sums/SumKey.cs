namespace ComplaintBot.Reports.Sums;

/// <summary>Which sum: the key of table <c>figure_sums</c>, in the order in which sums are written.</summary>
internal readonly record struct SumKey(
    string Series,
    string Unit,
    string Day,
    string Later,
    string Department,
    string Category,
    int Severity,
    string CustomerLevel,
    string AboutStaff,
    long Bin
) : IComparable<SumKey>
{
    public int CompareTo(SumKey other)
    {
        var texts = string.CompareOrdinal(Series, other.Series);
        texts = texts != 0 ? texts : string.CompareOrdinal(Unit, other.Unit);
        texts = texts != 0 ? texts : string.CompareOrdinal(Day, other.Day);
        texts = texts != 0 ? texts : string.CompareOrdinal(Later, other.Later);
        texts = texts != 0 ? texts : string.CompareOrdinal(Department, other.Department);
        texts = texts != 0 ? texts : string.CompareOrdinal(Category, other.Category);
        texts = texts != 0 ? texts : Severity.CompareTo(other.Severity);
        texts = texts != 0 ? texts : string.CompareOrdinal(CustomerLevel, other.CustomerLevel);
        texts = texts != 0 ? texts : string.CompareOrdinal(AboutStaff, other.AboutStaff);
        return texts != 0 ? texts : Bin.CompareTo(other.Bin);
    }

    public static bool operator <(SumKey left, SumKey right) => left.CompareTo(right) < 0;

    public static bool operator >(SumKey left, SumKey right) => left.CompareTo(right) > 0;

    public static bool operator <=(SumKey left, SumKey right) => left.CompareTo(right) <= 0;

    public static bool operator >=(SumKey left, SumKey right) => left.CompareTo(right) >= 0;
}
