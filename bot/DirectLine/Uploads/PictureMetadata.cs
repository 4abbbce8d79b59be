using System.Buffers.Binary;

namespace DirectLine.Uploads;

/// <summary>What cameras and programs write into pictures beside the picture: place, device, time, names, a small preview.</summary>
public static class PictureMetadata
{
    private const int StartOfScan = 0xDA;
    private static readonly string[] TextChunks = ["eXIf", "tEXt", "iTXt", "zTXt", "tIME"];
    private static readonly string[] WebpChunks = ["EXIF", "XMP "];

    /// <summary>True for pictures out of which it can be taken.</summary>
    public static bool CanBeTakenOut(string contentType) => contentType is "image/jpeg" or "image/png" or "image/webp" or "image/gif";

    /// <summary>The picture without it; the drawn picture stays byte for byte, and a photo's turn is kept. Other files, and pictures
    /// that are built in another way than their kind asks, come back as they are.</summary>
    public static byte[] Without(string contentType, byte[] content)
    {
        try
        {
            return contentType switch
            {
                "image/jpeg" => Jpeg(content),
                "image/png" => Png(content),
                "image/webp" => Webp(content),
                _ => content,
            };
        }
        catch (ArgumentOutOfRangeException)
        {
            return content;
        }
    }

    // Segments of FF, marker, length: APP1 (Exif, XMP) to APP13 and comments go; APP0 (JFIF), APP2 (colours), APP14 (Adobe) stay. Of
    // Exif the turn alone stays, as a phone's photo would lie on its side without it.
    private static byte[] Jpeg(ReadOnlySpan<byte> content)
    {
        using var left = new MemoryStream(content.Length);
        left.Write(content[..2]);
        var at = 2;
        while (content[at] == 0xFF && content[at + 1] != StartOfScan)
        {
            var (marker, length) = (content[at + 1], 2 + BinaryPrimitives.ReadUInt16BigEndian(content.Slice(at + 2, 2)));
            var segment = content.Slice(at, length);
            if (marker is not (0xFE or 0xE1 or (>= 0xE3 and <= 0xED)))
                left.Write(segment);
            else if (marker == 0xE1 && ExifOrientation.Of(segment[4..]) is > 1 and var turn)
                left.Write(ExifOrientation.Segment(turn));
            at += length;
        }
        left.Write(content[at..]);
        return left.ToArray();
    }

    // Chunks of length, name, data, check sum.
    private static byte[] Png(ReadOnlySpan<byte> content)
    {
        using var left = new MemoryStream(content.Length);
        left.Write(content[..8]);
        for (var at = 8; at < content.Length;)
        {
            var chunk = content.Slice(at, 12 + BinaryPrimitives.ReadInt32BigEndian(content.Slice(at, 4)));
            if (!TextChunks.Contains(Name(chunk.Slice(4, 4))))
                left.Write(chunk);
            at += chunk.Length;
        }
        return left.ToArray();
    }

    // RIFF: chunks of name, length, data (of even length); the whole length stands in front.
    private static byte[] Webp(ReadOnlySpan<byte> content)
    {
        using var left = new MemoryStream(content.Length);
        left.Write(content[..12]);
        for (var at = 12; at < content.Length;)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(content.Slice(at + 4, 4));
            var chunk = content.Slice(at, Math.Min(8 + length + (length & 1), content.Length - at));
            if (!WebpChunks.Contains(Name(chunk[..4])))
                left.Write(chunk);
            at += chunk.Length;
        }
        var picture = left.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(picture.AsSpan(4), picture.Length - 8);
        return picture;
    }

    private static string Name(ReadOnlySpan<byte> letters) => System.Text.Encoding.ASCII.GetString(letters);
}
