using System.Globalization;
using System.Text.Json;
using Complaints.Organisations;

namespace ComplaintBot.People.Reading;

/// <summary>Takes the members of one JSON object by name. What is missing, of the wrong kind or not known becomes a problem; a
/// usable value comes back all the same, so that the rest can be checked too.</summary>
internal sealed class ObjectReader
{
    private readonly FileNode _node;
    private readonly ProblemList _problems;
    private readonly HashSet<string> _known = ["$schema", "$comment"];

    public ObjectReader(FileNode node, ProblemList problems)
    {
        (_node, _problems) = (node, problems);
        if (node.Kind != JsonValueKind.Object)
            problems.Add(node, "an object { … } is expected here");
    }

    /// <summary>The object itself.</summary>
    public FileNode Node => _node;

    /// <summary>The value of a key; null when it is absent or null.</summary>
    public FileNode? Optional(string key)
    {
        _known.Add(key);
        var value = _node.Members.FirstOrDefault(m => m.Key == key).Value;
        return value is null || value.Kind == JsonValueKind.Null ? null : value;
    }

    /// <summary>The value of a key that must be there.</summary>
    public FileNode? Required(string key)
    {
        var value = Optional(key);
        if (value is null && _node.Kind == JsonValueKind.Object)
            _problems.Add(_node, $"\"{key}\" is missing");
        return value;
    }

    /// <summary>A required text that is not blank; empty after a problem.</summary>
    public string Text(string key) => Required(key) is { } node ? TextOf(node) : "";

    public string? OptionalText(string key) => Optional(key) is { } node ? TextOf(node) : null;

    /// <summary>A list of texts; empty when absent.</summary>
    public IReadOnlyList<string> Texts(string key) => Items(key).Select(TextOf).ToArray();

    /// <summary>The members of a list; empty when absent.</summary>
    public IReadOnlyList<FileNode> Items(string key, bool required = false)
    {
        var node = required ? Required(key) : Optional(key);
        if (node is null)
            return [];
        if (node.Kind == JsonValueKind.Array)
            return node.Items;
        _problems.Add(node, "a list [ … ] is expected here");
        return [];
    }

    public bool Flag(string key)
    {
        var node = Optional(key);
        if (node is not null && node.Kind is not (JsonValueKind.True or JsonValueKind.False))
            _problems.Add(node, "true or false is expected here");
        return node?.Kind == JsonValueKind.True;
    }

    /// <summary>A number between two bounds, both allowed.</summary>
    public double Number(string key, double otherwise, double least, double most)
    {
        if (Optional(key) is not { } node)
            return otherwise;
        if (node.Kind == JsonValueKind.Number && node.Number >= least && node.Number <= most)
            return node.Number;
        _problems.Add(node, string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most} is expected here"));
        return otherwise;
    }

    public int Whole(string key, int otherwise, int least, int most)
    {
        var number = Number(key, otherwise, least, most);
        if (number == Math.Floor(number))
            return (int)number;
        _problems.Add(Optional(key)!, "a whole number is expected here");
        return otherwise;
    }

    public Duration? OptionalLength(string key) => Optional(key) is { } node ? LengthOf(node) : null;

    public Duration Length(string key) => Required(key) is { } node ? LengthOf(node) ?? Duration.Zero : Duration.Zero;

    public Duration Length(string key, Duration otherwise) => OptionalLength(key) ?? otherwise;

    public Duration? LengthOf(FileNode node)
    {
        if (node.Kind == JsonValueKind.String && Duration.TryParse(node.Text, out var length))
            return length;
        _problems.Add(node, $"\"{node.Text}\" is no length of time; write it like PT30M, PT2H, P3D or P6M");
        return null;
    }

    /// <summary>A text in one language or in several.</summary>
    public LocalizedText Localized(string key)
    {
        if (Required(key) is not { } node)
            return new("?");
        if (node.Kind == JsonValueKind.String)
            return new(TextOf(node) is { Length: > 0 } words ? words : "?");
        if (node.Kind != JsonValueKind.Object || node.Members.Count == 0)
        {
            _problems.Add(node, "a text, or texts by language like { \"zh-CN\": \"…\", \"en\": \"…\" }, is expected here");
            return new("?");
        }
        foreach (var (language, value) in node.Members.Where(m => !Languages.All.Contains(m.Key)))
            _problems.Add(value, $"unknown language \"{language}\"; known are {string.Join(", ", Languages.All)}");
        return new(
            node.Members.Select(m => KeyValuePair.Create(m.Key, TextOf(m.Value))).DistinctBy(m => m.Key, StringComparer.OrdinalIgnoreCase)
        );
    }

    public string TextOf(FileNode node)
    {
        if (node.Kind == JsonValueKind.String && !string.IsNullOrWhiteSpace(node.Text))
            return node.Text.Trim();
        _problems.Add(node, "a text is expected here");
        return "";
    }

    /// <summary>One of a fixed set of words.</summary>
    public T? OneOf<T>(FileNode node, IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        if (node.Kind == JsonValueKind.String && words.TryGetValue(node.Text, out var value))
            return value;
        _problems.Add(node, $"\"{node.Text}\" is not known here; known are {string.Join(", ", words.Keys)}");
        return null;
    }

    public void Problem(FileNode at, string what) => _problems.Add(at, what);

    /// <summary>Reports keys that nobody asked for: usually a slip of the pen.</summary>
    public void End()
    {
        foreach (var (key, value) in _node.Members.Where(m => !_known.Contains(m.Key)))
        {
            var near = _known.Where(k => k[0] != '$').OrderBy(k => Distance(k, key)).FirstOrDefault();
            _problems.Add(value, near is not null && Distance(near, key) <= 3 ? $"unknown key; is \"{near}\" meant?" : "unknown key");
        }
    }

    /// <summary>How many letters must change to make one word of the other.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var next = Math.Min(
                    Math.Min(row[j], row[j - 1]) + 1,
                    diagonal + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1)
                );
                (diagonal, row[j]) = (row[j], next);
            }
        }
        return row[b.Length];
    }
}
