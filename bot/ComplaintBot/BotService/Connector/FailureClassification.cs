using System.Net;

namespace ComplaintBot.BotService.Connector;

/// <summary>Which answer of a channel means what.</summary>
public static class FailureClassification
{
    private static readonly HashSet<string> CredentialCodes = new(StringComparer.OrdinalIgnoreCase) { "BotNotRegistered", "Unauthorized" };

    // A conversation that is gone is gone whichever status carries the code.
    private static readonly HashSet<string> GoneCodes = new(StringComparer.OrdinalIgnoreCase)
    {
        "ConversationNotFound",
        "ActivityNotFoundInConversation",
        "MemberNotFoundInConversation",
    };

    private static readonly HashSet<string> UnreachableCodes = new(StringComparer.OrdinalIgnoreCase)
    {
        "BotNotInConversationRoster",
        "ForbiddenOperationException",
        "MessageWritesBlocked",
        "ConversationBlockedByUser",
        "BotDisabledByAdmin",
        "NotEnoughPermissions",
    };

    /// <summary>Classifies by the finest code first, then by status; no answer at all is worth another try.</summary>
    public static ConnectorFailure Classify(HttpStatusCode? status, string? code, string? subCode)
    {
        foreach (var name in (string?[])[subCode, code])
        {
            if (name is null)
                continue;
            if (UnreachableCodes.Contains(name))
                return ConnectorFailure.Unreachable;
            if (GoneCodes.Contains(name))
                return ConnectorFailure.Gone;
            if (name.Equals("MessageSizeTooBig", StringComparison.OrdinalIgnoreCase))
                return ConnectorFailure.TooLarge;
            if (CredentialCodes.Contains(name))
                return ConnectorFailure.Unauthorized;
        }

        return (int?)status switch
        {
            null or 408 or 412 or 429 => ConnectorFailure.Retry,
            401 => ConnectorFailure.Unauthorized,
            403 => ConnectorFailure.Unreachable,
            404 or 410 => ConnectorFailure.Gone,
            413 => ConnectorFailure.TooLarge,
            // Not implemented here means not implemented in a minute.
            501 => ConnectorFailure.BadRequest,
            >= 500 => ConnectorFailure.Retry,
            _ => ConnectorFailure.BadRequest,
        };
    }
}
