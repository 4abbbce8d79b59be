using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ComplaintBot.Operation.FirstHour;

/// <summary>The text of an organisation file, in which single entries of a list are changed or added and everything else, comments too,
/// stays as somebody wrote it.</summary>
internal sealed class OrganisationText
{
    private static readonly JsonReaderOptions Reading = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
    private static readonly JsonDocumentOptions Parsing = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly byte[] _bytes;
    private readonly List<Entry> _entries = [];
    private readonly int _end;

    /// <summary>Finds the entries of a list at the top of the file.</summary>
    /// <exception cref="FormatException">There is no such list.</exception>
    public OrganisationText(string text, string list)
    {
        _bytes = Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF'));
        var reader = new Utf8JsonReader(_bytes, Reading);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals(list);
            reader.Read();
            if (!found || reader.TokenType != JsonTokenType.StartArray)
            {
                reader.Skip();
                continue;
            }
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                var end = (int)reader.BytesConsumed;
                var node = JsonNode.Parse(_bytes.AsSpan(start, end - start), documentOptions: Parsing);
                _entries.Add(new(start, end, node?.AsObject() ?? []));
            }
            _end = (int)reader.TokenStartIndex;
            return;
        }
        throw new FormatException($"There is no list \"{list}\" in the file.");
    }

    /// <summary>The entries, as they stand there.</summary>
    public IReadOnlyList<JsonObject> Entries => [.. _entries.Select(e => e.Value)];

    /// <summary>The text with some entries in place of others (by their position) and new ones at the end.</summary>
    public string With(IReadOnlyDictionary<int, JsonObject> changed, IReadOnlyList<JsonObject> added)
    {
        var text = new StringBuilder();
        var at = 0;
        for (var i = 0; i < _entries.Count; i++)
        {
            text.Append(Text(at, _entries[i].Start));
            text.Append(changed.TryGetValue(i, out var value) ? Line(value) : Text(_entries[i].Start, _entries[i].End));
            at = _entries[i].End;
        }
        var tail = Text(at, _end);
        if (added.Count == 0)
            return text.Append(Text(at, _bytes.Length)).ToString();
        // What follows the last entry up to its line's end (a comma, a comment) stays with it.
        var comma = tail.TrimStart().StartsWith(',');
        if (_entries.Count > 0 && !comma)
            text.Append(',');
        text.Append(tail.TrimEnd()).Append("\n    ").Append(string.Join(",\n    ", added.Select(Line))).Append("\n  ");
        return text.Append(Text(_end, _bytes.Length)).ToString();
    }

    /// <summary>An entry on one line, as the example file writes them.</summary>
    public static string Line(JsonNode? node) =>
        node switch
        {
            JsonObject o => "{ " + string.Join(", ", o.Select(m => $"{Value(JsonValue.Create(m.Key))}: {Line(m.Value)}")) + " }",
            JsonArray a => "[" + string.Join(", ", a.Select(Line)) + "]",
            _ => Value(node),
        };

    private static string Value(JsonNode? node)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Plain))
        {
            if (node is null)
                writer.WriteNullValue();
            else
                node.WriteTo(writer);
        }
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private string Text(int from, int to) => Encoding.UTF8.GetString(_bytes, from, to - from);

    private sealed record Entry(int Start, int End, JsonObject Value);
}
