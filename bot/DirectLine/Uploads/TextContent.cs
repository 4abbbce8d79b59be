using System.Text;

namespace DirectLine.Uploads;

/// <summary>Decides whether bytes are plain text that no browser would take for a page.</summary>
internal static class TextContent
{
    public static ContentFault? FaultOf(ReadOnlySpan<byte> content)
    {
        var text = Decode(content);
        foreach (var c in text)
        {
            if (c < ' ' && c is not ('\t' or '\n' or '\r' or '\f'))
                return ContentFault.NotAllowed;
        }
        return text.AsSpan().TrimStart().StartsWith("<") ? ContentFault.Markup : null;
    }

    // Text of older Windows programs comes in GBK or Big5. Only its ASCII part matters here, so Latin-1 is good enough to look at it.
    private static string Decode(ReadOnlySpan<byte> content)
    {
        if (content is [0xFF, 0xFE, ..])
            return Encoding.Unicode.GetString(content[2..]);
        if (content is [0xFE, 0xFF, ..])
            return Encoding.BigEndianUnicode.GetString(content[2..]);
        return content is [0xEF, 0xBB, 0xBF, ..] ? Encoding.UTF8.GetString(content[3..]) : Encoding.Latin1.GetString(content);
    }
}
