namespace Understanding;

/// <summary>What somebody may want, by the words of the schema.</summary>
public static class Intents
{
#pragma warning disable CS1591 // the words are the explanation; the documentation of the schema lists them by role
    public const string Complain = "complain";
    public const string Status = "status";
    public const string AddInformation = "addInformation";
    public const string Satisfied = "satisfied";
    public const string Unsatisfied = "unsatisfied";
    public const string Withdraw = "withdraw";
    public const string Human = "human";
    public const string Inquiry = "inquiry";
    public const string Praise = "praise";
    public const string Greeting = "greeting";
    public const string Yes = "yes";
    public const string No = "no";
    public const string Cancel = "cancel";
    public const string Mine = "mine";
    public const string Act = "act";
    public const string Ask = "ask";
    public const string Help = "help";
    public const string OrderSettings = "order-settings";
    public const string Undo = "undo";
    public const string Language = "language";
    public const string Subscribe = "subscribe";
    public const string Unsubscribe = "unsubscribe";
    public const string Unclear = "unclear";

    // Two that conversations need beside the published ones; outside they read as "no" and "greeting".
    public const string Skip = "skip";
    public const string Thanks = "thanks";
#pragma warning restore CS1591
}
