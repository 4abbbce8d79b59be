using ComplaintBot.Storage;
using Understanding;
using Understanding.Learning;

namespace ComplaintBot.Retraining;

/// <summary>Keeps what people meant by words that the bot was not sure of. Digits are masked: they tell no meaning, and may be
/// somebody's number.</summary>
public sealed class PickedMeanings(Database database)
{
    // More teach little and take long; the newest count.
    private const int Most = 5_000;

    /// <summary>Keeps one. <paramref name="saidBy"/> is the id of whoever said it, so that it can be forgotten with them.</summary>
    public static IWrite Keep(string saidBy, SpeakerRole role, string language, string words, Alternative meaning, DateTimeOffset at) =>
        new Write(
            (tx, cancellationToken) =>
                tx.ExecuteAsync(
                    """
                    INSERT INTO picked_meanings (said_by, role, language, words, intent, verb, picked_at)
                    VALUES (@saidBy, @role, @language, @words, @Intent, @Verb, @at)
                    """,
                    new
                    {
                        saidBy,
                        role = role.ToString(),
                        language,
                        words = Masked(words),
                        meaning.Intent,
                        meaning.Verb,
                        at,
                    },
                    cancellationToken
                )
        );

    /// <summary>How many there are, and the newest: changes whenever there is something new to learn.</summary>
    public async Task<(long Count, long Newest)> StampAsync(CancellationToken cancellationToken) =>
        (
            await database.QueryAsync<(long Count, long Newest)>(
                "SELECT COUNT(*) AS count, COALESCE(MAX(id), 0) AS newest FROM picked_meanings",
                null,
                cancellationToken
            )
        )[0];

    /// <summary>The newest, oldest first.</summary>
    public async Task<IReadOnlyList<PickedMeaning>> ReadAsync(CancellationToken cancellationToken)
    {
        var rows = await database.QueryAsync<(string Role, string Language, string Words, string Intent, string? Verb)>(
            "SELECT role, language, words, intent, verb FROM picked_meanings ORDER BY id DESC LIMIT @most",
            new { most = Most },
            cancellationToken
        );
        return
        [
            .. rows.Reverse()
                .Select(r => new PickedMeaning(Enum.Parse<SpeakerRole>(r.Role), r.Language, r.Words, new(r.Intent, r.Verb, 1))),
        ];
    }

    private static string Masked(string words) => string.Concat(words.Select(c => char.IsDigit(c) ? '0' : c));
}
