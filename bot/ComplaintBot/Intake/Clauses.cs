using System.Text.RegularExpressions;
using ComplaintBot.Conversations;
using Understanding;
using Understanding.Local;

namespace ComplaintBot.Intake;

/// <summary>Looks at the clauses of a message one by one: "send somebody and replace it" are two wishes, "Suzhou, and my number is
/// …" are two facts.</summary>
public sealed partial class Clauses(LocalUnderstanding understanding)
{
    // A longer story names its facts once; looking at each clause of it would only cost time.
    private const int Most = 8;

    /// <summary>What the clauses tell that the whole message leaves together.</summary>
    public async Task<AnswerParts> OfAsync(Turn turn, string text, Meaning understood, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(understood);
        if (IntakeCards.RemedyNamed(text, turn.Reader) is { } named)
            return new([named], [text]);
        var (clauses, wishes, others) = (AnswerForm.Clauses(text), new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        if (clauses.Count <= Most)
        {
            foreach (var clause in clauses)
            {
                var before = wishes.Count;
                foreach (var part in Joint().Split(clause).Where(p => p.Trim().Length > 0))
                {
                    var of = await ReadAsync(turn, part, cancellationToken);
                    if ((of.Slots.Remedy ?? IntakeCards.RemedyNamed(part, turn.Reader)) is { } wish && !wishes.Contains(wish))
                        wishes.Add(wish);
                    if (
                        of.Slots is not { Phone: null, Email: null, OrderNumber: null, Amount: null, Name: null, HappenedFrom: null }
                        && !PlaceAnswer.IsAddress(clause)
                    )
                        others.Add(clause);
                }
                if (wishes.Count > before)
                    others.Add(clause);
            }
        }
        if (wishes.Count == 0 && understood.Slots.Remedy is { } one)
            wishes.Add(one);
        return new(wishes, others);
    }

    private ValueTask<Meaning> ReadAsync(Turn turn, string text, CancellationToken cancellationToken) =>
        understanding.ReadAsync(
            text,
            new Context
            {
                Language = turn.Language,
                Role = SpeakerRole.Customer,
                Now = turn.Organisation.Local(turn.Now),
                Organisation = turn.Organisation,
            },
            cancellationToken
        );

    [GeneratedRegex(@"[、/&+]|并且?|以及|和|再|\band\b|\bplus\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Joint();
}
