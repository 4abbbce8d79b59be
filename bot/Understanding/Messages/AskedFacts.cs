using System.Globalization;
using Understanding.Facts;
using Understanding.Learning.Examples;

namespace Understanding.Messages;

/// <summary>The facts of a later turn: what is marked, and where nothing is, the answer itself as the fact that was asked for.</summary>
internal static class AskedFacts
{
    // An answer longer than this is a story, not the thing.
    private const int LongestAnswer = 40;

    /// <summary>The facts with what the question adds.</summary>
    public static Slots Of(FoundFacts found, IReadOnlyList<Mark> marks, Slots facts, string turn, Context context)
    {
        facts = facts with
        {
            Score = Number(found, marks, "score", 1, 5, context.Asked == Context.Questions.Survey && turn is TurnMeanings.Answer or TurnMeanings.Correct),
            Recommend = Number(
                found,
                marks,
                "recommend",
                0,
                10,
                context.Asked == Context.Questions.Recommend && turn is TurnMeanings.Answer or TurnMeanings.Correct
            ),
            Language = turn == TurnMeanings.Language ? marks.Where(m => m.Name == "language").Select(m => m.Value).FirstOrDefault() : null,
        };
        if (turn is not (TurnMeanings.Answer or TurnMeanings.Correct))
            return facts;
        return context.Asked switch
        {
            Context.Questions.Product when turn == TurnMeanings.Answer => facts with { Product = facts.Product ?? Whole(found) },
            Context.Questions.Place when turn == TurnMeanings.Answer => facts with { Place = facts.Place ?? Whole(found) },
            Context.Questions.Name when turn == TurnMeanings.Answer => facts with { Name = facts.Name ?? Whole(found) },
            Context.Questions.OrderNumber when facts.OrderNumber is null => facts with { OrderNumber = FirstNumber(found) },
            Context.Questions.Contact when facts.Phone is null => facts with { Phone = found.Phones is [var p, ..] ? p.Number.ToString() : null },
            Context.Questions.When when facts.HappenedFrom is null => WithDay(found, facts, turn, context),
            _ => facts,
        };
    }

    private static Slots WithDay(FoundFacts found, Slots facts, string turn, Context context)
    {
        // "Not the 17th, the 7th": the last one is meant.
        var days = found.Dates.Concat(found.Lengths).OrderBy(d => d.Start).ToList();
        var (from, to) = Happened.Of(
            found,
            [.. (turn == TurnMeanings.Correct ? days.AsEnumerable().Reverse() : days).Select(d => new Mark(d.Start, d.Length, "happened", null))],
            context
        );
        return facts with { HappenedFrom = from, HappenedTo = to };
    }

    private static string? Whole(FoundFacts found) =>
        found.Text.Trim(' ', '.', '。', '!', '！', '~', ',', '，') is { Length: > 0 and <= LongestAnswer } words ? words : null;

    private static string? FirstNumber(FoundFacts found)
    {
        if (found.Codes is [var code, ..])
            return found.Text[code];
        var digits = new string([.. found.Folded.SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiLetterOrDigit)]);
        return digits.Length >= 4 ? digits : null;
    }

    private static int? Number(FoundFacts found, IReadOnlyList<Mark> marks, string name, int least, int most, bool isAsked)
    {
        foreach (var mark in marks.Where(m => m.Name == name))
        {
            if (mark.Value is { } value && int.TryParse(value, CultureInfo.InvariantCulture, out var marked) && marked >= least && marked <= most)
                return marked;
        }
        for (var i = 0; isAsked && i < found.Folded.Length; i++)
        {
            if (Figure.At(found.Folded, i) is { } figure && figure.Value >= least && figure.Value <= most && figure.Value == (int)figure.Value)
                return (int)figure.Value;
        }
        return null;
    }
}
