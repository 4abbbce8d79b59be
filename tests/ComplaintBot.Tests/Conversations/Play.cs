using System.Globalization;
using System.Text.RegularExpressions;

namespace ComplaintBot.Tests.Conversations;

/// <summary>A scripted conversation as it stands in a text file; <c>Plays/README.md</c> explains the lines.</summary>
internal sealed partial record Play(string Title, string Language, DateTimeOffset Start, IReadOnlyList<PlayLine> Lines)
{
    // A Monday morning in working time, in the zone of the example organisation.
    private const string UsualStart = "2026-11-23 09:12";
    private static readonly TimeSpan Zone = TimeSpan.FromHours(8);

    public static Play Read(string file)
    {
        var (title, language, start) = ("", "zh-CN", UsualStart);
        List<PlayLine> lines = [];
        foreach (var (number, text) in File.ReadLines(file).Select((text, i) => (i + 1, text)))
        {
            if (text.StartsWith("    ", StringComparison.Ordinal) && lines.Count > 0)
                lines[^1] = lines[^1] with { Text = lines[^1].Text + "\n" + text.Trim() };
            else if (text.StartsWith('#'))
                title = title.Length == 0 ? text.TrimStart('#', ' ') : title;
            else if (text.StartsWith("language:", StringComparison.Ordinal))
                language = text["language:".Length..].Trim();
            else if (text.StartsWith("time:", StringComparison.Ordinal))
                start = text["time:".Length..].Trim();
            else if (!string.IsNullOrWhiteSpace(text))
                lines.Add(
                    Line(text) is { } line
                        ? line with
                        {
                            Number = number,
                        }
                        : throw new FormatException($"{Path.GetFileName(file)}, line {number} is no line of a play: {text}")
                );
        }
        return new(title, language, new(DateTime.ParseExact(start, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), Zone), lines);
    }

    private static PlayLine? Line(string text) =>
        Later().Match(text) is { Success: true } later ? new(Did.TimePasses, "", later.Value) { Time = Length(later) }
        : Ticket().Match(text) is { Success: true } ticket ? new(Did.TicketHas, "", ticket.Groups["text"].Value)
        : Bot().Match(text) is { Success: true } bot
            ? new(Did.BotSays, bot.Groups["who"].Success ? bot.Groups["who"].Value : "customer", bot.Groups["text"].Value)
        : Presses().Match(text) is { Success: true } presses
            ? new(Did.Presses, presses.Groups["who"].Value, presses.Groups["text"].Value) { Verb = presses.Groups["verb"].Value }
        : Repeats().Match(text) is { Success: true } repeats
            ? new(
                Did.Says,
                repeats.Groups["who"].Value,
                string.Concat(
                    Enumerable.Repeat(repeats.Groups["text"].Value, int.Parse(repeats.Groups["count"].Value, CultureInfo.InvariantCulture))
                )
            )
        : Other().Match(text) is { Success: true } other
            ? new(Enum.Parse<Did>(other.Groups["did"].Value, ignoreCase: true), other.Groups["who"].Value, other.Groups["text"].Value)
        : Says().Match(text) is { Success: true } says ? new(Did.Says, says.Groups["who"].Value, says.Groups["text"].Value)
        : null;

    private static TimeSpan Length(Match later)
    {
        var count = int.Parse(later.Groups["count"].Value, CultureInfo.InvariantCulture);
        return later.Groups["unit"].Value switch
        {
            "minute" => TimeSpan.FromMinutes(count),
            "hour" => TimeSpan.FromHours(count),
            _ => TimeSpan.FromDays(count),
        };
    }

    [GeneratedRegex(@"^-- (?<count>\d+) (?<unit>minute|hour|day)s? later$")]
    private static partial Regex Later();

    [GeneratedRegex(@"^ticket has: (?<text>.+)$")]
    private static partial Regex Ticket();

    [GeneratedRegex(@"^bot( to (?<who>[\w-]+))?: (?<text>.+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Bot();

    [GeneratedRegex(@"^(?<who>[\w-]+) presses (?<verb>[\w.]+)(: (?<text>.+))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Presses();

    [GeneratedRegex(@"^(?<who>[\w-]+) says (?<count>\d+) times: (?<text>.+)$")]
    private static partial Regex Repeats();

    [GeneratedRegex(@"^(?<who>[\w-]+) (?<did>hears|sends|comes)( back)?:? ?(?<text>.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Other();

    [GeneratedRegex(@"^(?<who>[\w-]+): (?<text>.+)$")]
    private static partial Regex Says();
}

/// <summary>One line: who does what.</summary>
internal sealed record PlayLine(Did What, string Who, string Text)
{
    public int Number { get; init; }

    public string Verb { get; init; } = "";

    public TimeSpan Time { get; init; }
}

/// <summary>What a line of a play can be.</summary>
internal enum Did
{
    Says,
    Presses,
    Sends,
    Comes,
    BotSays,
    Hears,
    TimePasses,
    TicketHas,
}
