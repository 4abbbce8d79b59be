using System.Text.Json.Nodes;

namespace ComplaintBot.Model;

/// <summary>One kind of question to the model: what is said to it beforehand and the schema that its answer must keep. Made once
/// per organisation file; texts of people are no part of it.</summary>
internal sealed class ModelTask(string name, string instructions, JsonObject schema)
{
    /// <summary>Letters only; it goes out as the name of the schema.</summary>
    public string Name { get; } = name;

    /// <summary>The system message.</summary>
    public string Instructions { get; } = instructions;

    /// <summary>A JSON schema in the subset that strict structured output takes.</summary>
    public JsonObject Schema { get; } = schema;
}
