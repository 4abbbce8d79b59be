using System.Runtime.CompilerServices;
using Complaints.Organisations;
using Understanding.Local;
using Understanding;

namespace ComplaintBot.Model;

/// <summary>Makes out messages with a model, and with what is read locally where the model gives no answer in time or none that can
/// be believed.
/// Commands of staff are read locally, always; their questions are read by <see cref="AzureQuestions"/>.</summary>
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
    public async ValueTask<Understood> UnderstandAsync(UnderstandRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var read = local.Understand(request);
        return request.Role == UnderstandRole.Customer ? await OfCustomerAsync(request, read, cancellationToken)
            : read.Intent == Intents.Complain ? await OfStaffAsync(request, read, cancellationToken)
            : read;
    }

    private async ValueTask<Understood> OfCustomerAsync(UnderstandRequest request, Understood read, CancellationToken cancellationToken)
    {
        if (!CustomerTexts.AreWorthAsking(request.Text, read, settings.OnlyInDoubt) || buttons.Are(request.Text, request.Organisation))
            return read;
        var text = request.Text.Trim();
        if (text.Length > Longest)
            text = text[..Longest];
        var answer = await model.AskAsync(
            _tasks.GetValue(request.Organisation, CustomerTask.Of),
            Instructions.Data(text, request.Language, request.Now),
            DateOnly.FromDateTime(request.Now.DateTime),
            CustomerAnswer.Read,
            cancellationToken
        );
        return answer is null ? read : CustomerReading.Of(answer, read, request with { Text = text });
    }

    // What sounds like a complaint told for a customer may be a question in words that no list knows.
    private async ValueTask<Understood> OfStaffAsync(UnderstandRequest request, Understood read, CancellationToken cancellationToken)
    {
        if (
            !StaffModel.Takes(request.Text)
            || await staff.AskAsync(request.Text, request.Organisation, request.Now, request.Previous, cancellationToken) is not { } answer
        )
            return read;
        if (answer.Complaint is { } complaint)
        {
            var told = CustomerReading.Of(complaint, read, request);
            return told with { Slots = told.Slots with { OnBehalf = true } };
        }
        return answer.Query is null
            ? read
            : new()
            {
                Intent = Intents.Ask,
                Slots = new() { Ticket = read.Slots.Ticket },
            };
    }
}
