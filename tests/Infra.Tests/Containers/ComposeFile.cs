using YamlDotNet.RepresentationModel;

namespace Infra.Tests.Containers;

/// <summary><c>infra/compose.yaml</c>, read as YAML with its anchors followed.</summary>
internal static class ComposeFile
{
    private static readonly YamlMappingNode Root = Load("infra", "compose.yaml");

    /// <summary>A service by its name.</summary>
    public static YamlMappingNode Service(string name) => (YamlMappingNode)Root["services"][name];

    /// <summary>What it sets in the environment of a service.</summary>
    public static IReadOnlyDictionary<string, string> EnvironmentOf(string service) =>
        ((YamlMappingNode)Service(service)["environment"]).ToDictionary(e => e.Key.ToString(), e => e.Value.ToString());

    /// <summary>Any YAML file of the repository whose root is a mapping.</summary>
    public static YamlMappingNode Load(params string[] path)
    {
        var yaml = new YamlStream();
        using var reader = new StringReader(Repository.Read(path));
        yaml.Load(reader);
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }
}
