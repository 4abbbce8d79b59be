using ComplaintBot.Conversations;
using ComplaintBot.Storage;
using ComplaintBot.Storage.Files;
using Complaints;
using Complaints.Intake;
using DirectLine;
using DirectLine.Uploads;

namespace ComplaintBot.Handling.EvidenceAccess;

/// <summary>The contents of files that were kept as evidence.</summary>
public sealed class EvidenceFiles(IDirectLineStore uploads, Database database, FileContents contents)
{
    /// <summary>The content of one of a complaint's files, null when it is not kept any more. Where the complainant stays unknown, and
    /// in what customers get of staff, what is hidden in pictures (place, device, time) is taken out; a picture out of which it cannot
    /// be taken is not given.</summary>
    public async Task<byte[]?> ReadAsync(Complaint complaint, Evidence file, bool forCustomer, CancellationToken cancellationToken)
    {
        var isAnonymous = forCustomer || IsAnonymous(complaint);
        if (isAnonymous && IsOpaque(file.ContentType))
            return null;
        var content = file.Id.StartsWith(EvidenceStore.TeamsPrefix, StringComparison.Ordinal)
            ? await SentInTeamsAsync(file.Id, cancellationToken)
            : await UploadedAsync(file.Id, cancellationToken);
        return content is null ? null
            : isAnonymous ? PictureMetadata.Without(file.ContentType, content)
            : content;
    }

    /// <summary>True when somebody whose complaint it is stays unknown.</summary>
    public static bool IsAnonymous(Complaint complaint)
    {
        return complaint.Parties.Any(p => p.People.Any(c => c.Anonymous));
    }

    private static bool IsOpaque(string contentType) =>
        contentType.StartsWith("image/", StringComparison.Ordinal) && !PictureMetadata.CanBeTakenOut(contentType);

    private async Task<byte[]?> SentInTeamsAsync(string id, CancellationToken cancellationToken)
    {
        var row = await database.FirstOrDefaultAsync<FileRow>(
            "SELECT content, place FROM evidence_files WHERE id = @id",
            new { id },
            cancellationToken
        );
        if (row is null)
            return null;
        await using var content = await contents.OpenAsync(row.Content, row.Place, cancellationToken);
        return await ReadAsync(content, cancellationToken);
    }

    private async Task<byte[]?> UploadedAsync(string id, CancellationToken cancellationToken)
    {
        var at = id.LastIndexOf('/');
        if (at <= 0)
            return null;
        await using var upload = await uploads.FindUploadAsync(id[..at], id[(at + 1)..], cancellationToken);
        return upload is null ? null : await ReadAsync(upload.Content, cancellationToken);
    }

    private static async Task<byte[]> ReadAsync(Stream content, CancellationToken cancellationToken) =>
        (await BinaryData.FromStreamAsync(content, cancellationToken)).ToArray();

    private sealed class FileRow
    {
        public byte[] Content { get; init; } = [];

        public string? Place { get; init; }
    }
}
