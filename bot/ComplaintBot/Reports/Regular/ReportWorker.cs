using ComplaintBot.Conversations;
using ComplaintBot.People;
using ComplaintBot.Storage;
using ComplaintBot.Workers;
using Complaints.Organisations;

namespace ComplaintBot.Reports.Regular;

/// <summary>Sends reports when their time has come: each to each person once, whatever the number of processes and however often
/// they are started.</summary>
public sealed class ReportWorker(
    Database database,
    RegularReports reports,
    Subscriptions subscriptions,
    OrganisationSource organisations,
    TurnEnd end,
    Speech speech,
    TimeProvider time,
    IConfiguration configuration,
    ILogger<ReportWorker> log
) : PeriodicWorker(time, log)
{
    private readonly TimeOnly _usual = configuration.GetValue<TimeOnly?>("Reports:At") ?? new TimeOnly(8, 30);

    /// <inheritdoc/>
    protected override TimeSpan Pause => TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    protected override string Failure => "Reports could not be sent";

    /// <inheritdoc/>
    protected override bool IsWanted { get; } = configuration.GetValue("Reports:Enabled", true);

    /// <inheritdoc/>
    protected override async Task<bool> WorkAsync(CancellationToken cancellationToken)
    {
        await RunDueAsync(cancellationToken);
        return false;
    }

    /// <summary>Sends every report that is due and was not sent; returns how many.</summary>
    public async Task<int> RunDueAsync(CancellationToken cancellationToken)
    {
        var (organisation, now, sent) = (organisations.Current, Time.GetUtcNow(), 0);
        var chosen = await subscriptions.ChosenAsync(cancellationToken);
        foreach (var kind in Enum.GetValues<ReportKind>())
        {
            foreach (var member in organisation.Staff)
            {
                if (
                    Subscriptions.For(member, kind, chosen, _usual) is { } at
                    && ReportTimes.Due(kind, organisation, now, at, member.TimeZone) is { } day
                    && await SendAsync(kind, member, day, organisation, now, cancellationToken)
                )
                    sent++;
            }
        }
        return sent;
    }

    private async Task<bool> SendAsync(
        ReportKind kind,
        StaffMember member,
        DateOnly day,
        Organisation organisation,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var key = new
        {
            person = member.Id,
            kind = kind.ToString(),
            day,
        };
        if (
            await database.ScalarAsync<long>(
                "SELECT count(*) FROM report_sendings WHERE person = @person AND kind = @kind AND day = @day",
                key,
                cancellationToken
            ) > 0
        )
            return false;
        var reader = new Reader(organisation, now, speech, StaffLanguage.Of(member));
        var work = new UnitOfWork(database);
        work.Add(
            async (tx, token) =>
            {
                if (
                    await tx.ExecuteAsync(
                        "INSERT INTO report_sendings (person, kind, day) VALUES (@person, @kind, @day) ON CONFLICT DO NOTHING",
                        key,
                        token
                    ) == 0
                )
                    throw new ConcurrencyException("Another process sends this report.");
            }
        );
        end.Send(await reports.MessageAsync(kind, member, day, reader, new Recipient.Staff(member.Id), cancellationToken), work);
        try
        {
            await work.CommitAsync(cancellationToken);
            return true;
        }
        catch (ConcurrencyException)
        {
            // Another process was faster; the person gets one report.
            return false;
        }
    }
}
