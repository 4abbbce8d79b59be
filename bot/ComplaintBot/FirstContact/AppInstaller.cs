using ComplaintBot.People.Graph;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;

namespace ComplaintBot.FirstContact;

/// <summary>Installs the bot's Teams app for people, by Microsoft Graph. Teams then tells the bot of it as if they had done it themselves,
/// and it may write to them.</summary>
internal sealed class AppInstaller(GraphServiceClient graph, GraphSettings settings)
{
    private const int AlreadyThere = 409;

    private static readonly GraphPart Part = new("installing the app", "TeamsAppInstallation.ReadWriteSelfForUser.All");

    /// <summary>Installs it for one person; null, or why it did not work in a sentence without their name.</summary>
    public async Task<string?> InstallAsync(string personId, CancellationToken cancellationToken)
    {
        var installation = new UserScopeTeamsAppInstallation
        {
            AdditionalData = new Dictionary<string, object>
            {
                ["teamsApp@odata.bind"] = $"{settings.Endpoint}/appCatalogs/teamsApps/{settings.TeamsApp}",
            },
        };
        try
        {
            await graph.Users[personId].Teamwork.InstalledApps.PostAsync(installation, cancellationToken: cancellationToken);
            return null;
        }
        catch (ODataError e) when (e.ResponseStatusCode == AlreadyThere)
        {
            return null;
        }
        catch (Exception e) when (Part.Problem(e, cancellationToken) is { } problem)
        {
            return problem;
        }
    }
}
