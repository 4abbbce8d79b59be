using System.Runtime.CompilerServices;
using ComplaintBot.Understanding.Local;
using Complaints.Organisations;

namespace ComplaintBot.Understanding.AzureOpenAi;

/// <summary>Makes out messages with a model, and with what is read locally where the model gives no answer in time or none that can be believed.
/// Commands and questions of staff are read locally (questions by <see cref="AzureQuestions"/>); a complaint that staff tell for a customer is a customer's text.</summary>
internal sealed class AzureUnderstanding(LocalUnderstanding local, LanguageModel model, AzureOpenAiSettings settings) : IUnderstanding
{
    // Text beyond this many characters changes nothing, here as locally.
    private const int Longest = 6000;

    private readonly ConditionalWeakTable<Organisation, ModelTask> _tasks = [];

    /// <inheritdoc/>
    public async ValueTask<Understood> UnderstandAsync(UnderstandRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var read = local.Understand(request);
        var isTold = request.Role == UnderstandRole.Customer || read.Intent == Intents.Complain;
        if (!isTold || !CustomerTexts.AreWorthAsking(request.Text, read, settings.OnlyInDoubt))
            return read;
        var text = request.Text.Trim();
        if (text.Length > Longest)
            text = text[..Longest];
        var answer = await model.AskAsync(
            _tasks.GetValue(request.Organisation, CustomerTask.Of), Instructions.Data(text, request.Language, request.Now), DateOnly.FromDateTime(request.Now.DateTime), CustomerAnswer.Read, cancellationToken);
        if (answer is null)
            return read;
        var understood = CustomerReading.Of(answer, read, request with { Text = text });
        // That staff tell something for a customer was read from how they said it.
        return request.Role == UnderstandRole.Customer ? understood : understood with { Intent = Intents.Complain, Slots = understood.Slots with { OnBehalf = true } };
    }
}
