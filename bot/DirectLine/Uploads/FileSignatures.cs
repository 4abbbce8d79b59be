namespace DirectLine.Uploads;

/// <summary>Tells binary files apart by their first bytes; the name and the claimed type are not asked.</summary>
internal static class FileSignatures
{
    /// <summary>The kind, or null when no known signature fits. Zip files are not told apart here.</summary>
    public static FileKind? Find(ReadOnlySpan<byte> content)
    {
        if (StartsWith(content, 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A))
            return FileKind.Png;
        if (StartsWith(content, 0xFF, 0xD8, 0xFF))
            return FileKind.Jpeg;
        if (content.StartsWith("GIF87a"u8) || content.StartsWith("GIF89a"u8))
            return FileKind.Gif;
        if (content.StartsWith("%PDF-"u8))
            return FileKind.Pdf;
        if (content.StartsWith("#!AMR"u8))
            return FileKind.Amr;
        if (content.StartsWith("ID3"u8) || IsMp3Frame(content))
            return FileKind.Mp3;
        if (StartsWith(content, 0x1A, 0x45, 0xDF, 0xA3) && content[..Math.Min(content.Length, 64)].IndexOf("webm"u8) > 0)
            return FileKind.Webm;
        if (content.Length >= 12 && content.StartsWith("RIFF"u8))
            return content[8..12].SequenceEqual("WEBP"u8) ? FileKind.Webp
                : content[8..12].SequenceEqual("WAVE"u8) ? FileKind.Wav
                : null;
        if (content.Length >= 12 && content[4..8].SequenceEqual("ftyp"u8))
            return OfBrand(content[8..12]);
        return null;
    }

    private static FileKind? OfBrand(ReadOnlySpan<byte> brand) =>
        System.Text.Encoding.ASCII.GetString(brand) switch
        {
            "heic" or "heix" or "mif1" or "msf1" or "heim" or "heis" => FileKind.Heic,
            "qt  " => FileKind.Mov,
            "M4A " or "M4B " => FileKind.M4a,
            "isom"
            or "iso2"
            or "iso4"
            or "iso5"
            or "iso6"
            or "mp41"
            or "mp42"
            or "avc1"
            or "M4V "
            or "M4VH"
            or "MSNV"
            or "dash"
            or "3gp4"
            or "3gp5"
            or "3gp6"
            or "mmp4" => FileKind.Mp4,
            _ => null,
        };

    private static bool IsMp3Frame(ReadOnlySpan<byte> content) =>
        content.Length > 4 && content[0] == 0xFF && (content[1] is 0xFB or 0xF3 or 0xF2) && (content[2] & 0xF0) is not 0xF0 and not 0;

    private static bool StartsWith(ReadOnlySpan<byte> content, params ReadOnlySpan<byte> signature) => content.StartsWith(signature);
}
