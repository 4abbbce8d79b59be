using ComplaintBot.Messaging.Lanes;
using ComplaintBot.Storage;
using Microsoft.Bot.Connector;

namespace ComplaintBot.PersonalData;

/// <summary>Where a customer (<c>channel:userId</c>) left traces: complaints, conversations, files.</summary>
/// <param name="Tickets">Their complaints, those merged with others' too, oldest first.</param>
/// <param name="Conversations">Ids of their conversations on the web page.</param>
/// <param name="Lanes">Lanes of all their conversations, in which messages and references lie.</param>
public sealed record CustomerTraces(
    string Customer,
    IReadOnlyList<string> Tickets,
    IReadOnlyList<string> Conversations,
    IReadOnlyList<string> Lanes
)
{
    /// <summary>The lane of what waits for them, and their name in references.</summary>
    public string Person => LaneKey.Person(ChannelOf(Customer), UserOf(Customer));

    /// <summary>Looks for them.</summary>
    public static async Task<CustomerTraces> FindAsync(DbSession session, string customer, CancellationToken cancellationToken)
    {
        var tickets = await session.QueryAsync<string>(
            """
            SELECT c.ticket FROM complaint_parties p JOIN complaints c ON c.ticket = p.ticket
            WHERE p.customer = @customer
            ORDER BY c.received_at, c.ticket
            """,
            new { customer },
            cancellationToken
        );
        if (!customer.Contains(':', StringComparison.Ordinal))
            return new(customer, tickets, [], []);
        var (channel, user) = (ChannelOf(customer), UserOf(customer));
        IReadOnlyList<string> conversations =
            channel == Channels.Directline
                ? await session.QueryAsync<string>(
                    """
                    SELECT id FROM direct_line_conversations
                    WHERE (NOT self_named AND user_id = @user) OR (self_named AND @user = user_id || '@' || id)
                    """,
                    new { user },
                    cancellationToken
                )
                : [];
        var met = await session.QueryAsync<string>(
            "SELECT lane FROM conversation_references WHERE person = @person AND personal",
            new { person = LaneKey.Person(channel, user) },
            cancellationToken
        );
        return new(
            customer,
            tickets,
            conversations,
            [.. conversations.Select(id => LaneKey.Conversation(channel, id)).Union(met, StringComparer.Ordinal)]
        );
    }

    private static string ChannelOf(string customer) => customer[..customer.IndexOf(':', StringComparison.Ordinal)];

    private static string UserOf(string customer) => customer[(customer.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
