using Understanding;
using Understanding.Messages;

namespace ComplaintBot.Conversations;

/// <summary>"Please answer in English": from now on, until another language is wished for.</summary>
internal sealed class LanguageWishOfCustomer : PlainStep<CustomerState>, IInterruption<CustomerState>
{
    protected override CustomerState? Take(Turn turn, CustomerState state, Heard heard)
    {
        if (heard.Meaning is { Intent: Intents.Complain, Category: not null } || LanguageWishes.Of(heard.Text) is not { } language)
            return null;
        turn.Language = language;
        turn.Say("talk.language");
        return state with { Wished = language };
    }
}

/// <summary>The same of staff.</summary>
internal sealed class LanguageWishOfStaff : PlainStep<StaffState>
{
    protected override StaffState? Take(Turn turn, StaffState state, Heard heard)
    {
        if (heard.Intent is Intents.Act or Intents.Ask || LanguageWishes.Of(heard.Text) is not { } language)
            return null;
        turn.Language = language;
        turn.Say("talk.language");
        return state with { Wished = language };
    }
}
