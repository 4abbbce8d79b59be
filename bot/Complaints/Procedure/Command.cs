using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Complaints.Events;

namespace Complaints.Procedure;

/// <summary>Something that somebody wants done to a complaint. A command is a record of its inputs; <see cref="Decide"/> checks
/// them, and nothing else, and records events. Who may and when was asked of <see cref="ProcedureTable"/> before.</summary>
public abstract record Command
{
    /// <summary>The verb by which the table, cards and texts name it.</summary>
    public abstract string Verb { get; }

    /// <summary>Checks the inputs and records what happens, or refuses without recording anything.</summary>
    protected internal abstract Outcome Decide(Complaint complaint, CommandContext context);

    /// <summary>The same for two commands with the same verb and inputs: by it a button pressed twice is recognised.</summary>
    internal string Fingerprint()
    {
        var inputs = JsonSerializer.Serialize(this, GetType(), EventJson.Options);
        return Verb + ":" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(inputs)))[..16];
    }
}
