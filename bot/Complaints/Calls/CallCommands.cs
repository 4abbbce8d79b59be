using Complaints.Events;
using Complaints.Procedure;

namespace Complaints.Calls;

/// <summary>What came of a call to a customer without a chat: only one that reached them counts as told. No answer is tried again at
/// another time of day, up to <see cref="Most"/> times.</summary>
public sealed record ReportCall(string? Call, CallOutcome Outcome, string? Text = null, DateTimeOffset? At = null) : Command
{
    /// <summary>How often a number is tried before it is given up.</summary>
    public const int Most = 4;

    /// <inheritdoc/>
    public override string Verb => Verbs.Call;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Complaint complaint, CommandContext context)
    {
        if (complaint.OpenCalls.FirstOrDefault(c => Call is null || c.Id == Call) is not { } call)
            return new Refusal("noCall");
        if (Outcome == CallOutcome.CallBack && At is null)
            return Refusal.Missing("until");
        if (At is { } at && at <= context.Now)
            return new Refusal("timeInPast");
        complaint.Record(new CallReported(call.Id, Outcome, Text, At), context);
        if (Outcome == CallOutcome.Reached)
            complaint.Record(new CustomerTold(call.Text) { ByPhone = true }, context);
        return Complaints.Outcome.Done;
    }
}

/// <summary>Tells the customers of a complaint something: by chat who has one, by a call to make who has none.</summary>
internal static class Telling
{
    /// <summary>Records what is told at once and what is to be called.</summary>
    public static void Tell(Complaint complaint, string text, CallAbout about, CommandContext context)
    {
        Call(complaint, text, about, context);
        if (complaint.Parties.Any(p => p.IsOpen && !p.HasNoChat))
            complaint.Record(new CustomerTold(text), context);
    }

    /// <summary>Records the calls alone, for what those with a chat hear in another way. A call that waits for the same reason is
    /// replaced: its words are old.</summary>
    public static void Call(Complaint complaint, string text, CallAbout about, CommandContext context)
    {
        foreach (var party in complaint.Parties.Where(p => p.IsOpen && p.HasNoChat).ToList())
            complaint.Record(
                new CallAsked($"c{complaint.History.Count(e => e.Event is CallAsked) + 1}", party.Ticket, about, text),
                context
            );
    }
}
