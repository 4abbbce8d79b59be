using System.Text.Json.Nodes;

namespace ComplaintBot.Tests.Teams;

/// <summary>The value of an invoke as Teams sends it; each sample's note says what of it was recorded and what only
/// documented.</summary>
internal static class WireSample
{
    public static JsonObject Of(string name, Action<JsonObject>? change = null)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Teams", "Wire", name + ".json");
        var value = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        Assert.True(value.Remove("note"), "A sample says where it comes from.");
        change?.Invoke(value);
        return value;
    }
}
