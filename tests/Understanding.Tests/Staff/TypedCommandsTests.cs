using System.Text.RegularExpressions;
using ComplaintBot.People;
using Complaints.Organisations;
using Complaints.Procedure;
using Understanding.Local;
using Understanding.Orders;
using Understanding.Questions;

namespace Understanding.Tests.Staff;

/// <summary>What staff may type instead of pressing buttons, sentence by sentence: <c>commands.txt</c> beside this file.</summary>
public sealed partial class TypedCommandsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.FromHours(8));
    private static readonly Organisation Organisation = OrganisationFileException.Demand(
        OrganisationFile.Load(Path.Combine(AppContext.BaseDirectory, "organisation.example.json"))
    );

    public static IEnumerable<object[]> Sentences => Lines().Select(l => new object[] { l.Sentence, l.Meaning });

    [Theory, MemberData(nameof(Sentences))]
    public async Task A_sentence_means_this_command(string sentence, string meaning) =>
        Assert.Equal(Ordered(meaning), await MeaningAsync(sentence));

    [Fact]
    public void Every_verb_of_the_procedure_that_staff_may_use_is_in_the_table_in_each_language()
    {
        // Those are never typed as commands: the bot's own, a call, which is reported on its card, the customer's answer to the survey,
        // erasing, which is talked over first, undoing and looking at evidence, which have steps of their own.
        var verbs = ProcedureTable
            .Rows.Select(r => r.Verb)
            .Except([
                Verbs.Timer,
                Verbs.Burst,
                Verbs.HandOverLeavers,
                Verbs.Call,
                Verbs.Undo,
                Verbs.Survey,
                Verbs.Erase,
                Verbs.Evidence,
                Verbs.FollowElsewhere,
            ])
            .Distinct()
            .ToList();
        foreach (var language in new[] { "zh-CN", "en" })
            Assert.Empty(verbs.Except(Lines().Where(l => l.Part == language).Select(l => l.Meaning.Split(' ')[0])));
        Assert.True(Lines().Count(l => l.Part == "zh-TW") >= 35);
        Assert.True(Lines().Count >= 200);
    }

    private static async Task<string> MeaningAsync(string sentence)
    {
        var understood = await new LocalUnderstanding(new(), new QuestionParser()).ReadAsync(
            sentence.Replace("\\n", "\n", StringComparison.Ordinal),
            new()
            {
                Role = SpeakerRole.Manager,
                Now = Now,
                Organisation = Organisation,
            },
            default
        );
        if (understood.Intent != Intents.Act)
            return understood.Intent;
        var inputs = OrderCard
            .Inputs(understood.Slots, Organisation, Now)
            .Select(i => $"{i.Key} = {i.Value.Replace("\n", "\\n", StringComparison.Ordinal)}");
        return Ordered(string.Join(" | ", inputs.Prepend($"{understood.Slots.Verb} {understood.Slots.Ticket ?? "-"}")));
    }

    private static string Ordered(string meaning) =>
        meaning.Split(" | ") is [var verb, .. var inputs]
            ? string.Join(" | ", inputs.Order(StringComparer.Ordinal).Prepend(verb))
            : meaning;

    private static List<(string Part, string Sentence, string Meaning)> Lines()
    {
        var (lines, part) = (new List<(string, string, string)>(), "");
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Staff", "commands.txt")))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
                part = line[3..];
            else if (Short().Replace(line, "C-20261123-000${number}").Split(" => ") is [var sentence, var meaning] && !line.StartsWith('#'))
                lines.Add((part, sentence, meaning));
        }
        return lines;
    }

    [GeneratedRegex(@"(?<![\w-])C-(?<number>\d)(?!\d)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Short();
}
