using Complaints.Organisations;

namespace ComplaintBot.People.Directory;

/// <summary>The company's directory. What cannot be read is a problem in the answer and never an exception; what was known of it
/// stays.</summary>
public interface IDirectory
{
    /// <summary>Reads people: the members of the groups that the organisation file names, and whom the file itself names.</summary>
    Task<DirectoryReading> ReadPeopleAsync(Organisation file, DirectorySnapshot before, CancellationToken cancellationToken);

    /// <summary>Reads who is out of office at this moment.</summary>
    Task<DirectoryReading> ReadPresenceAsync(DirectorySnapshot before, CancellationToken cancellationToken);
}

/// <summary>What is known now, and in plain sentences without personal data what could not be read.</summary>
public sealed record DirectoryReading(DirectorySnapshot Snapshot, IReadOnlyList<string> Problems);
