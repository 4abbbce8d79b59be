using System.Security.Cryptography;
using ComplaintBot.Conversations;
using Complaints;
using Complaints.Assignment;
using Complaints.Calendars;
using Complaints.Intake;
using Complaints.Procedure;
using Microsoft.Bot.Builder;
using Understanding.Accused;
using Understanding.Writing;

namespace ComplaintBot.LiveTalk;

/// <summary>The customer's side of a talk with a person: asks for one, is heard, ends it.</summary>
public sealed class CustomerSide(Talks talks, TalkEnd end)
{
    private static readonly PhraseForms Forms = PhraseForms.Beside(typeof(CustomerSide), "CustomerSide.txt");

    /// <summary>The customer wants a person: frontline staff get a card, whoever takes it talks. While nobody has taken it the bot
    /// goes on helping.</summary>
    public async Task AskAsync(Turn turn, string text, Complaint? about, CancellationToken cancellationToken)
    {
        var running = await talks.OfCustomerAsync(turn.Person.Actor.Id, cancellationToken);
        if (running is { TakenBy: not null } && !running.IsLive(turn.Now))
        {
            await end.EndAsync(turn, running, cancellationToken);
            running = null;
        }
        if (running is not null)
        {
            turn.Say("talk.personAsked");
            return;
        }
        var talk = new Talk
        {
            Id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)),
            Customer = turn.Person.Actor.Id,
            Language = turn.Language,
            Name =
                about?.Complainant is { Anonymous: false, Name: { } name } ? name
                : turn.Person.Actor.Name is { Length: > 0 } own ? own
                : null,
            Ticket = about?.Ticket,
            Words = text,
            AskedAt = turn.Now,
            SpokenAt = turn.Now,
        };
        turn.Write(Talks.Ask(talk));
        if (about is not null)
            await TalkEnd.WishAsync(turn, talk, about, cancellationToken);
        turn.Send(TalkCards.ToCustomer(talk, turn));
        var clock = BusinessClock.Of(turn.Organisation, null);
        if (!clock.IsWorkingTime(turn.Now))
            turn.Say("talk.personLater", ("at", turn.Reader.Promise(clock.NextWorkingInstant(turn.Now))));
        var day = DateOnly.FromDateTime(turn.Organisation.Local(turn.Now).DateTime);
        // A complaint about somebody is not shown to them, not even so; nor are words that name somebody.
        var named = NamedStaff.In(text, turn.Organisation, talk.Name);
        var barred = Line.Of(turn.Organisation, [.. named.Sure, .. named.Unsure, .. about?.Accused ?? []]);
        foreach (var member in TalkCards.Frontline(turn.Organisation, day).Where(m => !barred.Contains(m.Id)))
            turn.Send(TalkCards.ToStaff(talk, turn, member, about, onlyUpdate: false));
    }

    /// <summary>What the customer writes while a talk runs goes to the person. True when it did, and the bot keeps silent.</summary>
    public async Task<bool> RelayAsync(Turn turn, string text, IReadOnlyList<Evidence> files, CancellationToken cancellationToken)
    {
        if (await talks.OfCustomerAsync(turn.Person.Actor.Id, cancellationToken) is not { } talk)
            return false;
        var said = files.Count == 0 ? text : $"{text} [{string.Join(", ", files.Select(f => f.Name))}]".Trim();
        if (talk.TakenBy is not { } holder)
        {
            if (IsEnd(text))
            {
                await end.EndAsync(turn, talk, cancellationToken);
                return true;
            }
            turn.Write(Talks.Say(talk, staff: null, said, turn.Now));
            return false;
        }
        if (!talk.IsLive(turn.Now))
        {
            await end.EndAsync(turn, talk, cancellationToken);
            return false;
        }
        if (IsEnd(text))
        {
            await end.EndAsync(turn, talk, cancellationToken);
            return true;
        }
        turn.Write(Talks.Say(talk, staff: null, said, turn.Now));
        turn.Send(new(new Recipient.Staff(holder), MessageFactory.Text($"{TalkEnd.Name(turn, talk, holder)}: {said}")));
        // A photo belongs to the ticket too; its owner sees it there.
        if (files.Count > 0 && await turn.ComplaintAsync(talk.Ticket, cancellationToken) is { } about)
            ComplaintDesk.Do(
                about,
                new AddInformation(text, files, AnswersQuestion: false),
                await turn.CommandContextAsync(cancellationToken)
            );
        return true;
    }

    /// <summary>True while the customer waits for a person.</summary>
    public async Task<bool> IsAwaitedAsync(Turn turn, CancellationToken cancellationToken)
    {
        return await talks.OfCustomerAsync(turn.Person.Actor.Id, cancellationToken) is { TakenBy: null };
    }

    /// <summary>The customer pressed "end".</summary>
    public async Task EndAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (await talks.OfCustomerAsync(turn.Person.Actor.Id, cancellationToken) is { } talk)
            await end.EndAsync(turn, talk, cancellationToken);
        else
            turn.Say("talk.oldCard");
    }

    /// <summary>True for words that end a talk, from either side.</summary>
    internal static bool IsEnd(string text) => Forms.Say("end", text);
}
