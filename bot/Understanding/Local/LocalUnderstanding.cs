using Complaints.Organisations;
using Understanding.Categories;
using Understanding.Facts;
using Understanding.Grades;
using Understanding.Learning;
using Understanding.Messages;
using Understanding.Orders;
using Understanding.Questions;
using Understanding.Writing;

namespace Understanding.Local;

/// <summary>Makes out messages on this machine alone: set phrases, word lists, the organisation's own names, and small linear
/// models that learn when the process
/// starts. The same text and the same learning give the same answer on every machine.</summary>
public sealed class LocalUnderstanding(LearnedCategories learned, IQuestionParser questions, LearnedMeanings? meanings = null)
    : IUnderstanding
{
    /// <summary>Text beyond this many characters changes nothing; complaints are shorter.</summary>
    private const int Longest = 6000;

    private readonly CategoryReader _categories = new(learned);
    private readonly StaffReader _staff = new(questions, meanings ?? new());
    private readonly CustomerReader _customers = new(learned, meanings ?? new());

    /// <inheritdoc/>
    public ValueTask<Meaning> ReadAsync(string text, Context context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Read(text, context));

    /// <summary>What the text means; never throws for any text.</summary>
    public Meaning Read(string text, Context context)
    {
        text = text.Trim();
        if (text.Length > Longest)
            text = text[..Longest];
        var folded = CharacterFolding.Fold(text);
        if (context.Role == SpeakerRole.Customer)
            return Withdrawals.Settled(
                TakenApart(text, _customers.Of(text, context), context) with
                {
                    Verdict = Verdicts.Of(folded),
                    KeepsOn = Withdrawals.AreDenied(folded),
                }
            );
        return OfStaff(text, folded, FactReader.Of(text, folded, context), context);
    }

    // A first message may tell several matters; an answer to "where?" may tell more than the place.
    private Meaning TakenApart(string text, Meaning whole, Context context)
    {
        Meaning Part(string part) => _customers.Of(part, context with { Asked = null });
        return context.Asked switch
        {
            Context.Questions.Place => whole with { Clauses = Messages.Clauses.Of(text, Part) },
            Context.Questions.Category
            or Context.Questions.Product
            or Context.Questions.When
            or Context.Questions.Remedy
            or Context.Questions.Contact
            or Context.Questions.Name
            or Context.Questions.OrderNumber
            or Context.Questions.Summary => whole,
            _ => Messages.Matters.In(text, context.Organisation, Part) is { Count: > 1 } told
                ? whole with
                {
                    Told = told,
                    Matters = told.Count,
                }
                : whole,
        };
    }

    private Meaning OfStaff(string text, string folded, Slots facts, Context context)
    {
        var read = _staff.Of(text, context);
        if (read.Intent != Intents.Complain)
            return read;
        return Told(
            Intents.Complain,
            folded,
            facts with
            {
                OnBehalf = true,
            },
            _categories.Of(
                folded,
                CustomerModels.Topic.Value.Rank(CustomerExample.Read(text, context.Now, context.Language).Sentence),
                context.Organisation
            ),
            SeverityWords.Of(folded) is { } ground ? (ground.Severity, ground.Reason) : null,
            context.Organisation
        ) with
        {
            Question = read.Question,
        };
    }

    private Meaning Told(
        string intent,
        string folded,
        Slots facts,
        Learning.Guess? category,
        (Severity Severity, string Reason)? grave,
        Organisation organisation
    )
    {
        if (LargeClaim(facts, organisation) && !(grave?.Severity >= Severity.High))
            grave = (Severity.High, "amount");
        return new()
        {
            Intent = intent,
            Category = category?.Label,
            CategoryConfidence = category?.Confidence ?? 0,
            Severity = grave?.Severity ?? LearnedSeverity(intent, folded),
            SeverityReason = grave?.Reason,
            Slots = intent
                is Intents.Complain
                    or Intents.Praise
                    or Intents.Satisfied
                    or Intents.Unsatisfied
                    or Intents.Withdraw
                    or Intents.Human
                    or Intents.AddInformation
                ? facts
                : facts with
                {
                    Sentiment = null,
                },
        };
    }

    private static bool LargeClaim(Slots facts, Organisation organisation) =>
        facts.Amount is { } sum && organisation.Quality.LargeClaims.TryGetValue(sum.Currency, out var large) && sum.Value >= large;

    private Severity? LearnedSeverity(string intent, string folded) =>
        intent == Intents.Complain ? learned.Current?.Severity(folded) : null;
}
