using Complaints.Organisations;

namespace ComplaintBot.People;

/// <summary>The organisation as of now. Who needs it for longer than one turn asks again: the file may change while the bot runs.</summary>
public class OrganisationSource(Organisation organisation)
{
    private volatile Organisation _current = organisation;

    /// <summary>The last organisation that was read without a mistake.</summary>
    public Organisation Current => _current;

    /// <summary>Puts a new one in place; turns that began with the old one end with it.</summary>
    public void Replace(Organisation next) => _current = next;
}
