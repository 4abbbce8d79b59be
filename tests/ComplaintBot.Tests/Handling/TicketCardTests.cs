using System.Text.Json.Nodes;
using ComplaintBot.Cards;
using ComplaintBot.Conversations;
using ComplaintBot.Handling;
using ComplaintBot.Tests.Cards;
using Complaints;
using Complaints.Events;
using Complaints.Procedure;
using Complaints.Tests;
using Complaints.Tests.Properties;
using FsCheck;
using FsCheck.Fluent;

namespace ComplaintBot.Tests.Handling;

public sealed class TicketCardTests
{
    private static readonly Speech Speech = new(CardFolders.Strings, new CardRenderer(CardFolders.Catalog, CardFolders.Strings));

    // These stand on cards of their own: reminder, visit, call, inspection, notice, report, the line that says what was done.
    private static readonly string[] OnOtherCards =
    [
        Verbs.Snooze,
        Verbs.Visit,
        Verbs.Call,
        Verbs.Inspect,
        Verbs.Rectify,
        Verbs.Rectified,
        Verbs.Report,
        Verbs.Effective,
        Verbs.Undo,
    ];

    // These are said or done without a button: files sent to a ticket, links, the bot's own steps, the customer's survey.
    private static readonly string[] WithoutButton =
    [
        Verbs.AddInformation,
        Verbs.AssignAutomatically,
        Verbs.HandOverLeavers,
        Verbs.Link,
        Verbs.Erase,
        Verbs.FollowElsewhere,
        Verbs.Timer,
        Verbs.Burst,
        Verbs.Survey,
    ];

    private static readonly string[] OnTheTicket =
    [
        .. ProcedureTable.Rows.Select(r => r.Verb).Distinct().Except(OnOtherCards).Except(WithoutButton),
    ];

    [Fact]
    public void A_verb_stands_on_the_card_exactly_when_it_would_not_be_refused_but_for_its_inputs() =>
        Prop.ForAll(
                Step.Stories(30),
                told =>
                {
                    var story = new Story(told.World);
                    foreach (var step in told.Steps)
                        story.Happen(step);
                    foreach (var member in story.Organisation.Staff)
                        Compare(story, Actor.Staff(member));
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(PropertyRuns.Of(80)));

    [Fact]
    public void Every_verb_that_stands_nowhere_else_has_a_button_on_the_ticket()
    {
        var all = JsonValue.Create(true);
        var can = new JsonObject([.. OnTheTicket.Append("manage").Select(v => KeyValuePair.Create<string, JsonNode?>(v, all.DeepClone()))]);
        var (story, viewer) = (new Story(2), Actor.Staff(ExampleOrganisation.Staff("wu")));
        var (data, manage) = Data(story, viewer);
        (data["can"], manage["can"]) = (can.DeepClone(), can);
        Assert.Equal(OnTheTicket.Order(), Buttons("ticket", data).Concat(Buttons("ticket-manage", manage)).Distinct().Order());
    }

    [Fact]
    public void What_keeps_the_result_back_is_said_where_its_button_would_be()
    {
        var life = Complaints.Tests.Life.ALife.Filed();
        var c = life.Complaint;
        void Does(Command command) => life.Must(c.Owner!, command);
        Does(new Complaints.Handling.Accept());
        Does(new Complaints.Investigation.RecordCause([CauseClass.Equipment], "光猫老化"));
        Does(new Complaints.Rounds.ProposePlan("更换光猫"));
        var reader = new Reader(life.Organisation, life.Now, Speech, "en");
        var owner = TicketCard.Data(c, reader, Actor.Staff(ExampleOrganisation.Staff(c.Owner!)));
        Assert.Equal(Speech.Refusal("en", Refusal.Of("openMeasures", "count", 1), life.Organisation), (string?)owner["obstacle"]);
        Assert.DoesNotContain(Verbs.Resolve, Buttons("ticket", owner));
        Assert.Null(TicketCard.Data(c, reader, Actor.Staff(ExampleOrganisation.Staff("wu")))["obstacle"]);
        Does(new Complaints.Rounds.CompleteMeasure("all", "已更换"));
        Assert.Null(TicketCard.Data(c, reader, Actor.Staff(ExampleOrganisation.Staff(c.Owner!)))["obstacle"]);
    }

    private static void Compare(Story story, Actor viewer)
    {
        var (data, manage) = Data(story, viewer);
        var shown = Buttons("ticket", data);
        if (data["can"]!["manage"] is not null)
            shown.UnionWith(Buttons("ticket-manage", manage));
        foreach (var verb in OnTheTicket)
            Assert.True(shown.Contains(verb) == Accepted(verb, story, viewer), $"{viewer.Id} {verb}\n{story.Told}");
    }

    // Tried on a copy, with many inputs: accepted once, or refused for the inputs alone.
    private static bool Accepted(string verb, Story story, Actor by)
    {
        for (var input = 0; input < 40; input++)
        {
            var copy = Complaint.FromHistory(story.Complaint.History.Select(e => e with { Event = EventJson.Read(e.Json) }));
            var outcome = ComplaintDesk.Do(
                copy,
                AnyCommand.Make(verb, input, story),
                new CommandContext(story.Organisation, story.Now, by, Channel.Teams)
            );
            if (outcome.Ok)
                return true;
            if (!InputRefusals.Are(outcome.Refusal!))
                return false;
        }
        return true;
    }

    private static (JsonObject Ticket, JsonObject Manage) Data(Story story, Actor viewer)
    {
        var reader = new Reader(story.Organisation, story.Now, Speech, "zh-CN");
        return (TicketCard.Data(story.Complaint, reader, viewer), TicketCard.Manage(story.Complaint, reader, viewer));
    }

    private static HashSet<string> Buttons(string template, JsonObject data)
    {
        var card = new CardRenderer(CardFolders.Catalog, CardFolders.Strings).Render(template, "zh-CN", data, CardTarget.Teams).Card;
        return
        [
            .. CardElements
                .All(card)
                .Where(e => CardElements.Type(e.Element) == "Action.Execute")
                .Select(e => (string)e.Element["verb"]!)
                .Where(verb => verb != "refresh"),
        ];
    }
}
