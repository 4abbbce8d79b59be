using ComplaintBot.Conversations;
using Complaints.Procedure;

namespace ComplaintBot.Notices;

/// <summary>To the customer first, then to staff, then to the channels of departments. Whatever is sent, whom a complaint accuses and
/// their line are never among those who get it.</summary>
public sealed class AllNotices : INotices
{
    /// <inheritdoc/>
    public IEnumerable<OutgoingMessage> Of(NoticeContext context) =>
        CustomerNotices.Of(context).Concat(StaffNotices.Of(context)).Concat(TeamNotices.Of(context)).Where(m => MayGet(m.To, context));

    private static bool MayGet(Recipient to, NoticeContext context) =>
        to is not Recipient.Staff staff || !Relations.IsConflicted(staff.AadObjectId, context.Complaint, context.Organisation);
}
