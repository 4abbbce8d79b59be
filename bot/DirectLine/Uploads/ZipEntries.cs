using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace DirectLine.Uploads;

/// <summary>One file inside a zip file: its name and where its bytes are.</summary>
internal sealed record ZipEntry(string Name, bool Deflated, ReadOnlyMemory<byte> Packed, long DeclaredLength)
{
    /// <summary>How much it really unpacks to, counted up to <paramref name="most"/> bytes and one more.</summary>
    public long Unpack(long most)
    {
        if (!Deflated)
            return Packed.Length;
        using var stream = new DeflateStream(new MemoryStream(Packed.ToArray(), writable: false), CompressionMode.Decompress);
        var (total, buffer) = (0L, new byte[81_920]);
        int read;
        while (total <= most && (read = stream.Read(buffer)) > 0)
            total += read;
        return total;
    }
}

/// <summary>
/// Reads the directory of a zip file. The framework's own reader stops at the size that a file declares, so it cannot tell that the
/// declared size is a lie; this one gives the bytes themselves. Fails with <see cref="InvalidDataException"/> on anything unusual.
/// </summary>
internal static class ZipEntries
{
    private const int EndLength = 22;
    private const int DirectoryLength = 46;
    private const int LocalLength = 30;

    public static IReadOnlyList<ZipEntry> Read(ReadOnlyMemory<byte> zip, int most)
    {
        var end = zip.Span.LastIndexOf("PK\x05\x06"u8);
        if (end < 0 || end + EndLength > zip.Length)
            throw new InvalidDataException("No directory.");
        var (count, at) = (Short(zip, end + 10), Int(zip, end + 16));
        if (count > most)
            throw new InvalidDataException("Too many entries.");
        var entries = new List<ZipEntry>(count);
        for (var i = 0; i < count; i++)
        {
            if (Int(zip, at) != 0x02014b50)
                throw new InvalidDataException("Broken directory.");
            var (nameLength, more) = (Short(zip, at + 28), Short(zip, at + 30) + Short(zip, at + 32));
            entries.Add(ReadEntry(zip, at, Encoding.UTF8.GetString(Slice(zip, at + DirectoryLength, nameLength).Span)));
            at += DirectoryLength + nameLength + more;
        }
        return entries;
    }

    private static ZipEntry ReadEntry(ReadOnlyMemory<byte> zip, long at, string name)
    {
        var (flags, method, packed, length, local) = (
            Short(zip, at + 8),
            Short(zip, at + 10),
            Int(zip, at + 20),
            Int(zip, at + 24),
            Int(zip, at + 42)
        );
        if ((flags & 1) != 0 || method is not (0 or 8) || Int(zip, local) != 0x04034b50)
            throw new InvalidDataException("Encrypted, packed in a rare way, or broken.");
        var data = local + LocalLength + Short(zip, local + 26) + Short(zip, local + 28);
        return new(name, method == 8, Slice(zip, data, packed), length);
    }

    private static int Short(ReadOnlyMemory<byte> zip, long at) => BinaryPrimitives.ReadUInt16LittleEndian(Slice(zip, at, 2).Span);

    private static long Int(ReadOnlyMemory<byte> zip, long at) => BinaryPrimitives.ReadUInt32LittleEndian(Slice(zip, at, 4).Span);

    private static ReadOnlyMemory<byte> Slice(ReadOnlyMemory<byte> zip, long at, long length) =>
        at >= 0 && length >= 0 && at + length <= zip.Length
            ? zip.Slice((int)at, (int)length)
            : throw new InvalidDataException("It points outside of itself.");
}
