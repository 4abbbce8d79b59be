using ComplaintBot.People;
using ComplaintBot.Workers;

namespace ComplaintBot.FirstContact;

/// <summary>Looks every hour whether there are staff of whom nothing was ever heard, and has the app installed for them, each once.
/// Who took it away again is left alone.</summary>
internal sealed partial class FirstContactWorker(
    Reach reach,
    AppInstaller installer,
    OrganisationSource organisation,
    TimeProvider time,
    ILogger<FirstContactWorker> log
) : PeriodicWorker(time, log)
{
    private readonly HashSet<string> _tried = [];

    /// <inheritdoc/>
    protected override TimeSpan Pause => TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override string Failure => "It could not be looked up whom the bot can write to";

    /// <summary>Installs where it is missing; how many it was installed for.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var (installed, problems) = (0, new List<string>());
        foreach (var (member, neverHeardOf) in await reach.MissingAsync(organisation.Current.Staff, cancellationToken))
        {
            if (!neverHeardOf || !Guid.TryParse(member.Id, out _) || !_tried.Add(member.Id))
                continue;
            if (await installer.InstallAsync(member.Id, cancellationToken) is { } problem)
                problems.Add(problem);
            else
                installed++;
        }
        if (installed > 0)
            Installed(Log, installed);
        foreach (var (problem, people) in problems.CountBy(p => p))
            NotInstalled(Log, people, problem);
        return installed;
    }

    /// <inheritdoc/>
    protected override async Task<bool> WorkAsync(CancellationToken cancellationToken)
    {
        await RunAsync(cancellationToken);
        return false;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The app was installed for {People} people who had never written to the bot.")]
    private static partial void Installed(ILogger log, int people);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The bot cannot write to {People} people: {Problem} They can open the app in Teams themselves; doctor names them."
    )]
    private static partial void NotInstalled(ILogger log, int people, string problem);
}
