using Understanding.Facts;
using Understanding.Learning.Examples;
using Understanding.Writing;

namespace Understanding.Messages;

/// <summary>The facts of a later turn: what is marked, and where nothing is, the answer itself as the fact that was asked for.</summary>
internal static class AskedFacts
{
    // An answer longer than this is a story, not the thing.
    private const int LongestAnswer = 40;

    private static readonly PhraseTable<string> CodeWords = new(PhraseFiles.Of("Messages.CodeWords.txt"));

    /// <summary>The facts with what the question adds.</summary>
    public static Slots Of(FoundFacts found, IReadOnlyList<Mark> marks, Slots facts, string turn, Context context)
    {
        var answers = turn is TurnMeanings.Answer or TurnMeanings.Correct;
        facts = facts with
        {
            Language = turn == TurnMeanings.Language ? Language(found, marks) : null,
            Code = turn == TurnMeanings.Code ? Code(found) : null,
        };
        if (context.Asked is Context.Questions.Survey or Context.Questions.Recommend)
            facts = SurveyAnswers.Of(found, marks, facts, context.Asked, answers);
        if (turn == TurnMeanings.Correct && facts.HappenedFrom is null)
            facts = WithDay(found, facts, turn, context);
        if (!answers)
            return facts;
        return context.Asked switch
        {
            Context.Questions.Product when turn == TurnMeanings.Answer => facts with { Product = facts.Product ?? Whole(found) },
            Context.Questions.Place when turn == TurnMeanings.Answer => facts with { Place = facts.Place ?? WholePlace(found) },
            Context.Questions.Name when turn == TurnMeanings.Answer => facts with { Name = facts.Name ?? Whole(found) },
            Context.Questions.OrderNumber when facts.OrderNumber is null => facts with { OrderNumber = FirstNumber(found) },
            Context.Questions.Contact when facts.Phone is null => facts with
            {
                Phone = found.Phones is [var p, ..] ? p.Number.ToString() : SpokenContact.Phone(found.Folded),
            },
            Context.Questions.Remedy when Remedies.Of(found.Folded, isAnswer: true) is [var wish, ..] wishes => facts with
            {
                Remedy = wish,
                Remedies = wishes,
            },
            Context.Questions.When when facts.HappenedFrom is null || Corrections.Are(found.Text) => WithDay(found, facts, turn, context),
            _ => facts,
        };
    }

    // "Not the 17th, the 7th", "yesterday, no, Wednesday": the last one that is not turned down is meant.
    private static Slots WithDay(FoundFacts found, Slots facts, string turn, Context context)
    {
        var days = found.Dates.Concat(found.Lengths).OrderBy(d => d.Start).ToList();
        if (days.FindAll(d => !Forbidden.Before(found.Folded, d.Start)) is { Count: > 0 } meant)
            days = meant;
        if (turn == TurnMeanings.Correct || Corrections.Are(found.Text))
            days.Reverse();
        var (from, to) = Happened.Of(found, [.. days.Select(d => new Mark(d.Start, d.Length, "happened", null))], context);
        return from is null ? facts : facts with { HappenedFrom = from, HappenedTo = to };
    }

    private static string? Language(FoundFacts found, IReadOnlyList<Mark> marks) =>
        marks.Where(m => m.Name == "language").Select(m => m.Value).FirstOrDefault(v => v is not null)
        ?? LanguageWishes.Names.In(found.Folded).Select(f => f.Value).FirstOrDefault();

    // The digits behind the word for it.
    private static string? Code(FoundFacts found)
    {
        foreach (var word in CodeWords.In(found.Folded))
        {
            var start = found.Folded.AsSpan(word.Start + word.Length).IndexOfAnyInRange('0', '9');
            if (start < 0)
                return null;
            start += word.Start + word.Length;
            var end = start;
            while (end < found.Folded.Length && char.IsAsciiLetterOrDigit(found.Folded[end]))
                end++;
            return found.Text[start..end];
        }
        return null;
    }

    private static string? Whole(FoundFacts found) =>
        found.Text.Trim(' ', '.', '。', '!', '！', '~', ',', '，') is { Length: > 0 and <= LongestAnswer } words ? words : null;

    // "25块" and "she seems fine now" are said where a place was asked for, and are none.
    private static string? WholePlace(FoundFacts found) =>
        found.Amounts.Count > 0 || PlaceEnds.IsNone(found.Folded) || found.Phones.Count > 0 ? null : Whole(found);

    private static string? FirstNumber(FoundFacts found)
    {
        if (Messengers.AreNamed(found.Folded))
            return null;
        if (found.Codes is [var code, ..])
            return found.Text[code];
        var digits = new string([.. found.Folded.SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiLetterOrDigit)]);
        return digits.Length >= 4 ? digits : null;
    }
}
