namespace ComplaintBot.People;

/// <summary>Re-reads the organisation file when it changes. A wrong new file is reported and the old one stays in force: the bot
/// never stops over a typing mistake.</summary>
public sealed class OrganisationFileWatcher(string path, OrganisationSource source, TimeProvider time, ILogger<OrganisationFileWatcher> log)
    : BackgroundService
{
    // Looking every few seconds works on every file system, also on network shares where change notices do not arrive.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var seen = Stamp();
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                var now = Stamp();
                if (now == seen || now is null)
                    continue;
                seen = now;
                Read();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private (DateTime, long)? Stamp() => new FileInfo(path) is { Exists: true } file ? (file.LastWriteTimeUtc, file.Length) : null;

    private void Read()
    {
        var result = OrganisationFile.Load(path);
        if (result.Organisation is { } organisation)
        {
            source.Replace(organisation);
            log.LogInformation("The organisation file {Path} was read again.", path);
            return;
        }
        log.LogError(
            "The changed organisation file is not used; the one before stays in force:{Problems}",
            string.Concat(result.Problems.Select(p => Environment.NewLine + "  " + p))
        );
    }
}
