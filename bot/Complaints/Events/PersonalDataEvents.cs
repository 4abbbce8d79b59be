namespace Complaints.Events;

/// <summary>A customer's personal data was taken out of earlier events. Those no longer hash to what the chain says; this event
/// vouches for what is left of them.</summary>
public sealed record PersonalDataErased(IReadOnlyList<ErasedEvent> Events) : ComplaintEvent;

/// <summary>An event that lost personal data: its <paramref name="Hash"/> in the chain, and the digest of what is
/// <paramref name="Left"/>.</summary>
public sealed record ErasedEvent(int Version, string Hash, string Left);
