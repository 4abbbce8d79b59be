using System.Data.Common;
using ComplaintBot.People.Graph;
using ComplaintBot.Workers;

namespace ComplaintBot.People.Directory;

/// <summary>Keeps the organisation up to date with the directory. One process reads, the others take its result from the database. A
/// directory that cannot be read is said in the log once, and the last good state stays in force.</summary>
public sealed partial class DirectoryWorker(
    IDirectory directory,
    DirectoryStore store,
    OrganisationSource organisation,
    GraphSettings settings,
    TimeProvider time,
    ILogger<DirectoryWorker> log
) : PeriodicWorker(time, log)
{
    private string _said = "";

    /// <inheritdoc/>
    protected override TimeSpan Pause => settings.PresenceEvery;

    /// <inheritdoc/>
    protected override string Failure => "What the directory told could not be kept";

    /// <inheritdoc/>
    protected override async Task<bool> WorkAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RefreshAsync(cancellationToken);
        }
        catch (Exception e) when (e is not DbException && !cancellationToken.IsCancellationRequested)
        {
            // Without its message: what the service writes may name people.
            NotRead(Log, e.GetType().FullName);
        }
        return false;
    }

    /// <summary>Reads what has grown old, keeps it and puts it in force; answers what could not be read.</summary>
    public async Task<IReadOnlyList<string>> RefreshAsync(CancellationToken cancellationToken)
    {
        var before = await store.LoadAsync(cancellationToken) ?? new();
        var (now, file) = (Time.GetUtcNow(), organisation.File);
        // What was kept counts at once: reading can take minutes when the directory is slow.
        organisation.Replace(before, now);
        var groups = file.Directory.Groups.Select(g => g.Id).ToList();
        var changed = !groups.ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(before.Groups);
        // A little slack, so that the process whose turn comes a moment early does not wait for another round.
        var slack = settings.PresenceEvery / 10;
        DirectoryReading? read =
            changed || IsOlder(before.PeopleAt, settings.PeopleEvery) ? await directory.ReadPeopleAsync(file, before, cancellationToken)
            : IsOlder(before.PresenceAt, settings.PresenceEvery) ? await directory.ReadPresenceAsync(before, cancellationToken)
            : null;
        if (read is null)
            return [];
        Say(read);
        await store.SaveAsync(read.Snapshot, cancellationToken);
        organisation.Replace(read.Snapshot, Time.GetUtcNow());
        return read.Problems;

        bool IsOlder(DateTimeOffset? at, TimeSpan age) => at is null || now - at >= age - slack;
    }

    private void Say(DirectoryReading read)
    {
        var problems = string.Join(' ', read.Problems);
        if (problems == _said)
            return;
        _said = problems;
        if (problems.Length == 0)
            Complete(Log, read.Snapshot.People.Count);
        else if (read.Snapshot.PeopleAt is { } at)
            Incomplete(Log, problems, at);
        else
            NeverRead(Log, problems);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The directory was read: {People} people.")]
    private static partial void Complete(ILogger log, int people);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Problems} What was known before stays in force; people were last read at {At:u}.")]
    private static partial void Incomplete(ILogger log, string problems, DateTimeOffset at);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Problems} Only the organisation file counts.")]
    private static partial void NeverRead(ILogger log, string problems);

    [LoggerMessage(Level = LogLevel.Error, Message = "The directory could not be read ({Kind}); trying again.")]
    private static partial void NotRead(ILogger log, string? kind);
}
