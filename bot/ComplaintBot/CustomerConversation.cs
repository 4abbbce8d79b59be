using ComplaintBot.Conversations;
using ComplaintBot.FollowUp.Steps;
using ComplaintBot.Intake;
using ComplaintBot.Intake.SmallTalk;
using ComplaintBot.Intake.Steps;
using ComplaintBot.LiveTalk;
using ComplaintBot.Tickets;
using ComplaintBot.Tickets.Steps;

namespace ComplaintBot;

/// <summary>The conversation with a customer: its steps in the order in which they win. A message is offered from the top; the first
/// that takes it decides. To change what wins, move a line.</summary>
internal static class CustomerConversation
{
    /// <summary>The steps, then the buttons.</summary>
    public static StepList<CustomerState> Steps { get; } =
        new StepList<CustomerState>()
            // Before the words are read.
            .Unread<TooLong>()
            .Unread<PersonRelay>()
            .Unread<FilesForDraft>()
            .Unread<FilesForCase>()
            .Unread<FilesFirst>()
            .Unread<SaidAgain>()
            .Then<MeantByCustomer>()
            // Danger first.
            .Then<Danger>()
            .Then<UnknownColleague>()
            // Words that always win.
            .Then<LanguageWishOfCustomer>()
            .Then<NumberAndCode>()
            .Then<WhyThisTimeOfCustomer>()
            .Then<WhichCase>()
            .Then<HigherWish>()
            .Then<PersonWish>()
            .Then<NotNamedWish>()
            .Then<StatusWish>()
            // What the bot asked last.
            .Then<DropAnswer>()
            .Then<SameMatterAnswer>()
            .Then<WithdrawAnswer>()
            .Then<WhatIsWrong>()
            .Then<SurveySolvedAnswer>()
            .Then<MissingFact>()
            // A complaint is being told.
            .Then<MattersAnswer>()
            .Then<DropWish>()
            .Then<FormWish>()
            .Then<FirstWords>()
            .Then<SummaryAnswer>()
            .Then<QuestionAnswer>()
            // About complaints that have a number.
            .Then<FactsForCase>()
            .Then<Verdict>()
            .Then<HoldAnswer>()
            .Then<SurveyScore>()
            .Then<GoOnWish>()
            .Then<WithdrawWish>()
            .Then<LaterWords>()
            .Then<ThanksForCase>()
            // Everything else.
            .Then<AboutTheBot>()
            .Then<AnybodyThere>()
            .Then<WithoutWords>()
            .Then<ForThePersonCalled>()
            .Then<NewMatter>()
            .Then<HelloAgain>()
            .Then<CustomerGreeting>()
            .Then<CustomerThanks>()
            .Then<RestForOwner>()
            .Then<CustomerNotUnderstood>()
            .Press<TalkPress>()
            .Press<IntakePress>()
            .Press<CasePress>();
}
