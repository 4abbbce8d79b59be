namespace Understanding.Writing;

/// <summary>Makes different ways of writing the same thing equal, one character for one, so that places in the folded text are
/// places in the original: full width to half width, upper to lower case, traditional to simplified, typographic quotes and dashes
/// to plain ones.</summary>
public static class CharacterFolding
{
    private static readonly char[] Table = BuildTable();

    /// <summary>The folded form of one UTF-16 unit.</summary>
    public static char Fold(char c) => Table[c];

    /// <summary>Folds <paramref name="text"/> into <paramref name="target"/>, which must be at least as long.</summary>
    public static void Fold(ReadOnlySpan<char> text, Span<char> target)
    {
        var table = Table;
        for (var i = 0; i < text.Length; i++)
            target[i] = table[text[i]];
    }

    /// <summary>The folded text; as long as <paramref name="text"/>.</summary>
    public static string Fold(string text) => string.Create(text.Length, text, static (target, source) => Fold(source, target));

    private static char[] BuildTable()
    {
        var table = new char[char.MaxValue + 1];
        for (var i = 0; i < table.Length; i++)
            table[i] = char.IsSurrogate((char)i) ? (char)i : char.ToLowerInvariant((char)i);
        for (var i = 0xFF01; i <= 0xFF5E; i++)
            table[i] = char.ToLowerInvariant((char)(i - 0xFEE0));
        foreach (var space in "\u00A0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u3000\t")
            table[space] = ' ';
        foreach (var quote in "\u2018\u2019\u02BC\uFF07`´")
            table[quote] = '\'';
        foreach (var quote in "\u201C\u201D\u300C\u300D\u300E\u300F")
            table[quote] = '"';
        foreach (var dash in "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE63")
            table[dash] = '-';
        foreach (var tilde in "\u301C\u223C")
            table[tilde] = '~';
        table['\uFF61'] = '。';
        foreach (var pair in EmbeddedLines.Of("Writing.Traditional.txt").Where(l => l[0] != '#').SelectMany(l => l.Split(' ')))
            table[pair[0]] = pair[1];
        return table;
    }
}
