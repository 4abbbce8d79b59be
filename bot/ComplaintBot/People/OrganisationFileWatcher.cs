using ComplaintBot.Workers;

namespace ComplaintBot.People;

/// <summary>Re-reads the organisation file when it changes. A wrong new file is reported and the old one stays in force: the bot
/// never stops over a typing mistake.</summary>
public sealed class OrganisationFileWatcher(string path, OrganisationSource source, TimeProvider time, ILogger<OrganisationFileWatcher> log)
    : PeriodicWorker(time, log)
{
    private (DateTime, long)? _seen;

    // Looking every few seconds works on every file system, also on network shares where change notices do not arrive.
    /// <inheritdoc/>
    protected override TimeSpan Pause => TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    protected override string Failure => "The organisation file could not be looked at";

    /// <inheritdoc/>
    protected override Task<bool> WorkAsync(CancellationToken cancellationToken)
    {
        var now = Stamp();
        // The first look only notes what was read at start.
        if (_seen is not null && now is not null && now != _seen)
            Read();
        _seen = now ?? _seen;
        return Task.FromResult(false);
    }

    private (DateTime, long)? Stamp() => new FileInfo(path) is { Exists: true } file ? (file.LastWriteTimeUtc, file.Length) : null;

    private void Read()
    {
        var result = OrganisationFile.Load(path);
        if (result.Organisation is { } organisation)
        {
            source.Replace(organisation);
            Log.LogInformation("The organisation file {Path} was read again.", path);
            return;
        }
        Log.LogError(
            "The changed organisation file is not used; the one before stays in force:{Problems}",
            string.Concat(result.Problems.Select(p => Environment.NewLine + "  " + p))
        );
    }
}
