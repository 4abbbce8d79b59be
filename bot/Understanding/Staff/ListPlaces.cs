using System.Globalization;
using System.Text.RegularExpressions;
using Complaints.Procedure;
using Understanding.Staff.Times;

namespace Understanding.Staff;

/// <summary>Tickets meant by their place in the list that was shown last: "把前三个转给张敏", "approve the second one", "escalate all of them".
/// Only for commands whose words are short: in what is told to a customer "the first two" means something else.</summary>
internal static partial class ListPlaces
{
    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth"];
    private static readonly string[] Short =
    [
        Verbs.Assign,
        Verbs.Approve,
        Verbs.Escalate,
        Verbs.Snooze,
        Verbs.Accept,
        Verbs.AssignAutomatically,
        Verbs.Extend,
        Verbs.Grade,
    ];

    /// <summary>The command on places of the list: input <c>shown</c> is "1-3", "2" or "all". Null when none are named.</summary>
    public static Slots? Read(CommandText text, Slots slots, Func<CommandText, Slots, Slots?> read)
    {
        var match = Words().Match(text.Folded);
        if (text.Tickets.Count > 0 || !match.Success || Reason().IsMatch(text.Folded[..match.Index]) || Place(match) is not { } place)
            return null;
        var without = text with
        {
            Body = text.Body.Remove(match.Index, match.Length).Trim(),
            Folded = text.Folded.Remove(match.Index, match.Length).Trim(),
        };
        return read(without, slots) is { } command && Short.Contains(command.Verb)
            ? command with
            {
                Inputs = new Dictionary<string, string>(command.Inputs, StringComparer.Ordinal) { ["shown"] = place },
            }
            : null;
    }

    private static string? Place(Match match)
    {
        if (match.Groups["all"].Success)
            return "all";
        if (match.Groups["nth"] is { Success: true, Value: var nth })
            return (Array.IndexOf(Ordinals, nth) is >= 0 and var place ? place + 1 : (int?)SpokenLength.Number(nth))?.ToString(
                CultureInfo.InvariantCulture
            );
        return SpokenLength.Number(match.Groups["n"].Value) is >= 1 and var count
            ? string.Create(CultureInfo.InvariantCulture, $"1-{(int)count}")
            : null;
    }

    // "延期两天，因为前两个零件没到": behind a reason the first two are no tickets.
    [GeneratedRegex(@"因为|由于|理由|because|since|[,;:。]", RegexOptions.None, 10_000)]
    private static partial Regex Reason();

    [GeneratedRegex(
        @"前(?<n>\d{1,2}|[一二两三四五六七八九十]{1,2})(个|件|条|单)(投诉|工单)?|第(?<nth>\d{1,2}|[一二三四五六七八九十]{1,2})(个|件|条|单)(投诉|工单)?|(?<all>这些(投诉|工单)?|这几件|以上全部)|\b(the )?first (?<n>\d{1,2}|two|three|four|five|six|ten)( ones| complaints| tickets)?\b|\bthe (?<nth>first|second|third|fourth|fifth)( one| complaint| ticket)?\b|\b(?<all>all of (them|these)|these|them( all)?)\b",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Words();
}
