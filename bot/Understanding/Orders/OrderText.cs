using Understanding.Learning.Examples;
using Understanding.Learning.Sentences;
using Understanding.Writing;

namespace Understanding.Orders;

/// <summary>What staff typed, made ready for reading.</summary>
/// <param name="Text">As written.</param>
/// <param name="Known">Parts of it that need no learning.</param>
/// <param name="Sentence">Folded, cut into tokens.</param>
/// <param name="Context">What the turn knows.</param>
internal sealed record OrderText(string Text, IReadOnlyList<Known> Known, Sentence Sentence, Context Context)
{
    private static readonly char[] Around = [.. " \n\r\t,，、;；:：。.!！-–—\"“”~～"];

    /// <summary>Makes a text ready.</summary>
    public static OrderText Of(string text, Context context)
    {
        var folded = CharacterFolding.Fold(text);
        var known = KnownParts.Of(text, folded, context.Now, PartyNames.Of(context.Organisation));
        return new(text, known, Sentence.Of(folded, known, OrderExamples.Signs), context);
    }

    /// <summary>The text, folded: as long as it.</summary>
    public string Folded => Sentence.Folded;

    /// <summary>A part as written, without punctuation around it.</summary>
    public string Words(int start, int length) => Text.Substring(start, length).Trim(Around);

    /// <summary>A fact as written, without punctuation around it; a question keeps its mark.</summary>
    public string Words(Mark mark) => Words(mark.Start, mark.Length);
}
