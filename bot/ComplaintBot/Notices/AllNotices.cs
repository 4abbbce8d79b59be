using ComplaintBot.Conversations;

namespace ComplaintBot.Notices;

/// <summary>To the customer first, then to staff, then to the channels of departments.</summary>
public sealed class AllNotices : INotices
{
    /// <inheritdoc/>
    public IEnumerable<OutgoingMessage> Of(NoticeContext context) =>
        CustomerNotices.Of(context).Concat(StaffNotices.Of(context)).Concat(TeamNotices.Of(context));
}
