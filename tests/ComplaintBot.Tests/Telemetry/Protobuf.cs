using System.Text;

namespace ComplaintBot.Tests.Telemetry;

/// <summary>A message in the wire format of Protocol Buffers: its fields by number. Enough to read what OTLP sends.</summary>
internal sealed class Protobuf
{
    private readonly List<(int Number, byte[] Bytes)> _fields = [];

    public Protobuf(byte[] bytes)
    {
        for (var at = 0; at < bytes.Length;)
        {
            var key = Varint(bytes, ref at);
            var length = (key & 7) switch
            {
                0 => LengthOfVarint(bytes, at),
                1 => 8,
                2 => (int)Varint(bytes, ref at),
                5 => 4,
                _ => throw new InvalidDataException($"No wire type {key & 7}."),
            };
            _fields.Add(((int)(key >> 3), bytes[at..(at + length)]));
            at += length;
        }
    }

    /// <summary>The messages below each other: of every message in the first field its messages in the second, and so on.</summary>
    public IEnumerable<Protobuf> Below(params int[] numbers) =>
        numbers.Aggregate<int, IEnumerable<Protobuf>>(
            [this],
            (all, number) => all.SelectMany(m => m.All(number)).Select(b => new Protobuf(b))
        );

    public byte[] Bytes(int number) => All(number).FirstOrDefault() ?? [];

    public string Text(int number) => Encoding.UTF8.GetString(Bytes(number));

    public string Hex(int number) => Convert.ToHexStringLower(Bytes(number));

    private IEnumerable<byte[]> All(int number) => _fields.Where(f => f.Number == number).Select(f => f.Bytes);

    private static ulong Varint(byte[] bytes, ref int at)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var b = bytes[at++];
            value |= (ulong)(b & 0x7f) << shift;
            if (b < 0x80)
                return value;
        }
    }

    private static int LengthOfVarint(byte[] bytes, int at)
    {
        var end = at;
        Varint(bytes, ref end);
        return end - at;
    }
}
