namespace ComplaintBot.Teams;

/// <summary><c>GET /tickets/{number}</c>: leads into Teams. Every number is answered alike, whether there is such a ticket
/// or not.</summary>
public static class TicketLinkEndpoint
{
    /// <summary>Adds the endpoint.</summary>
    public static void MapTicketLinks(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(TicketLinks.Path + "{ticket}", Handle);

    private static IResult Handle(string ticket, HttpContext context, TicketLinks links)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        return TicketLinks.NumberIn(ticket) is { } number && links.InTeams(number) is { } there
            ? Results.Redirect(there.ToString())
            : Results.Text("Open Teams and send the number of the ticket to the bot.", statusCode: StatusCodes.Status404NotFound);
    }
}
