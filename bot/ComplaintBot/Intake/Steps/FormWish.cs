using ComplaintBot.Conversations;

namespace ComplaintBot.Intake.Steps;

/// <summary>Who prefers a form gets one, with what is known already filled in.</summary>
internal sealed class FormWish : PlainStep<CustomerState>
{
    protected override CustomerState? Take(Turn turn, CustomerState state, Heard heard) =>
        AnswerForm.IsForm(heard.Text) || Buttons.IsPressed(turn, heard.Text, "talk.button.form") ? Drafting.ShowForm(turn, state) : null;
}
