namespace Complaints;

/// <summary>Where a complaint is in its life (docs/procedure.md §1). A draft is a conversation, not yet a complaint. A hold lies over
/// a state; escalation and reopening are events with counters.</summary>
public enum ComplaintState
{
    /// <summary>Filed; nobody owns it yet. 待受理</summary>
    Received,

    /// <summary>Has an owner who has not accepted yet. 已派单</summary>
    Assigned,

    /// <summary>Accepted; the cause is looked for. 调查中</summary>
    Investigating,

    /// <summary>Cause known; a plan is made or waits for approval. 制定方案</summary>
    Planning,

    /// <summary>The plan is carried out. 处理中</summary>
    InProgress,

    /// <summary>The result was reported; the customer is asked. 待客户确认</summary>
    AwaitingConfirmation,

    /// <summary>Ended; <see cref="CloseKind"/> says how. 已结案</summary>
    Closed,

    /// <summary>Taken back by the customer. 已撤诉</summary>
    Withdrawn,

    /// <summary>Refused by quality with a reason and a way to appeal. 不予受理</summary>
    NotAccepted,

    /// <summary>Joined to another complaint. 已并案</summary>
    Merged,
}

/// <summary>How a complaint was closed.</summary>
public enum CloseKind
{
    /// <summary>The customer is satisfied.</summary>
    Confirmed,

    /// <summary>The customer did not answer after the policy's tries; never counted as satisfied.</summary>
    Unconfirmed,

    /// <summary>A manager closed it without agreement and told the customer of outside recourse.</summary>
    Unresolved,
}

/// <summary>What a record is (docs/procedure.md §2): only complaints count as complaints.</summary>
public enum RecordKind
{
    /// <summary>投诉</summary>
    Complaint,

    /// <summary>A question before buying. 售前咨询</summary>
    Inquiry,

    /// <summary>A question on order, delivery, installation. 售中</summary>
    OrderQuestion,

    /// <summary>表扬</summary>
    Praise,

    /// <summary>建议</summary>
    Suggestion,
}

/// <summary>Root cause by 人机料法环测 (5M1E).</summary>
public enum CauseClass
{
    /// <summary>人</summary>
    People,

    /// <summary>机</summary>
    Equipment,

    /// <summary>料</summary>
    Material,

    /// <summary>法</summary>
    Method,

    /// <summary>环</summary>
    Environment,

    /// <summary>测</summary>
    Measurement,
}

/// <summary>Why the work waits. Only waiting for the customer pauses clocks (docs/procedure.md §5).</summary>
public enum HoldReason
{
    /// <summary>待客户补充</summary>
    WaitingCustomer,

    /// <summary>待第三方</summary>
    WaitingThirdParty,

    /// <summary>待备件</summary>
    WaitingParts,

    /// <summary>与客户约定</summary>
    AgreedDate,
}

/// <summary>Names and tests of states.</summary>
public static class ComplaintStates
{
    /// <summary>Every state before an end.</summary>
    public static readonly IReadOnlyList<ComplaintState> Open =
    [
        ComplaintState.Received,
        ComplaintState.Assigned,
        ComplaintState.Investigating,
        ComplaintState.Planning,
        ComplaintState.InProgress,
        ComplaintState.AwaitingConfirmation,
    ];

    /// <summary>True before an end.</summary>
    public static bool IsOpen(this ComplaintState state) => state <= ComplaintState.AwaitingConfirmation;
}
