using System.Globalization;
using Complaints.Organisations;
using Understanding;
using Understanding.Categories;
using Understanding.Messages;

namespace ComplaintBot.Model;

/// <summary>Puts an answer of the model together with what was read locally: the model says what is meant, but a fact counts only
/// when the text says it, and a category only when it exists.</summary>
internal static class CustomerReading
{
    // From here on a reading of a later message is not in doubt: seven in ten of these are right.
    private const double Sure = 0.7;

    /// <summary>The reason of a severity that only the model saw.</summary>
    public const string ByWords = "words";

    // Below everything the words can mean: a text that is about nothing carries no facts.
    private static readonly string[] AboutNothing =
    [
        Intents.Yes,
        Intents.No,
        Intents.Skip,
        Intents.Cancel,
        Intents.Greeting,
        Intents.Thanks,
    ];

    /// <summary>True when this machine alone is sure what a later message does: nothing to ask a model.</summary>
    public static bool IsSure(Meaning local) => local.Confidence >= Sure && local.Turn != TurnMeanings.Ambiguous;

    /// <summary>What the text means. <paramref name="local"/> is the reading of the same text on this machine.</summary>
    public static Meaning Of(CustomerAnswer answer, Meaning local, string text, Context context)
    {
        var (intent, turn, confidence) = Does(answer, local, context);
        if (AboutNothing.Contains(intent) && context.Asked is null && !local.KeepsOn)
            return new()
            {
                Intent = intent,
                Slots = new() { Ticket = local.Slots.Ticket },
                Verdict = local.Verdict,
            };
        var category = context.Organisation.FindCategory(answer.Category);
        // The words that name a danger hold, whatever a model makes of them; it may only see more. An emergency, which wakes
        // people, is declared only by words that can be shown.
        Severity? severity = answer.Severity is { } word
            ? (Severity)Math.Min((int)Enum.Parse<Severity>(word, ignoreCase: true), (int)Severity.High)
            : null;
        var isMore = severity is not null && !(local is { SeverityReason: not null, Severity: { } byRule } && byRule >= severity);
        var read = local with
        {
            Intent = intent,
            Turn = turn,
            Confidence = confidence,
            Category = category?.Id ?? local.Category,
            CategoryConfidence = category is not null
                ? Math.Max(local.Category == category.Id ? local.CategoryConfidence : 0, CategoryConfidence.Sure)
                : local.CategoryConfidence,
            Severity = isMore ? severity : local.Severity,
            SeverityReason = isMore ? ByWords : local.SeverityReason,
            Slots = Facts(answer.Slots, local.Slots, text, context),
        };
        return Withdrawals.Settled(read);
    }

    // What the words do. Under an open question a sure reading of this machine stands and the model only adds facts; in doubt the
    // model decides, but never that somebody is content: a complaint is closed by plain words or a button alone.
    private static (string Intent, string? Turn, double Confidence) Does(CustomerAnswer answer, Meaning local, Context context)
    {
        var intent = (answer.Intent, local.Intent) switch
        {
            // Two that only conversations know.
            (Intents.Greeting, Intents.Thanks) or (Intents.No, Intents.Skip) => local.Intent,
            _ => answer.Intent,
        };
        if (context.Asked is not { } asked)
            return (intent, local.Turn, local.Confidence);
        if (IsSure(local) || answer.Turn is not { } turn)
            return (local.Intent, local.Turn, local.Confidence);
        if (turn == local.Turn)
            return (local.Intent, turn, local.Confidence);
        // Nor that somebody is not content: a new round begins with plain words, in doubt they are asked.
        if (
            turn is TurnMeanings.Satisfied or TurnMeanings.NotSatisfied
            || (asked == Context.Questions.Satisfied && intent is Intents.Yes or Intents.Satisfied)
        )
            return (Intents.Unclear, TurnMeanings.Ambiguous, local.Confidence);
        return (turn is TurnMeanings.Answer or TurnMeanings.Correct ? Intents.AddInformation : intent, turn, Sure);
    }

    private static Slots Facts(CustomerAnswer.Facts read, Slots local, string text, Context context)
    {
        var said = new SaidInText(text);
        var days = Days(read, said, context);
        return local with
        {
            // Where the lists here guess, not to name something is an answer, too.
            Product = read.Product is null ? null : Said(said, read.Product) ?? local.Product,
            Place = read.Place is null ? null : Said(said, read.Place) ?? local.Place,
            Name = read.Name is null ? null : Said(said, read.Name) ?? local.Name,
            HappenedFrom = days?.From ?? local.HappenedFrom,
            HappenedTo = days?.To ?? local.HappenedTo,
            Remedy = read.Remedy ?? local.Remedy,
            Remedies = read.Remedy is { } remedy && !local.Remedies.Contains(remedy) ? [remedy, .. local.Remedies] : local.Remedies,
            Amount =
                read.Amount is { Currency: { Length: 3 } currency } sum && currency.All(char.IsAsciiLetterUpper) && said.Sum(sum.Value)
                    ? new Money(sum.Value, currency)
                    : local.Amount,
            // The patterns take numbers apart exactly; the model only finds one that they missed.
            OrderNumber =
                local.OrderNumber ?? (read.OrderNumber?.Count(char.IsAsciiLetterOrDigit) >= 4 ? Said(said, read.OrderNumber) : null),
            Phone = local.Phone ?? (said.PhoneNumber(read.Phone) ? read.Phone!.Trim() : null),
            Email = local.Email ?? (read.Email?.Contains('@', StringComparison.Ordinal) == true ? Said(said, read.Email) : null),
            Sentiment = read.Sentiment is { } tone ? Math.Round(Math.Clamp(tone, -1, 1), 2) : local.Sentiment,
        };
    }

    private static (DateOnly From, DateOnly To)? Days(CustomerAnswer.Facts read, SaidInText said, Context context)
    {
        var from = Day(read.HappenedFrom) ?? Day(read.HappenedTo);
        var to = Day(read.HappenedTo) ?? from;
        return from is { } first && to is { } last && said.Days(first, last, context.Now, context.Language) ? (first, last) : null;
    }

    private static string? Said(SaidInText said, string? words) => said.Words(words) ? words!.Trim() : null;

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
