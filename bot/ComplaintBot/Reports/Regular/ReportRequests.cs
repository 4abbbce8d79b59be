using ComplaintBot.Conversations;

namespace ComplaintBot.Reports.Regular;

/// <summary>Subscribing, unsubscribing and asking for a report by chat.</summary>
public sealed class ReportRequests(RegularReports reports)
{
    /// <summary>Does what is wanted with reports; false when the text is about something else.</summary>
    public async Task<bool> TryAsync(Turn turn, string text, CancellationToken cancellationToken)
    {
        if (ReportWords.Read(text) is not { } wish)
            return false;
        var member = turn.Person.Staff!;
        if (wish.Wanted is not { } wanted)
        {
            var today = DateOnly.FromDateTime(turn.Organisation.Local(turn.Now).DateTime);
            turn.Send(await reports.MessageAsync(wish.Kind, member, today, turn.Reader, turn.Here, cancellationToken));
            return true;
        }
        turn.Write(Subscriptions.Choose(new(member.Id, wish.Kind, wanted, wish.At)));
        var name = turn.Reader.Text("report.name." + Reader.Code(wish.Kind));
        if (!wanted)
            turn.Say("report.unsubscribed", ("report", name));
        else if (wish.At is { } at)
            turn.Say(
                "report.subscribedAt",
                ("report", name),
                ("time", at.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture))
            );
        else
            turn.Say("report.subscribed", ("report", name));
        return true;
    }
}
