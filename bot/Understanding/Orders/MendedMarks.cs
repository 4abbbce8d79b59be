using System.Buffers;
using Understanding.Learning.Examples;
using Understanding.Writing;

namespace Understanding.Orders;

/// <summary>What is learnt marks a fact a little wrong now and then; where a part of the text is known for certain, that decides.</summary>
internal static class MendedMarks
{
    private static readonly SearchValues<char> PlaceSigns = PhraseFiles.Signs("Orders.InputWords.txt", "place");
    private static readonly string[] People = ["to", "from", "owner", "who", "person"];

    /// <summary>The marks: 第二件 is a place in the list and nobody's name, and a department of the organisation is taken whole.</summary>
    public static IReadOnlyList<Mark> Of(IReadOnlyList<Mark> marks, OrderText text) =>
        [.. marks.Select(m => IsPlace(m, text.Folded) ? m with { Name = "select", Value = "position" } : Whole(m, text))];

    private static bool IsPlace(Mark mark, string folded) =>
        (mark.Name == "select" || People.Contains(mark.Name))
        && PlaceSigns.Contains(folded[mark.Start])
        && ListPlaces.Number(folded.Substring(mark.Start, mark.Length)) is not null;

    private static Mark Whole(Mark mark, OrderText text)
    {
        if (mark.Name != "department")
            return mark;
        var end = mark.Start + mark.Length;
        // The marked part of a name is the name; words around it stay what they are.
        var known = text.Known.FirstOrDefault(k => k.Kind == KnownParts.Party && k.Start <= mark.Start && end <= k.Start + k.Length);
        return known is { Length: > 0 } ? mark with { Start = known.Start, Length = known.Length } : mark;
    }
}
