using Understanding.Writing;

namespace Understanding.Messages;

/// <summary>Tells "don't withdraw it" from "withdraw it": ending a complaint cannot be taken back by a button, so a denied one is never
/// done.</summary>
public static class Withdrawals
{
    // "不想再撤", "do not want to withdraw": so many characters lie between the denial and what it denies.
    private const int ReachInChinese = 5;
    private const int Reach = 20;

    private static readonly PhraseTable<string> Words = new(PhraseFiles.Of("Messages.Withdrawals.txt"));

    /// <summary>A reading of a customer's words by which a denied withdrawal is none, whoever read them.</summary>
    public static Meaning Settled(Meaning read) =>
        !read.KeepsOn
            ? read
            : read with
            {
                Intent = read.Intent is Intents.Withdraw or Intents.Cancel ? Intents.AddInformation : read.Intent,
                Turn = read.Turn is TurnMeanings.Withdraw or TurnMeanings.Cancel ? TurnMeanings.AddInformation : read.Turn,
            };

    /// <summary>True when a folded text names a withdrawal and denies it, such as 先不撤了 or "no wait, don't withdraw it", or says that the
    /// complaint goes on.</summary>
    public static bool AreDenied(string folded)
    {
        var denied = -1;
        for (var i = 0; i < folded.Length;)
        {
            var word = Words.Longest(folded, i, out var length);
            switch (word)
            {
                case "keep":
                    return true;
                case "denied":
                    denied = i + length;
                    break;
                case "end" when denied >= 0 && i - denied <= (char.IsAscii(folded[i]) ? Reach : ReachInChinese):
                    return true;
                case null when folded[i] is ',' or '.' or ';' or '!' or '?' or '。' or '、':
                    denied = -1;
                    break;
                default:
                    break;
            }
            i += Math.Max(length, 1);
        }
        return false;
    }
}
