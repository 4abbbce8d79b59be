namespace Understanding.Facts;

/// <summary>Finds e-mail addresses, also where Chinese words stand right before or behind them.</summary>
internal static class EmailAddresses
{
    /// <summary>Where they stand in a folded text.</summary>
    public static IEnumerable<Range> Find(string folded)
    {
        for (var at = folded.IndexOf('@', StringComparison.Ordinal); at >= 0; at = folded.IndexOf('@', at + 1))
        {
            var (start, end) = (at, at + 1);
            while (start > 0 && (char.IsAsciiLetterOrDigit(folded[start - 1]) || folded[start - 1] is '.' or '_' or '%' or '+' or '-'))
                start--;
            var hasDot = false;
            while (end < folded.Length && (char.IsAsciiLetterOrDigit(folded[end]) || folded[end] is '.' or '-'))
                hasDot |= folded[end++] == '.' && end - at > 2;
            while (end > at + 1 && folded[end - 1] is '.' or '-')
                end--;
            if (start < at && hasDot && folded.AsSpan(at, end - at).Contains('.'))
                yield return start..end;
        }
    }
}
