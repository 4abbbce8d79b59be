using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Complaints.Organisations;
using Complaints.Procedure;
using Understanding.Questions;
using Workbench.Cards;

namespace ComplaintBot.Tests.Cards;

/// <summary>Samples show cards as the bot sends them: what a sample has, some code of the bot fills.</summary>
public sealed partial class SampleFieldsTests
{
    private static readonly IReadOnlySet<string> Filled = Directory
        .EnumerateFiles(Path.Combine(CardFolders.Repository, "bot", "ComplaintBot"), "*.cs", SearchOption.AllDirectories)
        .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .SelectMany(f => Field().Matches(File.ReadAllText(f)))
        .Select(m => m.Groups["name"].Value)
        .ToHashSet();

    // What stands below these is not all written field by field: rights by verb, and a question as it is stored.
    private static readonly Dictionary<string, IReadOnlySet<string>> Written = new(StringComparer.Ordinal)
    {
        ["can"] = typeof(Verbs)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(f => f.GetRawConstantValue())
            .OfType<string>()
            .Concat(Filled)
            .ToHashSet(),
        ["query"] = new[] { typeof(ComplaintQuery), typeof(QueryFilters), typeof(QueryPeriod), typeof(QuerySort) }
            .SelectMany(t => t.GetProperties())
            .Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name))
            .ToHashSet(),
    };

    public static TheoryData<string> Names => [.. CardFolders.Catalog.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_field_of_a_sample_is_filled_by_the_bot(string name)
    {
        var samples = SampleData.Load(CardFolders.Templates, name);

        Assert.Empty(
            samples
                .Variants.SelectMany(v => Languages.All.SelectMany(l => Fields(samples.In(l, v), Filled)))
                .Where(f => !f.Known.Contains(f.Name))
                .Select(f => f.Name)
                .Distinct()
        );
    }

    private static IEnumerable<(string Name, IReadOnlySet<string> Known)> Fields(JsonNode? node, IReadOnlySet<string> known) =>
        node switch
        {
            JsonObject o => o.SelectMany(p =>
                Fields(p.Value, known == Filled ? Written.GetValueOrDefault(p.Key, known) : known).Prepend((p.Key, known))
            ),
            JsonArray a => a.SelectMany(i => Fields(i, known)),
            _ => [],
        };

    // ["name"] = something; "= null" fills nothing.
    [GeneratedRegex("""\["(?<name>\w+)"\] =(?! null[,;])""", RegexOptions.CultureInvariant)]
    private static partial Regex Field();
}
