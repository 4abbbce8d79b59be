namespace Understanding.Learning.Sentences;

/// <summary>The smallest part of a sentence: one Chinese character, one word of letters, one number, one sign.</summary>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Shape">What it is made of.</param>
/// <param name="Key">The feature that stands for it: its letters; its length when it is a longer number.</param>
/// <param name="Kind">The kind of the known part that it belongs to; null when it belongs to none.</param>
/// <param name="IsFirst">True for the first token of its known part.</param>
internal readonly record struct Token(int Start, int Length, TokenShape Shape, uint Key, string? Kind, bool IsFirst)
{
    /// <summary>Just behind it.</summary>
    public int End => Start + Length;
}

/// <summary>What a token is made of.</summary>
internal enum TokenShape
{
    /// <summary>A Chinese character, or any letter that is no Latin one.</summary>
    Character,

    /// <summary>Latin letters, with digits among them.</summary>
    Word,

    /// <summary>Digits, with separators inside ("41.20", "16:30").</summary>
    Number,

    /// <summary>Punctuation and pictures.</summary>
    Sign,
}
