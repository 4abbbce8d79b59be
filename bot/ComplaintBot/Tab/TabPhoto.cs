using System.Text;
using ComplaintBot.People.Graph;
using Complaints.Organisations;

namespace ComplaintBot.Tab;

/// <summary>The picture beside a name in the tab: that of Microsoft Graph where it is asked and has one, else initials.</summary>
internal static class TabPhoto
{
    /// <summary>The picture and its type.</summary>
    public static async Task<(byte[] Content, string Type)> OfAsync(
        StaffMember member,
        GraphPhotos? photos,
        CancellationToken cancellationToken
    ) =>
        photos is not null && await photos.OfAsync(member.Id, cancellationToken) is { } picture
            ? (picture, "image/jpeg")
            : (Encoding.UTF8.GetBytes(Drawing(Initials(member.Name))), "image/svg+xml");

    /// <summary>First letters of the first and last word; of a name in Chinese characters its last two.</summary>
    public static string Initials(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length == 0)
            return "";
        if (words is [var only])
            return only[0] < 0x2E80 ? only[..1].ToUpperInvariant() : only[Math.Max(0, only.Length - 2)..];
        return string.Concat(words[0][..1], words[^1][..1]).ToUpperInvariant();
    }

    private static string Drawing(string initials) =>
        """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48" rx="24" fill="#4f52b2"/>"""
        + """<text x="24" y="30" text-anchor="middle" font-size="17" font-family="sans-serif" fill="#fff">"""
        + $"{TabFrame.Safe(initials)}</text></svg>";
}
