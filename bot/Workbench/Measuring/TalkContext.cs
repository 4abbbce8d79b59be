using System.Text.Json;
using Understanding;

namespace Workbench.Measuring;

/// <summary>Reads the <c>context</c> of a line in which a customer speaks: what was asked and what the draft holds.</summary>
internal static class TalkContext
{
    /// <summary>The context with the talk of the line; the same when the line tells none.</summary>
    public static Context WithTalk(this Context context, JsonElement line)
    {
        if (
            context.Role != SpeakerRole.Customer
            || !line.TryGetProperty("context", out var talk)
            || talk.ValueKind != JsonValueKind.Object
            || !talk.TryGetProperty("asked", out var question)
            || question.ValueKind != JsonValueKind.String
        )
            return context;
        var asked = question.GetString()!.TrimEnd('?');
        var isClosed =
            talk.TryGetProperty("state", out var state) && state.ValueKind == JsonValueKind.String && state.ValueEquals("closed");
        var known =
            talk.TryGetProperty("known", out var slots) && slots.ValueKind == JsonValueKind.Object
                ? slots.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.ToString(), StringComparer.Ordinal)
                : [];
        return context with
        {
            Asked = asked == Context.Questions.Nothing && isClosed ? Context.Questions.Closed : asked,
            Known = known,
            OwnCases =
                known.Count == 0 || asked is not (Context.Questions.Nothing or Context.Questions.Satisfied)
                    ? []
                    : [new("C-00000000-0000", !isClosed, known.GetValueOrDefault("category"))],
        };
    }
}
