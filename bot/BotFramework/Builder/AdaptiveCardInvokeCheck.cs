using System.Net;
using System.Text.Json;
using BotFramework.Schema;

namespace BotFramework.Builder;

/// <summary>Refuses adaptiveCard/action invokes that are none, with the words of the .NET SDK.</summary>
internal static class AdaptiveCardInvokeCheck
{
    public static AdaptiveCardInvokeValue Read(Activity activity)
    {
        if (activity.Value is not { ValueKind: not JsonValueKind.Null and not JsonValueKind.Undefined } value)
            throw Refuse("BadRequest", "Missing value property");
        if (value.ValueKind != JsonValueKind.Object || ProtocolJson.As<AdaptiveCardInvokeValue>(value) is not { } invoke)
            throw Refuse("BadRequest", "Value property is not properly formed");
        if (invoke.Action is null)
            throw Refuse("BadRequest", "Missing action property");
        if (invoke.Action.Type != AdaptiveCardInvokeAction.ExecuteType)
            throw Refuse("NotSupported", $"The action '{invoke.Action.Type}' is not supported.");
        return invoke;
    }

    private static InvokeResponseException Refuse(string code, string message) =>
        new(HttpStatusCode.BadRequest, AdaptiveCardInvokeResponse.BadRequest(code, message));
}
