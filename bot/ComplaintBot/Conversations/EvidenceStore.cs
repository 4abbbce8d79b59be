using System.Security.Cryptography;
using BotFramework.DirectLine;
using BotFramework.Schema;
using Complaints.Intake;

namespace ComplaintBot.Conversations;

/// <summary>Files of the web chat lie where Direct Line stored them; what is kept here is which, and the hash of their bytes.</summary>
public sealed class EvidenceStore(IDirectLineStore uploads) : IEvidenceStore
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<Evidence>> TakeAsync(Activity activity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        List<Evidence> files = [];
        foreach (var attachment in activity.Attachments ?? [])
        {
            if (DirectLineActivities.UploadIdOf(attachment.ContentUrl) is not { } id
                || await uploads.FindUploadAsync(activity.Conversation!.Id!, id, cancellationToken) is not { } upload)
                continue;
            files.Add(new($"{activity.Conversation.Id}/{id}", upload.Name, upload.ContentType, Convert.ToHexStringLower(SHA256.HashData(upload.Content.Span))));
        }
        return files;
    }
}
