using ComplaintBot.People.Directory;
using Complaints.Organisations;

namespace ComplaintBot.People;

/// <summary>The organisation as of now: its file, and what the directory adds. Who needs it for longer than one turn asks again: both
/// may change while the bot runs.</summary>
public class OrganisationSource
{
    private readonly Lock _gate = new();
    private DirectorySnapshot _directory = new();
    private DateTimeOffset _at;
    private volatile Organisation _file;
    private volatile Organisation _current;

    /// <summary>A source with the file's content and no directory yet.</summary>
    public OrganisationSource(Organisation organisation)
    {
        _file = organisation;
        _current = DirectoryMerge.Apply(organisation, _directory, _at);
    }

    /// <summary>The last organisation that was read without a mistake, with what the directory adds.</summary>
    public Organisation Current => _current;

    /// <summary>The same as the file alone tells it.</summary>
    public Organisation File => _file;

    /// <summary>Puts a new file in place; turns that began with the old one end with it.</summary>
    public void Replace(Organisation next)
    {
        lock (_gate)
        {
            _file = next;
            _current = DirectoryMerge.Apply(next, _directory, _at);
        }
    }

    /// <summary>Puts into force what the directory tells at <paramref name="now"/>.</summary>
    public void Replace(DirectorySnapshot directory, DateTimeOffset now)
    {
        lock (_gate)
        {
            (_directory, _at) = (directory, now);
            _current = DirectoryMerge.Apply(_file, directory, now);
        }
    }
}
