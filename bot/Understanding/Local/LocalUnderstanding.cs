using Complaints.Organisations;
using Understanding.Categories;
using Understanding.Facts;
using Understanding.Grades;
using Understanding.Intentions;
using Understanding.Questions;
using Understanding.Writing;

namespace Understanding.Local;

/// <summary>Makes out messages on this machine alone: set phrases, word lists, the organisation's own names, and small linear
/// models that learn when the process
/// starts. The same text and the same learning give the same answer on every machine.</summary>
public sealed class LocalUnderstanding(LearnedCategories learned, IQuestionParser questions) : IUnderstanding
{
    /// <summary>Text beyond this many characters changes nothing; complaints are shorter.</summary>
    private const int Longest = 6000;

    private readonly CategoryReader _categories = new(learned);
    private readonly StaffIntents _staff = new(questions);

    /// <inheritdoc/>
    public ValueTask<Meaning> ReadAsync(string text, Context context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Read(text, context));

    /// <summary>What the text means; never throws for any text.</summary>
    public Meaning Read(string text, Context context)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        text = text.Trim();
        if (text.Length > Longest)
            text = text[..Longest];
        var folded = CharacterFolding.Fold(text);
        var facts = FactReader.Of(text, folded, context);
        return context.Role == SpeakerRole.Customer
            ? TakenApart(text, OfCustomer(folded, facts, context.Organisation), context) with { Verdict = Messages.Verdicts.Of(folded) }
            : OfStaff(text, folded, facts, context);
    }

    // A first message may tell several matters; an answer to "where?" may tell more than the place.
    private Meaning TakenApart(string text, Meaning whole, Context context)
    {
        Meaning Part(string part)
        {
            var folded = CharacterFolding.Fold(part);
            return OfCustomer(folded, FactReader.Of(part, folded, context), context.Organisation);
        }
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
            _ => whole with { Told = Messages.Matters.In(text, context.Organisation, Part) },
        };
    }

    private Meaning OfCustomer(string folded, Slots facts, Organisation organisation)
    {
        var grave = SeverityWords.Of(folded);
        var named = _categories.Of(folded, organisation);
        var intent = CustomerIntents.Of(
            folded,
            facts,
            grave is { Severity: > Severity.Low }
                || (named is { } category && (facts.Sentiment < 0 || category.Confidence >= OrganisationWords.ByName))
        );
        // "Yes" and "hello" are about nothing.
        return intent is Intents.Yes or Intents.No or Intents.Skip or Intents.Cancel or Intents.Greeting or Intents.Thanks
            ? new()
            {
                Intent = intent,
                Slots = new() { Ticket = facts.Ticket },
            }
            : Told(intent, folded, facts, named, grave, organisation);
    }

    private Meaning OfStaff(string text, string folded, Slots facts, Context context)
    {
        var read = _staff.Of(text, folded, facts, context);
        if (read.Intent != Intents.Complain)
            return read;
        return Told(
            Intents.Complain,
            folded,
            facts with
            {
                OnBehalf = true,
            },
            _categories.Of(folded, context.Organisation),
            SeverityWords.Of(folded),
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
        intent == Intents.Complain && learned.Current?.Severities is { } severities
            ? Enum.Parse<Severity>(severities.ClassifyFolded(folded).Label)
            : null;
}
