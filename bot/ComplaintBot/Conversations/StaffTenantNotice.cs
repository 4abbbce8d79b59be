using ComplaintBot.People;

namespace ComplaintBot.Conversations;

/// <summary>Says at start that nobody can be staff, when that is so: else a missing setting looks like a bot that knows nobody.</summary>
public sealed partial class StaffTenantNotice(StaffTenant tenant, OrganisationSource organisation, ILogger<StaffTenantNotice> log)
    : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!tenant.AdmitsAnybody(organisation.Current))
            NobodyIsStaff(log);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Neither the organisation file (tenantId) nor MicrosoftAppTenantId names the directory of the staff: "
            + "everybody in Teams is served as a customer."
    )]
    private static partial void NobodyIsStaff(ILogger log);
}
