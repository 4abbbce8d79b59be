using ComplaintBot.Conversations;
using Complaints.Organisations;
using Understanding;

namespace ComplaintBot.Tickets.Steps;

/// <summary>A colleague without a record in the organisation file is no customer: they are told so and who can change it. A complaint
/// of their own is taken only when they ask for one, or have one already.</summary>
internal sealed class UnknownColleague : IStep<CustomerState>
{
    public async ValueTask<CustomerState?> TakeAsync(Turn turn, CustomerState state, Heard heard, CancellationToken cancellationToken)
    {
        if (
            !turn.Person.IsUnknownColleague
            || state.Draft is not null
            || state.Pending is not null
            || Buttons.IsPressed(turn, heard.Text, "talk.button.complain")
            || heard.Meaning.Turn == TurnMeanings.Human
            || (await turn.OwnCasesAsync(cancellationToken)).Count > 0
        )
            return null;
        Tell(turn);
        return state;
    }

    /// <summary>Says it to whoever came in, once, however many notices tell of it.</summary>
    public static CustomerState Join(Turn turn, CustomerState state)
    {
        if (state.Welcomed)
            return state;
        Tell(turn);
        return state with { Welcomed = true };
    }

    // With the button for a complaint of their own.
    private static void Tell(Turn turn)
    {
        var admins = turn.Organisation.StaffWith(Role.Admin).Select(s => s.Name).ToList();
        turn.Ask(
            admins.Count == 0
                ? turn.Reader.Text("talk.unknownColleague")
                : turn.Reader.Text("talk.unknownColleagueAdmin", ("admins", string.Join(turn.Reader.Text("common.listSeparator"), admins))),
            Buttons.Of(turn, "talk.button.complain")
        );
    }
}
