using System.Text.Json;
using System.Text.Json.Serialization;

namespace BotFramework.Schema;

/// <summary>A protocol object that keeps fields it does not know, so that a stored copy loses nothing (A2005).</summary>
public abstract class WireObject
{
    /// <summary>Fields without a property of their own, as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement> Properties { get; set; } = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
}
