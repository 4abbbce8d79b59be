using System.Security.Cryptography;
using ComplaintBot.BotService.Connector;
using ComplaintBot.Storage;
using ComplaintBot.Storage.Files;
using Complaints.Intake;
using DirectLine;
using DirectLine.Uploads;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Microsoft.Extensions.Options;

namespace ComplaintBot.Conversations;

/// <summary>Files of the web chat lie where Direct Line stored them; those of Teams are fetched, judged by their content as uploads
/// are, and stored with the turn.</summary>
public sealed partial class EvidenceStore(
    IDirectLineStore uploads,
    FileContents contents,
    AttachmentDownloader downloads,
    IOptions<DirectLineOptions> limits,
    TimeProvider time,
    ILogger<EvidenceStore> log
) : IEvidenceStore
{
    /// <summary>Beginning of the id of a file that came by Teams.</summary>
    public const string TeamsPrefix = "teams/";

    private const int MostFiles = 10;

    /// <inheritdoc/>
    public int MostMegabytes => limits.Value.MaxFileBytes / (1024 * 1024);

    /// <inheritdoc/>
    public async Task<TakenFiles> TakeAsync(Activity activity, string sentBy, UnitOfWork work, CancellationToken cancellationToken)
    {
        List<Evidence> files = [];
        List<string> refused = [];
        foreach (var attachment in (activity.Attachments ?? []).Where(a => IsUpload(a) || IsTeamsFile(activity, a)).Take(MostFiles))
        {
            if (IsUpload(attachment))
                files.AddRange(await UploadedAsync(activity.Conversation!.Id!, attachment, cancellationToken));
            else if (await FetchedAsync(attachment, sentBy, work, cancellationToken) is { } fetched)
                files.Add(fetched);
            else
                refused.Add(FileNames.Printable(attachment.Name));
        }
        return new(files, refused);
    }

    private static bool IsUpload(Attachment attachment) => DirectLineActivities.UploadIdOf(attachment.ContentUrl) is not null;

    // A message in Teams also brings its own text as HTML, and cards: neither is a file.
    private static bool IsTeamsFile(Activity activity, Attachment attachment) =>
        activity.ChannelId == Channels.Msteams
        && (
            attachment.ContentType == FileDownloadInfo.ContentType
            || (attachment.ContentType?.StartsWith("image/", StringComparison.Ordinal) == true && attachment.ContentUrl is not null)
        );

    private async Task<IEnumerable<Evidence>> UploadedAsync(
        string conversationId,
        Attachment attachment,
        CancellationToken cancellationToken
    )
    {
        var id = DirectLineActivities.UploadIdOf(attachment.ContentUrl)!;
        await using var upload = await uploads.FindUploadAsync(conversationId, id, cancellationToken);
        return upload is null
            ? []
            :
            [
                new($"{conversationId}/{id}", upload.Name, upload.ContentType, await HashAsync(upload.Content))
                {
                    Bytes = upload.Content.CanSeek ? upload.Content.Length : null,
                },
            ];
    }

    private async Task<Evidence?> FetchedAsync(Attachment attachment, string sentBy, UnitOfWork work, CancellationToken cancellationToken)
    {
        byte[] content;
        try
        {
            content = await downloads.DownloadAsync(attachment, limits.Value.MaxFileBytes, cancellationToken);
        }
        catch (ChannelFailureException failure)
        {
            // The sender hears it and can send the file again: its link lives only for minutes, so a later try of ours would not help.
            NotFetched(log, failure);
            return null;
        }
        if (ContentCheck.Check(attachment.Name, content).Kind is not { } kind)
            return null;
        var file = new Evidence(
            TeamsPrefix + Guid.NewGuid().ToString("N"),
            FileNames.Clean(attachment.Name, kind),
            kind.ContentType,
            Convert.ToHexStringLower(SHA256.HashData(content))
        )
        {
            Bytes = content.Length,
        };
        var receivedAt = time.GetUtcNow();
        var kept = await contents.KeepAsync(file.Id, content, file.ContentType, cancellationToken);
        work.Add(
            async (tx, token) =>
            {
                await FileContents.ClaimAsync(tx, kept, token);
                await tx.ExecuteAsync(
                    """
                    INSERT INTO evidence_files (id, sent_by, name, content_type, content, place, sha256, received_at)
                    VALUES (@Id, @sentBy, @Name, @ContentType, @InRow, @Place, @Sha256, @receivedAt)
                    """,
                    new
                    {
                        file.Id,
                        sentBy,
                        file.Name,
                        file.ContentType,
                        kept.InRow,
                        kept.Place,
                        file.Sha256,
                        receivedAt,
                    },
                    token
                );
            }
        );
        return file;
    }

    private static async Task<string> HashAsync(Stream content) => Convert.ToHexStringLower(await SHA256.HashDataAsync(content));

    [LoggerMessage(Level = LogLevel.Warning, Message = "A file that somebody sent in Teams could not be fetched.")]
    private static partial void NotFetched(ILogger log, Exception exception);
}

/// <summary>Keeps files that people send as evidence.</summary>
public interface IEvidenceStore
{
    /// <summary>How large one file may be.</summary>
    int MostMegabytes { get; }

    /// <summary>Takes the files of a message, at most ten; card stubs and the text's own HTML are no files. What is fetched is
    /// written with <paramref name="work"/>.</summary>
    Task<TakenFiles> TakeAsync(Activity activity, string sentBy, UnitOfWork work, CancellationToken cancellationToken);
}

/// <summary>The files of a message, and the names of those that were not taken: of a kind or size that is not allowed, or not to be
/// had.</summary>
public sealed record TakenFiles(IReadOnlyList<Evidence> Files, IReadOnlyList<string> Refused);
