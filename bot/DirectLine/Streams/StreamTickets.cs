using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace DirectLine.Streams;

/// <summary>One-time rights to open a stream, because a WebSocket request of a browser cannot carry a token in a header.</summary>
internal sealed class StreamTickets(IDirectLineStore store, IOptions<DirectLineOptions> options, TimeProvider clock)
{
    /// <summary>A new ticket for the conversation; the stream it opens ends at <paramref name="sessionExpires"/>.</summary>
    public async Task<string> IssueAsync(
        string conversationId,
        DateTimeOffset sessionExpires,
        IReadOnlyList<string> origins,
        CancellationToken cancellationToken
    )
    {
        var ticket = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
        var expires = clock.GetUtcNow() + options.Value.TicketLifetime;
        await store.AddTicketAsync(new(HashOf(ticket), conversationId, expires, sessionExpires, origins), cancellationToken);
        return ticket;
    }

    /// <summary>Uses the ticket up. Null when it does not exist, was used, has expired or is for another conversation.</summary>
    public async Task<StreamTicket?> UseAsync(string ticket, string conversationId, CancellationToken cancellationToken)
    {
        var found = await store.TakeTicketAsync(HashOf(ticket), cancellationToken);
        return found is not null && found.ConversationId == conversationId && found.Expires > clock.GetUtcNow() ? found : null;
    }

    private static string HashOf(string ticket) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(ticket)));
}
