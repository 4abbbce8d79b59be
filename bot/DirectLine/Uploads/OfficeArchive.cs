namespace DirectLine.Uploads;

/// <summary>Looks into a zip file for an office document, and refuses what unpacks to something huge or carries macros.</summary>
internal static class OfficeArchive
{
    private const int MostEntries = 5_000;
    private const long LargestUnpacked = 200L * 1024 * 1024;

    public static ContentVerdict Check(ReadOnlyMemory<byte> content)
    {
        try
        {
            var entries = ZipEntries.Read(content, MostEntries);
            if (entries.Any(e => e.Name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
                return ContentVerdict.Refused(ContentFault.Macros);
            if (KindOf(entries.Select(e => e.Name).ToHashSet(StringComparer.Ordinal)) is not { } kind)
                return ContentVerdict.Refused(ContentFault.NotAllowed);
            return FaultOf(entries) is { } fault ? ContentVerdict.Refused(fault) : ContentVerdict.Accepted(kind);
        }
        catch (InvalidDataException)
        {
            return ContentVerdict.Refused(ContentFault.Broken);
        }
    }

    private static FileKind? KindOf(HashSet<string> names) =>
        !names.Contains("[Content_Types].xml") ? null
        : names.Contains("word/document.xml") ? FileKind.Docx
        : names.Contains("xl/workbook.xml") ? FileKind.Xlsx
        : names.Contains("ppt/presentation.xml") ? FileKind.Pptx
        : null;

    private static ContentFault? FaultOf(IReadOnlyList<ZipEntry> entries)
    {
        var left = LargestUnpacked;
        foreach (var entry in entries)
        {
            var length = entry.Unpack(left);
            if (length > left)
                return ContentFault.Bomb;
            if (length != entry.DeclaredLength)
                return ContentFault.Broken;
            left -= length;
        }
        return null;
    }
}
