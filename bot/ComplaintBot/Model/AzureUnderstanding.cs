using System.Runtime.CompilerServices;
using Complaints.Organisations;
using Understanding;
using Understanding.Local;
using Understanding.Questions;

namespace ComplaintBot.Model;

/// <summary>Makes out messages with a model, and with what is read locally where the model gives no answer in time or none that can
/// be believed. Commands of staff are read locally, always.</summary>
internal sealed class AzureUnderstanding(
    LocalUnderstanding local,
    LanguageModel model,
    StaffModel staff,
    ButtonWords buttons,
    AzureOpenAiSettings settings
) : IUnderstanding
{
    // Text beyond this many characters changes nothing, here as locally.
    private const int Longest = 6000;

    private readonly ConditionalWeakTable<Organisation, ModelTask> _tasks = [];

    /// <inheritdoc/>
    public async ValueTask<Meaning> ReadAsync(string text, Context context, CancellationToken cancellationToken)
    {
        var read = local.Read(text, context);
        // Picked by the speaker: there is nothing left to make out.
        if (context.Meant is not null)
            return read;
        return context.Role == SpeakerRole.Customer
            ? await OfCustomerAsync(text, context, read, cancellationToken)
            : await OfStaffAsync(text, context, read, cancellationToken);
    }

    private async ValueTask<Meaning> OfCustomerAsync(string text, Context context, Meaning read, CancellationToken cancellationToken)
    {
        if (!CustomerTexts.AreWorthAsking(text, read, context, settings.OnlyInDoubt) || buttons.Are(text, context.Organisation))
            return read;
        text = text.Trim();
        if (text.Length > Longest)
            text = text[..Longest];
        var answer = await model.AskAsync(
            _tasks.GetValue(context.Organisation, CustomerTask.Of),
            Instructions.Data(text, context.Language, context.Now, talk: Instructions.Talk(context)),
            DateOnly.FromDateTime(context.Now.DateTime),
            CustomerAnswer.Read,
            cancellationToken
        );
        return answer is null ? read : CustomerReading.Of(answer, read, text, context);
    }

    // What sounds like a complaint told for a customer may be a question in words that no list knows.
    private async ValueTask<Meaning> OfStaffAsync(string text, Context context, Meaning read, CancellationToken cancellationToken)
    {
        var asks = read.Intent == Intents.Unclear || QuestionSigns.IsAsked(text, read);
        var isSure = asks && settings.OnlyInDoubt && read.Question is { Query: not null, Unused.Count: 0 };
        if (
            (!asks && read.Intent != Intents.Complain)
            || isSure
            || !StaffModel.Takes(text)
            || await staff.AskAsync(text, context.Organisation, context.Now, context.Previous, cancellationToken) is not { } answer
        )
            return read;
        if (!asks && answer.Complaint is { } complaint)
        {
            var told = CustomerReading.Of(complaint, read, text, context);
            return told with { Slots = told.Slots with { OnBehalf = true } };
        }
        var question = QuestionReading.Of(answer, text, read.Question!, context.Organisation, context.Now, context.Previous);
        return asks ? read with { Question = question ?? read.Question }
            : answer.Query is null ? read
            : new()
            {
                Intent = Intents.Ask,
                Slots = new() { Ticket = read.Slots.Ticket },
                Question = question ?? read.Question,
            };
    }
}
