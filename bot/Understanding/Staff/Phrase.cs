using System.Text.RegularExpressions;

namespace Understanding.Staff;

/// <summary>A part of what was typed, as written and folded; both equally long.</summary>
internal readonly partial record struct Phrase(string Written, string Folded)
{
    /// <summary>True when there are no words in it.</summary>
    public bool IsEmpty => Text.Length == 0;

    /// <summary>As written, without punctuation around it.</summary>
    public string Text => CommandText.Trim(Written);

    /// <summary>From a place on.</summary>
    public Phrase From(int start) => new(Written[start..], Folded[start..]);

    /// <summary>A part.</summary>
    public Phrase Part(int start, int length) => new(Written.Substring(start, length), Folded.Substring(start, length));

    /// <summary>The rest when a part is taken out; a comma keeps what was apart apart.</summary>
    public Phrase Without(int start, int length) =>
        new(Written[..start] + "," + Written[(start + length)..], Folded[..start] + "," + Folded[(start + length)..]);

    /// <summary>The pieces between commas and semicolons, without the empty ones.</summary>
    public IReadOnlyList<Phrase> Pieces() => Split(Comma());

    /// <summary>The pieces between semicolons, line ends and numbers such as "2." or "②".</summary>
    public IReadOnlyList<Phrase> Items() => Split(Semicolon());

    /// <summary>What is left without words that only lead to a reason: ，因为… / because …</summary>
    public string Reason()
    {
        var self = this;
        var (written, folded) = (Text, "");
        folded = self.Folded.Substring(self.Written.IndexOf(written, StringComparison.Ordinal), written.Length);
        return CommandText.Trim(written[Because().Match(folded).Length..]);
    }

    private IReadOnlyList<Phrase> Split(Regex between)
    {
        var (pieces, start) = (new List<Phrase>(), 0);
        foreach (Match match in between.Matches(Folded))
        {
            pieces.Add(Part(start, match.Index - start));
            start = match.Index + match.Length;
        }
        pieces.Add(From(start));
        return [.. pieces.Where(p => !p.IsEmpty)];
    }

    [GeneratedRegex(@"[,;。\n、]+(?!\d{3}\b)", RegexOptions.None, 10_000)]
    private static partial Regex Comma();

    [GeneratedRegex(@"[;\n]+|(?<![\d.])\d\s*[.、)](?=\D)|[①②③④⑤⑥⑦⑧⑨]|\b(first|second|third)ly,", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Semicolon();

    [GeneratedRegex(
        @"^[\s,;:]*(因为|由于|因|理由(是|为)?|原因(是|为)?|because( of)?|since|as|due to|reason( is)?|for)(?![a-z])[\s:,]*",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Because();
}
