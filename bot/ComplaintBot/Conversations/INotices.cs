namespace ComplaintBot.Conversations;

/// <summary>What people hear of what happened to a complaint.</summary>
public interface INotices
{
    /// <summary>The messages to everybody concerned, in the order in which they are sent.</summary>
    IEnumerable<OutgoingMessage> Of(NoticeContext context);
}
