using System.Buffers.Binary;

namespace DirectLine.Uploads;

/// <summary>How a camera was held, the one thing in Exif without which a photo is shown on its side: 1 upright to 8.</summary>
internal static class ExifOrientation
{
    private const ushort Tag = 0x0112;
    private const int Header = 6;
    private const int Entry = 12;

    /// <summary>The turn in an Exif segment's data (from "Exif"); 0 when it is not Exif or tells none.</summary>
    public static int Of(ReadOnlySpan<byte> exif)
    {
        if (!exif.StartsWith("Exif\0\0"u8) || exif.Length < Header + 8)
            return 0;
        var tiff = exif[Header..];
        var isBig = tiff[0] == 'M';
        var at = (int)Math.Min(Long(tiff[4..], isBig), int.MaxValue);
        if (at > tiff.Length - 2)
            return 0;
        var count = Short(tiff[at..], isBig);
        for (var i = 0; i < count && at + 2 + ((i + 1) * Entry) <= tiff.Length; i++)
        {
            var entry = tiff.Slice(at + 2 + (i * Entry), Entry);
            if (Short(entry, isBig) == Tag)
                return Short(entry[8..], isBig) is >= 1 and <= 8 and var turn ? turn : 0;
        }
        return 0;
    }

    /// <summary>A whole JPEG segment that tells this turn and nothing else.</summary>
    public static byte[] Segment(int turn) =>
        [
            0xFF,
            0xE1,
            0,
            34,
            .. "Exif\0\0MM\0*"u8,
            .. new byte[] { 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)turn, 0, 0, 0, 0, 0, 0 },
        ];

    private static ushort Short(ReadOnlySpan<byte> at, bool isBig) =>
        isBig ? BinaryPrimitives.ReadUInt16BigEndian(at) : BinaryPrimitives.ReadUInt16LittleEndian(at);

    private static uint Long(ReadOnlySpan<byte> at, bool isBig) =>
        isBig ? BinaryPrimitives.ReadUInt32BigEndian(at) : BinaryPrimitives.ReadUInt32LittleEndian(at);
}
