using System.Security.Cryptography;
using System.Text;

namespace ComplaintBot.Messaging.Lanes;

/// <summary>Names of lanes. Ids of channels are foreign text of any length: a name too long or unfit for an index is replaced by
/// its hash.</summary>
public static class LaneKey
{
    private const int Longest = 400;

    /// <summary>The lane of a conversation: one thing at a time, in order. Also the key of its dialog state.</summary>
    public static string Conversation(string channelId, string conversationId) => Fit($"{channelId}|{conversationId}");

    /// <summary>The lane of what waits for a person with whom no conversation is known yet. <paramref name="personId"/> is their id on the
    /// channel or, in Teams, their aadObjectId.</summary>
    public static string Person(string channelId, string personId) => Fit($"person:{channelId}|{personId}");

    /// <summary>True when the lane is a person's and not a conversation's.</summary>
    public static bool IsPerson(string lane) => lane.StartsWith("person:", StringComparison.Ordinal);

    /// <summary>A name as it is, or its hash behind its first part.</summary>
    internal static string Fit(string name)
    {
        if (name.Length <= Longest && !name.Any(char.IsControl))
            return name;
        var first = name.Split('|')[0][..Math.Min(40, name.IndexOf('|', StringComparison.Ordinal))];
        return $"{first}|#{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))}";
    }
}
