using System.Text.Json;
using Understanding.Questions;

namespace Understanding.Intentions;

/// <summary>What staff want: typed commands first, then a question that the parser can read.</summary>
internal sealed class StaffIntents(IQuestionParser questions)
{
    /// <summary>The intent with its inputs or query.</summary>
    public Meaning Of(string text, string folded, Slots facts, Context context)
    {
        var parsed = questions.Parse(text, context.Language ?? "zh-CN", context.Organisation, context.Now, context.Previous);
        return Of(text, folded, facts, context, parsed) with { Question = parsed };
    }

    private static Meaning Of(string text, string folded, Slots facts, Context context, ParsedQuestion parsed)
    {
        // "等客户确认的投诉有哪些" speaks of customers and is a question all the same.
        if (
            StaffWords.Of(text, folded, facts, context) is { } typed
            && !(
                typed.Intent == Intents.Complain
                && parsed.Query is not null
                && StaffWords.IsQuestion(folded)
                && !StaffWords.IsLogging(folded)
            )
        )
            return typed;
        if (parsed.Query is { } query)
            return new()
            {
                Intent = Intents.Ask,
                Slots = new() { Ticket = facts.Ticket },
                Query = JsonSerializer.SerializeToElement(query, QueryJson.Options),
            };
        // Asked for something that is not kept, or not understood to the end: still a question, and the answer says what can be asked.
        var asks =
            parsed.Unclear is { Reason: not (UnclearReason.NoQuestion or UnclearReason.UnknownWords or UnclearReason.TooLong) }
            || StaffWords.IsQuestion(folded);
        if (asks)
            return new()
            {
                Intent = Intents.Ask,
                Slots = new() { Ticket = facts.Ticket },
            };
        // A story of trouble from staff is a customer's.
        var told = SmallTalk.Of(folded) is null ? IntentModel.Standard.Of(folded) : default;
        return new()
        {
            Intent =
                told is { Label: Intents.Complain, Confidence: > IntentModel.Threshold } && folded.Length >= 8
                    ? Intents.Complain
                    : Intents.Unclear,
            Slots = facts,
        };
    }
}
