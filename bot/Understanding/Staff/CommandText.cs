using System.Text.RegularExpressions;
using Complaints.Organisations;

namespace Understanding.Staff;

/// <summary>A typed text made ready for reading commands: the tickets it names are taken out, "please" is left away.
/// <see cref="Body"/> and <see cref="Folded"/> are equally long, so
/// that places in one are places in the other.</summary>
internal sealed partial record CommandText
{
    /// <summary>Stands for a ticket number in <see cref="Marked"/>.</summary>
    public const char Mark = '§';

    /// <summary>The words as written, without the ticket or the list of tickets that the command is about.</summary>
    public required string Body { get; init; }

    /// <summary>The same, folded.</summary>
    public required string Folded { get; init; }

    /// <summary>The folded text with a mark for each ticket number: for commands that join two.</summary>
    public required string Marked { get; init; }

    /// <summary>All ticket numbers, in order.</summary>
    public required IReadOnlyList<string> Tickets { get; init; }

    /// <summary>The tickets that stand together as a list at their first mention ("C-1、C-2"): what the command is about.</summary>
    public required IReadOnlyList<string> Subjects { get; init; }

    /// <summary>Local time in the organisation's zone.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Names of departments and people.</summary>
    public required Organisation Organisation { get; init; }

    /// <summary>Reads a text that was folded character by character.</summary>
    public static CommandText Of(string text, string folded, DateTimeOffset now, Organisation organisation)
    {
        var (body, bare, subjects) = (text, folded, new List<string>());
        if (TicketList().Match(folded) is { Success: true } list)
        {
            subjects = Numbers(list.Value);
            (body, bare) = (text.Remove(list.Index, list.Length), folded.Remove(list.Index, list.Length));
        }
        var begin = Courtesy().Match(bare).Length;
        return new()
        {
            Body = body[begin..],
            Folded = bare[begin..],
            Marked = Courtesy().Replace(Facts.Numbers.TicketNumber().Replace(folded, Mark.ToString()), "", 1),
            Tickets = Numbers(folded),
            Subjects = subjects,
            Now = now,
            Organisation = organisation,
        };
    }

    /// <summary>What was written at a place of <see cref="Folded"/>, without punctuation around it.</summary>
    public string Written(int start, int length) => Trim(Body.Substring(start, length));

    /// <summary>What was written from a place on.</summary>
    public string WrittenFrom(int start) => Trim(Body[start..]);

    /// <summary>Without spaces and punctuation around it; a closing question or exclamation mark stays.</summary>
    public static string Trim(string text) => text.Trim(' ', '\n', '\r', '\t', ':', '：', '，', ',', '。', ';', '；', '、', '-', '—');

    private static List<string> Numbers(string folded) =>
        [.. Facts.Numbers.TicketNumber().Matches(folded).Select(m => m.Value.ToUpperInvariant()).Distinct()];

    [GeneratedRegex(
        @"(\b(of|for) )?((投诉|工单|案件|单号|编号|(the )?\b(complaint|ticket|case))[ :]*)?(?<![a-z0-9])c-\d{8}-\d{4,}((\s|,|、|;|和|与|及|\band\b|&)+c-\d{8}-\d{4,})*\s*(这(几|两|三|些)?(件|单|个)|都|全部)?",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex TicketList();

    [GeneratedRegex(
        @"^[\s,:;。、-]*((请(?!客户)|先(?!不)|麻烦你?|帮我|帮忙|我要|我想|please|pls|kindly|can you|could you|把|将)[\s,:]*)*((这件(投诉)?|这个(投诉)?|此件|该件|它)(?=\S))?[\s,:]*",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Courtesy();
}
