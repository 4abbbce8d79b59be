namespace ComplaintBot.Cards;

/// <summary>Who draws the card; each understands other actions.</summary>
public enum CardTarget
{
    /// <summary>Microsoft Teams: Action.Execute, with Action.Submit as the fallback for old clients.</summary>
    Teams,

    /// <summary>Web Chat: Action.Submit only.</summary>
    Web,

    /// <summary>A dialog of Teams: Action.Submit only.</summary>
    Dialog,
}
