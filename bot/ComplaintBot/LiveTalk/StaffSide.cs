using ComplaintBot.Conversations;
using Complaints.Organisations;
using Microsoft.Bot.Builder;

namespace ComplaintBot.LiveTalk;

/// <summary>The side of the person: takes a talk, says something, ends it.</summary>
public sealed class StaffSide(Talks talks, TalkEnd end) : IPress<StaffState>
{
    /// <summary>What a member of staff writes while they hold a talk goes to the customer. True when it did.</summary>
    public async Task<bool> RelayAsync(Turn turn, string text, CancellationToken cancellationToken)
    {
        if (await talks.OfStaffAsync(turn.Person.Actor.Id, cancellationToken) is not { } talk)
            return false;
        if (!talk.IsLive(turn.Now))
        {
            // What is written next morning is hardly meant for the customer of yesterday.
            turn.Say("staff.talkSilent", ("customer", TalkEnd.Name(turn, talk, turn.Person.Actor.Id)));
            await end.EndAsync(turn, talk, cancellationToken);
            return false;
        }
        if (CustomerSide.IsEnd(text))
        {
            await end.EndAsync(turn, talk, cancellationToken);
            return true;
        }
        turn.Write(Talks.Say(talk, turn.Person.Actor.Id, text, turn.Now));
        turn.Send(new(new Recipient.Customer(talk.Customer), MessageFactory.Text($"{turn.Person.Actor.Name}: {text}")));
        return true;
    }

    /// <inheritdoc/>
    public bool Takes(CardInputs inputs)
    {
        return inputs.Verb!.StartsWith("handOver.", StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public async Task<Pressed<StaffState>> PressAsync(Turn turn, StaffState state, CardInputs inputs, CancellationToken cancellationToken)
    {
        var member = turn.Person.Staff!;
        var talk = inputs.Text("handOver") is { } id
            ? await talks.FindAsync(id, cancellationToken)
            : await talks.OfStaffAsync(member.Id, cancellationToken);
        if (talk is null)
            return Words(turn, state, "talk.oldCard");
        if (inputs.Verb == "handOver.end" && talk.TakenBy == member.Id && talk.EndedAt is null)
        {
            await end.EndAsync(turn, talk, cancellationToken);
            return Shown(turn, state, talk with { EndedAt = turn.Now }, member, null);
        }
        var mayTake = TalkCards.Frontline(turn.Organisation).Any(m => m.Id == member.Id);
        if (inputs.Verb != "handOver.take" || !mayTake)
            return Words(turn, state, "talk.oldCard");
        if (talk.TakenBy is not null || talk.EndedAt is not null)
            return Shown(turn, state, talk, member, talk.TakenBy == member.Id ? null : "staff.talkTaken");
        if (await talks.OfStaffAsync(member.Id, cancellationToken) is { } other)
            return Words(turn, state, "staff.talkBusy", ("customer", TalkEnd.Name(turn, other, member.Id)));
        return await TakeAsync(turn, state, talk, member, cancellationToken);
    }

    private async Task<Pressed<StaffState>> TakeAsync(
        Turn turn,
        StaffState state,
        Talk talk,
        StaffMember member,
        CancellationToken cancellationToken
    )
    {
        turn.Write(Talks.Take(talk, member.Id, turn.Now));
        var taken = talk with { TakenBy = member.Id, TakenAt = turn.Now, SpokenAt = turn.Now };
        var about = await turn.ComplaintAsync(talk.Ticket, cancellationToken);
        foreach (var colleague in TalkCards.Frontline(turn.Organisation).Where(m => m.Id != member.Id))
            turn.Send(TalkCards.ToStaff(taken, turn, colleague, about, onlyUpdate: true));
        turn.Send(TalkCards.ToCustomer(taken, turn));
        turn.Send(
            new(
                new Recipient.Customer(talk.Customer),
                MessageFactory.Text(turn.Speech.Strings.Text(talk.Language, "talk.personHere", ("name", member.Name)))
            )
        );
        // What the customer said while waiting, so that nobody has to say it again.
        var waited = await talks.LinesAsync(talk.Id, cancellationToken);
        turn.SayText(
            string.Join(
                '\n',
                [
                    turn.Speech.Strings.Text(turn.Language, "staff.talkBegins", ("customer", TalkEnd.Name(turn, talk, member.Id))),
                    .. waited.Select(l => l.Text),
                ]
            )
        );
        return Shown(turn, state, taken, member, null);
    }

    private static Pressed<StaffState> Shown(Turn turn, StaffState state, Talk talk, StaffMember member, string? key) =>
        new(
            state,
            key is null ? null : turn.Speech.Strings.Text(turn.Language, key, ("name", turn.Reader.Person(talk.TakenBy))),
            TalkCards.ToStaff(talk, turn, member, null, onlyUpdate: false)
        );

    private static Pressed<StaffState> Words(
        Turn turn,
        StaffState state,
        string key,
        params ReadOnlySpan<(string Name, object? Value)> arguments
    ) => new(state, turn.Speech.Strings.Text(turn.Language, key, arguments), null, Refused: true);
}
