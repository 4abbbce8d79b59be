using ComplaintBot.People.Graph;

namespace ComplaintBot.Operation.FirstHour;

/// <summary>What <c>init</c> proposes as answers: usual ones, and what Microsoft Graph knows of the person who installs the bot.</summary>
internal sealed record Proposals
{
    public string? Name { get; init; }

    public string TimeZone { get; init; } = LocalZone();

    public string Tenant { get; init; } = "-";

    public string? AdminName { get; init; }

    public string? AdminId { get; init; }

    public string? Departments { get; init; }

    public string? Categories { get; init; }

    /// <summary>Members of the groups that were named.</summary>
    public IReadOnlyList<KnownPerson> Staff { get; init; } = [];

    public string Days { get; init; } = "Mon-Fri";

    public string Hours { get; init; } = "09:00-12:00, 13:30-18:00";

    public string Resolve { get; init; } = "10";

    /// <summary>Asks for one person (name, company, department, zone) and for the members of groups. Null with a sentence when that is
    /// refused.</summary>
    public static async Task<(Proposals?, string?)> FromGraphAsync(
        string[] settings,
        string person,
        IReadOnlyList<string> groups,
        CancellationToken cancellationToken
    )
    {
        var configuration = WebApplication.CreateBuilder(settings).Configuration;
        var graph = GraphConnection.Open(GraphSettings.Read(configuration), configuration);
        try
        {
            var user = await graph
                .Users[person]
                .GetAsync(r => r.QueryParameters.Select = ["id", "displayName", "companyName", "department"], cancellationToken);
            var (staff, problem) = groups.Count == 0 ? ([], null) : await GraphStaff.ReadAsync(graph, groups, cancellationToken);
            if (problem is not null)
                return (null, problem);
            var departments = staff.Select(p => p.Department).Prepend(user!.Department).OfType<string>().Distinct().ToList();
            return (
                new()
                {
                    Name = user.CompanyName,
                    AdminName = user.DisplayName,
                    AdminId = user.Id,
                    Departments = departments.Count == 0 ? null : string.Join(", ", departments),
                    Staff = [.. staff.Where(p => p.Id != user.Id)],
                    Tenant = configuration["MicrosoftAppTenantId"] is { Length: > 0 } tenant ? tenant : "-",
                    TimeZone = await ZoneAsync(graph.Users[person], cancellationToken) ?? LocalZone(),
                },
                null
            );
        }
        catch (Exception e) when (GraphPart.Users.Problem(e, cancellationToken) is { } problem)
        {
            return (null, problem);
        }
    }

    // Of no importance: it is only proposed.
    private static async Task<string?> ZoneAsync(
        Microsoft.Graph.Users.Item.UserItemRequestBuilder user,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var mailbox = await user.MailboxSettings.GetAsync(cancellationToken: cancellationToken);
            return mailbox?.TimeZone is { } zone && TimeZoneInfo.TryConvertWindowsIdToIanaId(zone, out var iana) ? iana : mailbox?.TimeZone;
        }
        catch (Exception e) when (GraphPart.Mailboxes.Problem(e, cancellationToken) is not null)
        {
            return null;
        }
    }

    private static string LocalZone() =>
        TimeZoneInfo.Local.HasIanaId && TimeZoneInfo.Local.Id.Contains('/', StringComparison.Ordinal)
            ? TimeZoneInfo.Local.Id
            : "Asia/Shanghai";
}
