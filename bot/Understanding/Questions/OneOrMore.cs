using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Understanding.Questions;

/// <summary>One value or several, of which any will do. In JSON a text or a list of texts; equal when the values are, in their
/// order.</summary>
[JsonConverter(typeof(Converter))]
[CollectionBuilder(typeof(OneOrMore), nameof(Of))]
public sealed class OneOrMore : IReadOnlyList<string>, IEquatable<OneOrMore>
{
    private readonly string[] _values;

    private OneOrMore(ReadOnlySpan<string> values) => _values = values.ToArray();

    /// <inheritdoc/>
    public int Count => _values.Length;

    /// <inheritdoc/>
    public string this[int index] => _values[index];

    /// <summary>The values as they come.</summary>
    public static OneOrMore Of(ReadOnlySpan<string> values) => new(values);

    /// <summary>A single value; null stays null.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator OneOrMore?(string? value) => value is null ? null : new([value]);

    /// <inheritdoc/>
    public bool Equals(OneOrMore? other) => other is not null && _values.SequenceEqual(other._values, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as OneOrMore);

    /// <inheritdoc/>
    public override int GetHashCode() => _values.Length == 0 ? 0 : _values[0].GetHashCode(StringComparison.Ordinal) ^ _values.Length;

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", _values);

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)_values).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private sealed class Converter : JsonConverter<OneOrMore>
    {
        public override OneOrMore Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String
                ? Of([reader.GetString()!])
                : Of(JsonSerializer.Deserialize<string[]>(ref reader, options) ?? throw new JsonException("null is no value"));

        public override void Write(Utf8JsonWriter writer, OneOrMore value, JsonSerializerOptions options)
        {
            if (value is [var single])
                writer.WriteStringValue(single);
            else
                JsonSerializer.Serialize(writer, value._values, options);
        }
    }
}
