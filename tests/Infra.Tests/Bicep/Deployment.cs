using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Infra.Tests.Bicep;

/// <summary>What a deployment with a parameter file would make, as the compiler foretells it without a cloud. What only the cloud
/// knows stays an expression in brackets.</summary>
internal sealed class Deployment
{
    private static readonly ConcurrentDictionary<string, Lazy<Deployment>> Foretold = new(StringComparer.Ordinal);

    private readonly JsonObject _snapshot;

    private Deployment(JsonObject snapshot) => _snapshot = snapshot;

    /// <summary>The deployment with <c>test</c> or <c>production</c>; each is foretold once.</summary>
    public static Deployment With(string parameters) => Foretold.GetOrAdd(parameters, p => new Lazy<Deployment>(() => Foretell(p))).Value;

    private static Deployment Foretell(string parameters)
    {
        using var copy = new BicepCopy();
        var (exitCode, _, errors) = BicepCompiler.Run(
            copy.Folder,
            "snapshot",
            parameters + ".bicepparam",
            "--mode",
            "overwrite",
            "--resource-group",
            "complaints",
            "--subscription-id",
            "00000000-0000-0000-0000-000000000001",
            "--location",
            "westeurope"
        );
        Assert.True(exitCode == 0, errors);
        return new(JsonNode.Parse(File.ReadAllText(Path.Combine(copy.Folder, parameters + ".snapshot.json")))!.AsObject());
    }

    /// <summary>What it could not foretell; nothing, when every part was looked into.</summary>
    public JsonArray Diagnostics => _snapshot["diagnostics"]!.AsArray();

    /// <summary>Every resource of a type, such as <c>Microsoft.App/containerApps</c>.</summary>
    public IReadOnlyList<JsonObject> All(string type) =>
        [.. _snapshot["predictedResources"]!.AsArray().Select(r => r!.AsObject()).Where(r => (string?)r["type"] == type)];

    /// <summary>The only resource of a type.</summary>
    public JsonObject The(string type) => Assert.Single(All(type));

    /// <summary>The settings of the processes: environment variable to value, null for one that comes from the vault.</summary>
    public IReadOnlyDictionary<string, string?> Settings =>
        The("Microsoft.App/containerApps")["properties"]!["template"]!["containers"]![0]!["env"]!
            .AsArray()
            .ToDictionary(e => (string)e!["name"]!, e => (string?)e!["value"]);
}
