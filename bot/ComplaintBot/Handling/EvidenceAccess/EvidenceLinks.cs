using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ComplaintBot.BotService;
using DirectLine.Access;

namespace ComplaintBot.Handling.EvidenceAccess;

/// <summary>Whose look at which complaint's files a link is, and in which language its page speaks.</summary>
/// <param name="By">aadObjectId of the member of staff who asked, or the customer (<c>channel:userId</c>) to whom files were sent; their
/// rights count when the link is opened.</param>
public sealed record EvidenceLook(string By, string Ticket, string Language)
{
    /// <summary>True for a customer: they see what was sent to them on purpose and nothing else.</summary>
    public bool ByCustomer { get; init; }
}

/// <summary>Links to the files of a complaint: signed, and over after a quarter of an hour for staff, after a week for a
/// customer.</summary>
public sealed class EvidenceLinks(IDirectLineKeys keys, BotAddress address, TimeProvider time)
{
    /// <summary>How long a link opens.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    /// <summary>How long a customer's link opens.</summary>
    public static readonly TimeSpan LifeForCustomers = TimeSpan.FromDays(7);

    /// <summary>Where they lead.</summary>
    public const string Path = "/evidence/";

    private const string Purpose = "evidence";

    /// <summary>The address of the page with all files; a file's own is this with "/" and its place in the list.</summary>
    public async Task<string> MakeAsync(EvidenceLook look, CancellationToken cancellationToken)
    {
        var key = (await keys.GetAsync(cancellationToken)).Current;
        var until = (time.GetUtcNow() + (look.ByCustomer ? LifeForCustomers : Life))
            .ToUnixTimeSeconds()
            .ToString(CultureInfo.InvariantCulture);
        var body = Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(look));
        return address.Of($"{Path}{key.Id}.{until}.{body}.{Sign(key, until, body)}").AbsoluteUri;
    }

    /// <summary>What the text of a link stands for; null when it is not ours, was changed, or its time is over.</summary>
    public async Task<EvidenceLook?> ReadAsync(string text, CancellationToken cancellationToken)
    {
        if (
            text.Split('.') is not [.. var kid, var until, var body, var signature]
            || (await keys.GetAsync(cancellationToken)).Find(string.Join('.', kid)) is not { } key
            || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Sign(key, until, body)), Encoding.UTF8.GetBytes(signature))
        )
            return null;
        // Signed by us: everything below is as we wrote it.
        return long.Parse(until, CultureInfo.InvariantCulture) < time.GetUtcNow().ToUnixTimeSeconds()
            ? null
            : JsonSerializer.Deserialize<EvidenceLook>(Base64Url.DecodeFromChars(body));
    }

    private static string Sign(DirectLineKey key, string until, string body) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(key.Derive(Purpose), Encoding.UTF8.GetBytes($"{until}.{body}")));
}
