using System.Text;
using System.Text.Json;

namespace ComplaintBot.People.Reading;

/// <summary>A value of a JSON file that remembers where it stands. Comments and trailing commas are allowed, a key twice in one
/// object is not.</summary>
internal sealed class FileNode
{
    private FileNode(JsonValueKind kind, int line, string place) => (Kind, Line, Place) = (kind, line, place);

    public JsonValueKind Kind { get; }

    /// <summary>Counted from 1.</summary>
    public int Line { get; }

    /// <summary>The way to it from the top, as in staff[2].department.</summary>
    public string Place { get; }

    public string Text { get; private set; } = "";

    public double Number { get; private set; }

    public List<FileNode> Items { get; } = [];

    public List<(string Key, FileNode Value)> Members { get; } = [];

    /// <summary>Reads a whole file; null (and a problem) when it is no JSON.</summary>
    public static FileNode? Read(string json, ProblemList problems)
    {
        var bytes = Encoding.UTF8.GetBytes(json.TrimStart('\uFEFF'));
        var reader = new Utf8JsonReader(
            bytes,
            new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }
        );
        try
        {
            reader.Read();
            var root = Read(ref reader, new LineCounter(bytes), "", problems);
            while (reader.Read()) { }
            return root;
        }
        catch (JsonException error)
        {
            problems.Add((int)(error.LineNumber ?? 0) + 1, $"not valid JSON: {Sentence(error.Message)}");
            return null;
        }
    }

    private static string Sentence(string message)
    {
        var end = message.IndexOf(" LineNumber", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }

    private static FileNode Read(ref Utf8JsonReader reader, LineCounter lines, string place, ProblemList problems)
    {
        var line = lines.At(reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var node = new FileNode(JsonValueKind.Object, line, place);
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var key = reader.GetString()!;
                    reader.Read();
                    var value = Read(ref reader, lines, place.Length == 0 ? key : $"{place}.{key}", problems);
                    if (node.Members.Exists(m => m.Key == key))
                        problems.Add(value, "this key stands twice");
                    node.Members.Add((key, value));
                }
                return node;
            case JsonTokenType.StartArray:
                var list = new FileNode(JsonValueKind.Array, line, place);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    list.Items.Add(Read(ref reader, lines, $"{place}[{list.Items.Count}]", problems));
                return list;
            case JsonTokenType.String:
                return new(JsonValueKind.String, line, place) { Text = reader.GetString()! };
            case JsonTokenType.Number:
                return new(JsonValueKind.Number, line, place)
                {
                    Number = reader.GetDouble(),
                    Text = Encoding.UTF8.GetString(reader.ValueSpan),
                };
            case JsonTokenType.True or JsonTokenType.False:
                return new(reader.TokenType == JsonTokenType.True ? JsonValueKind.True : JsonValueKind.False, line, place);
            default:
                return new(JsonValueKind.Null, line, place);
        }
    }

    /// <summary>Turns growing byte positions into line numbers.</summary>
    private sealed class LineCounter(byte[] bytes)
    {
        private long _position;
        private int _line = 1;

        public int At(long position)
        {
            for (; _position < position; _position++)
            {
                if (bytes[_position] == (byte)'\n')
                    _line++;
            }
            return _line;
        }
    }
}
