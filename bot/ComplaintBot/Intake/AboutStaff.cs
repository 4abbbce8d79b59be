using ComplaintBot.Conversations;
using Complaints.Organisations;
using Understanding;
using Understanding.Accused;

namespace ComplaintBot.Intake;

/// <summary>Whom of the staff a draft is about. Who is named outright is; who might be meant is until the customer says no: better one
/// colleague too many kept away than the accused reading it.</summary>
public static class AboutStaff
{
    // More than these and the name says nothing.
    private const int MostNames = 3;

    /// <summary>The aadObjectIds for the complaint.</summary>
    public static IReadOnlyList<string> Of(IntakeDraft draft, Organisation organisation)
    {
        var named = Named(draft, organisation);
        return [.. named.Sure, .. Unclear(draft, organisation)];
    }

    /// <summary>Who might be meant, and the customer has not said.</summary>
    public static IReadOnlyList<string> Unclear(IntakeDraft draft, Organisation organisation)
    {
        return [.. Named(draft, organisation).Unsure.Except(draft.NotAbout).Take(MostNames)];
    }

    /// <summary>Takes the answer to "do you mean our colleague …?"; null when the message is none.</summary>
    internal static IntakeDraft? Answer(Turn turn, IntakeDraft draft, Heard heard)
    {
        var unclear = Unclear(draft, turn.Organisation);
        var done = draft with { Asking = null, Asked = [.. draft.Asked, IntakeQuestion.Accused] };
        if (unclear.Where(id => turn.Reader.Person(id) == heard.Text.Trim()).ToList() is [var meant])
            return done with { NotAbout = [.. draft.NotAbout, .. unclear.Where(id => id != meant)] };
        return Buttons.Answer(turn, heard, "talk.button.aboutThem", "talk.button.notAboutThem") switch
        {
            false => done with { NotAbout = [.. draft.NotAbout, .. unclear] },
            true => done,
            null when Buttons.IsPressed(turn, heard.Text, "talk.button.aboutUnknown") || heard.Intent == Intents.Skip => done,
            null => null,
        };
    }

    private static NamedStaff Named(IntakeDraft draft, Organisation organisation) =>
        NamedStaff.In(draft.Description, organisation, draft.Name);
}
