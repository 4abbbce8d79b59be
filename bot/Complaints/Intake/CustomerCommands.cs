using Complaints.Events;
using Complaints.Procedure;

namespace Complaints.Intake;

/// <summary>The customer (or staff for them) adds words or files. It answers an open question only when
/// <paramref name="AnswersQuestion"/>: a plain "thanks" does not.</summary>
public sealed record AddInformation(string Text, IReadOnlyList<Evidence> Files, bool AnswersQuestion) : Command
{
    /// <summary>What the words are taken for; null when nobody says.</summary>
    public SaidAs? As { get; init; }

    /// <summary>True when the words wish that nobody concerned learns who complained.</summary>
    public bool NotNamed { get; init; }

    /// <inheritdoc/>
    public override string Verb => Verbs.AddInformation;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Complaint complaint, CommandContext context)
    {
        if (string.IsNullOrWhiteSpace(Text) && Files.Count == 0)
            return Refusal.Missing("text");
        var byCustomer = context.By.Kind == ActorKind.Customer;
        complaint.Record(new InformationAdded(Text, Files, byCustomer) { As = As, NotNamed = NotNamed ? true : null }, context);
        if (AnswersQuestion && complaint.Hold?.Reason == HoldReason.WaitingCustomer)
            complaint.Record(new Resumed("customerAnswered"), context.AsSystem());
        return Outcome.Done;
    }
}

/// <summary>The customer takes the complaint back (T17): with several customers only their own share of it.</summary>
public sealed record Withdraw(string? Reason) : Command
{
    /// <summary>Whose words staff record: the number under which that customer filed it.</summary>
    public string? Party { get; init; }

    /// <inheritdoc/>
    public override string Verb => Verbs.Withdraw;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Complaint complaint, CommandContext context)
    {
        var (share, refusal) = Shares.Of(complaint, context, Party);
        if (share is null)
            return refusal!;
        Shares.TakeBack(complaint, share, Reason, context);
        return Outcome.Done;
    }
}
