namespace Understanding.Learning.Sentences;

/// <summary>A part of a text that is known without learning: a ticket number, a colleague's name, a date. Learning sees its kind
/// instead of its words, so that one example stands for all of that kind.</summary>
/// <param name="Start">Where it begins, in UTF-16 units.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Kind">What it is, by a short word: "ticket", "person", "date".</param>
internal readonly record struct Known(int Start, int Length, string Kind);
