using System.Globalization;
using Understanding;

namespace ComplaintBot.Conversations;

/// <summary>Words that the bot was not sure of, and what it offered that they may mean. The next message picks one, or drops it.</summary>
/// <param name="Text">The words.</param>
/// <param name="Language">The language they were said in.</param>
/// <param name="Token">Names the question: the button of an older one picks nothing.</param>
/// <param name="Choices">What was offered, at most three, in the order shown.</param>
/// <param name="Other">The words of the button for "something else".</param>
public sealed record AskedMeaning(string Text, string Language, string Token, IReadOnlyList<PossibleMeaning> Choices, string Other)
{
    /// <summary>The most that are offered.</summary>
    public const int Most = 3;

    /// <summary>True for "something else".</summary>
    public bool IsOther(string text)
    {
        return string.Equals(text.Trim(), Other, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>What typed words pick: the words of a button, or its place ("2"). Null for anything else.</summary>
    public Alternative? PickedBy(string text)
    {
        var said = text.Trim().TrimEnd('?', '？', '.', '。');
        for (var i = 0; i < Choices.Count; i++)
        {
            if (
                string.Equals(said, Choices[i].Title.TrimEnd('?', '？'), StringComparison.OrdinalIgnoreCase)
                || said.Length == 1 && Place(said[0]) == i + 1
            )
                return Choices[i].Meaning;
        }
        return null;
    }

    // 2, 二 and ② are the second.
    private static double Place(char c) => CharUnicodeInfo.GetNumericValue(c);
}

/// <summary>Something that words may mean.</summary>
/// <param name="Title">The words on its button.</param>
/// <param name="Meaning">What it is.</param>
public sealed record PossibleMeaning(string Title, Alternative Meaning);
