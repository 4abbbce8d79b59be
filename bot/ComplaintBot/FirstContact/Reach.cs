using ComplaintBot.Messaging.Lanes;
using ComplaintBot.Storage;
using Complaints.Organisations;
using Microsoft.Bot.Connector;

namespace ComplaintBot.FirstContact;

/// <summary>Whom of the staff the bot can write to. Teams lets a bot write only to people who have it installed; the bot knows that once
/// they wrote or installed it.</summary>
public sealed class Reach(Database database)
{
    /// <summary>Those who cannot be written to: nothing was ever heard of them, or they took the bot away again.</summary>
    public async Task<IReadOnlyList<Unreached>> MissingAsync(IEnumerable<StaffMember> staff, CancellationToken cancellationToken)
    {
        var missing = new List<Unreached>();
        foreach (var member in staff)
        {
            var lane = LaneKey.Person(Channels.Msteams, member.Id);
            // 1 = may be written to, 0 = took it away, nothing = never heard of.
            var heard = await database.ScalarAsync<int?>(
                """
                SELECT max(CASE WHEN active THEN 1 ELSE 0 END) FROM conversation_references
                WHERE (person = @lane OR directory = @lane) AND personal
                """,
                new { lane },
                cancellationToken
            );
            if (heard != 1)
                missing.Add(new(member, NeverHeardOf: heard is null));
        }
        return missing;
    }
}

/// <summary>A member of staff whom the bot cannot write to.</summary>
public sealed record Unreached(StaffMember Member, bool NeverHeardOf);
