using Complaints.Organisations;

namespace ComplaintBot.People;

/// <summary>The organisation file cannot be used; the message names the file, the lines and what is wrong.</summary>
public sealed class OrganisationFileException : Exception
{
    /// <summary>Without words.</summary>
    public OrganisationFileException() { }

    /// <summary>With words.</summary>
    public OrganisationFileException(string message)
        : base(message) { }

    /// <summary>With words and a cause.</summary>
    public OrganisationFileException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>The organisation, or this exception with everything that is wrong.</summary>
    public static Organisation Demand(OrganisationFileResult result)
    {
        return result.Organisation
            ?? throw new OrganisationFileException(
                "The organisation file cannot be used:" + string.Concat(result.Problems.Select(p => Environment.NewLine + "  " + p))
            );
    }
}
