namespace Understanding.Learning.Examples;

/// <summary>A sentence to learn from, with the facts that a linguist marked in it.</summary>
/// <param name="Section">The words of the section that it stands in: what the sentence is an example of.</param>
/// <param name="Text">The sentence without the marks.</param>
/// <param name="Marks">The facts, in the order of the text; they do not overlap.</param>
internal sealed record MarkedExample(IReadOnlyList<string> Section, string Text, IReadOnlyList<Mark> Marks);

/// <summary>A marked part of a sentence.</summary>
/// <param name="Start">Where it begins, in UTF-16 units.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Name">What it is: reason, to, ticket …</param>
/// <param name="Value">One of a closed list when the mark says which ("severity=high"); else null.</param>
internal readonly record struct Mark(int Start, int Length, string Name, string? Value);
