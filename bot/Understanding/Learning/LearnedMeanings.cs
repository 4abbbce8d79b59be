using Understanding.Learning.Examples;
using Understanding.Messages;
using Understanding.Orders;

namespace Understanding.Learning;

/// <summary>What people of this organisation said they meant, learnt on top of the examples inside the program. Replaced whole when
/// there is something newer; readers never wait.</summary>
public sealed class LearnedMeanings
{
    // One pick of a person of the house says as much as so many examples of strangers.
    private const int Weight = 3;

    private volatile SentenceClassifier? _orders;
    private volatile SentenceClassifier? _wishes;

    /// <summary>What the verb of an order is learnt from.</summary>
    internal SentenceClassifier Orders => _orders ?? OrderModel.Standard.Value.Verbs;

    /// <summary>What the wish of a customer's first message is learnt from.</summary>
    internal SentenceClassifier Wishes => _wishes ?? CustomerModels.Intent.Value;

    /// <summary>Learns from everything that was picked so far; takes some ten seconds on one core.</summary>
    public void Learn(IReadOnlyList<PickedMeaning> picked)
    {
        var (ofStaff, ofCustomers) = (Of(picked, customers: false), Of(picked, customers: true));
        if (ofStaff.Count > 0)
            _orders = SentenceClassifier.Learn([
                .. OrderExamples.Classed(
                    OrderExamples.All().Concat(ofStaff.Select(p => new MarkedExample([OrderLabels.Of(p.Meaning)], p.Text, [])))
                ),
            ]);
        if (ofCustomers.Count > 0)
            _wishes = CustomerModels.LearnIntent(ofCustomers.Select(p => (p.Text, p.Language, p.Meaning.Intent)));
    }

    private static List<PickedMeaning> Of(IReadOnlyList<PickedMeaning> picked, bool customers) =>
        [.. picked.Where(p => p.Role == SpeakerRole.Customer == customers).SelectMany(p => Enumerable.Repeat(p, Weight))];
}

/// <summary>What somebody meant by words that the bot was not sure of.</summary>
/// <param name="Role">Who said it.</param>
/// <param name="Language">In which language, as BCP 47; null when unknown.</param>
/// <param name="Text">The words.</param>
/// <param name="Meaning">What they picked.</param>
public sealed record PickedMeaning(SpeakerRole Role, string? Language, string Text, Alternative Meaning);
