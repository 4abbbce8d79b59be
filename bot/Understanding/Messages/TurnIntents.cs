namespace Understanding.Messages;

/// <summary>Which intent a later turn has, for those who know intents only.</summary>
internal static class TurnIntents
{
    /// <summary>The intent of a meaning under a question; null where there is none of its own.</summary>
    public static string? Of(string asked, string meaning) =>
        meaning switch
        {
            TurnMeanings.Status or TurnMeanings.Hurry => Intents.Status,
            TurnMeanings.Human => Intents.Human,
            TurnMeanings.Withdraw => Intents.Withdraw,
            TurnMeanings.Language => TurnMeanings.Language,
            TurnMeanings.Code => TurnMeanings.Code,
            TurnMeanings.NewComplaint => Intents.Complain,
            TurnMeanings.AddInformation
                when asked is Context.Questions.Nothing or Context.Questions.Closed or Context.Questions.Person => Intents.AddInformation,
            TurnMeanings.Satisfied when asked == Context.Questions.Satisfied => Intents.Satisfied,
            TurnMeanings.NotSatisfied when asked == Context.Questions.Satisfied => Intents.Unsatisfied,
            TurnMeanings.SmallTalk => Intents.Unclear,
            TurnMeanings.Cancel when asked == Context.Questions.Summary => Intents.Cancel,
            TurnMeanings.Confirm => Intents.Yes,
            _ => null,
        };
}
