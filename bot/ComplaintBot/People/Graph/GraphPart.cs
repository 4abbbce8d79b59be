using System.Globalization;
using Azure.Identity;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;

namespace ComplaintBot.People.Graph;

/// <summary>Something that is read from Microsoft Graph, with the least application permission that allows it.</summary>
internal sealed record GraphPart(string Name, string Permission)
{
    public static GraphPart Groups { get; } = new("the members of groups", "GroupMember.Read.All");

    public static GraphPart Users { get; } = new("people", "User.Read.All");

    public static GraphPart Mailboxes { get; } = new("time zones and automatic replies", "MailboxSettings.Read");

    public static GraphPart Presence { get; } = new("presence", "Presence.Read.All");

    /// <summary>Shown beside names; nobody misses them.</summary>
    public static GraphPart Pictures { get; } = new("pictures", "User.Read.All");

    /// <summary>All of them that an installation needs, for whoever checks an installation.</summary>
    public static IReadOnlyList<GraphPart> All { get; } = [Groups, Users, Mailboxes, Presence];

    /// <summary>A plain sentence for a status.</summary>
    public string Refusal(int status, string? code) =>
        status switch
        {
            401 => $"Microsoft Graph does not accept the bot's token when {Name} are asked for (401): is MicrosoftAppTenantId right?",
            403 => $"Microsoft Graph refuses {Name} (403): grant the app the application permission {Permission} with admin consent.",
            404 => $"Microsoft Graph does not know what was asked of {Name} (404): is the object id right?",
            429 => $"Microsoft Graph is too busy to tell {Name} (429).",
            _ => string.Create(
                CultureInfo.InvariantCulture,
                $"Microsoft Graph failed to tell {Name} ({status}{(code is null ? "" : " " + code)})."
            ),
        };

    /// <summary>A plain sentence for what a call threw; null when it is none of the service's failures. Messages of others are not
    /// repeated: they may name people.</summary>
    public string? Problem(Exception failure, CancellationToken cancellationToken) =>
        failure switch
        {
            ApiException error => Refusal(error.ResponseStatusCode, (error as ODataError)?.Error?.Code),
            AuthenticationFailedException => "No token for Microsoft Graph could be had: check the app's secret, certificate or identity.",
            HttpRequestException => $"Microsoft Graph cannot be reached; {Name} were not read.",
            OperationCanceledException when !cancellationToken.IsCancellationRequested =>
                $"Microsoft Graph did not answer in time; {Name} were not read.",
            _ => null,
        };
}
