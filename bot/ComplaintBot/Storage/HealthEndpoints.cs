using System.Data.Common;

namespace ComplaintBot.Storage;

/// <summary>What a load balancer or a person with curl asks: is it alive, can it work.</summary>
public static partial class HealthEndpoints
{
    /// <summary>Adds GET <c>/healthz</c> (the process answers: 200) and <c>/readyz</c> (the database answers and is migrated: 200,
    /// else 503). Neither says more than one word to the outside; why it is not ready stands in the log.</summary>
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/healthz", () => Results.Text("alive"));
        endpoints.MapGet(
            "/readyz",
            async (Database database, ILogger<Database> logger, CancellationToken cancellationToken) =>
            {
                try
                {
                    if (await database.IsReadyAsync(cancellationToken))
                        return Results.Text("ready");
                    NotMigrated(logger);
                }
                catch (Exception e) when (e is DbException or TimeoutException)
                {
                    NotReachable(logger, e);
                }
                return Results.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable);
            }
        );
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Not ready: the database lacks migrations of this program.")]
    private static partial void NotMigrated(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Not ready: the database cannot be read.")]
    private static partial void NotReachable(ILogger logger, Exception exception);
}
