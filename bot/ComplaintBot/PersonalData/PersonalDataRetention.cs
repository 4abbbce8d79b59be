using ComplaintBot.People;
using ComplaintBot.Storage;
using ComplaintBot.Workers;
using Complaints;
using Complaints.Organisations;
using Complaints.Procedure;

namespace ComplaintBot.PersonalData;

/// <summary>How long customers are remembered after their last complaint ended: setting <c>PersonalData:KeepFor</c>, such as P3Y.
/// Without it, until an admin erases them.</summary>
public sealed record PersonalDataSettings(Duration? KeepFor);

/// <summary>Forgets customers whose last complaint ended longer ago than the setting allows. Looks once a day.</summary>
public sealed partial class PersonalDataRetention(
    Database database,
    CustomerErasure erasure,
    OrganisationSource organisation,
    PersonalDataSettings settings,
    TimeProvider time,
    ILogger<PersonalDataRetention> log
) : PeriodicWorker(time, log)
{
    private const int AtOnce = 100;

    /// <summary>Forgets whoever is due now; answers how many.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellationToken = default)
    {
        if (settings.KeepFor is not { } keep)
            return 0;
        var current = organisation.Current;
        var before = DateOnly.FromDateTime(
            current.Local(Time.GetUtcNow()).AddMonths(-keep.Months).AddDays(-keep.Days).Subtract(keep.Time).DateTime
        );
        var due = await database.QueryAsync<string>(
            """
            SELECT p.customer FROM complaint_parties p JOIN complaints c ON c.ticket = p.ticket
            WHERE p.customer NOT LIKE 'erased:%'
            GROUP BY p.customer HAVING max(c.is_open) = 0 AND max(c.ended_day) < @before LIMIT @most
            """,
            new { before, most = AtOnce },
            cancellationToken
        );
        foreach (var customer in due)
        {
            await UnitOfWork.RunAsync(
                database,
                async work =>
                {
                    var traces = await erasure.TracesAsync(customer, cancellationToken);
                    var context = new CommandContext(current, Time.GetUtcNow(), Actor.System, Channel.Teams);
                    var (write, refusal) = await erasure.PlanAsync(traces, context, cancellationToken);
                    if (write is not null)
                        work.Add(write);
                    else
                        NotForgotten(Log, refusal!.Code);
                },
                cancellationToken
            );
        }
        return due.Count;
    }

    /// <inheritdoc/>
    protected override TimeSpan Pause => TimeSpan.FromDays(1);

    /// <inheritdoc/>
    protected override string Failure => "Customers whose time is over could not all be forgotten";

    /// <inheritdoc/>
    protected override bool IsWanted => settings.KeepFor is not null;

    /// <inheritdoc/>
    protected override async Task<bool> WorkAsync(CancellationToken cancellationToken) => await SweepAsync(cancellationToken) == AtOnce;

    [LoggerMessage(Level = LogLevel.Warning, Message = "A customer whose time is over could not be forgotten: {Reason}.")]
    private static partial void NotForgotten(ILogger log, string reason);
}
