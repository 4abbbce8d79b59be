using ComplaintBot.Conversations;
using ComplaintBot.FollowUp.Steps;
using ComplaintBot.Handling;
using ComplaintBot.Handling.Doing;
using ComplaintBot.Handling.Guessing;
using ComplaintBot.Handling.Steps;
using ComplaintBot.Intake;
using ComplaintBot.Intake.Steps;
using ComplaintBot.LiveTalk;
using ComplaintBot.PersonalData;
using ComplaintBot.Reports.Asking;
using ComplaintBot.Reports.Asking.Steps;
using ComplaintBot.Reports.Regular;
using ComplaintBot.Teams.Dialogs;
using ComplaintBot.Tickets.Steps;
using ComplaintBot.Work;

namespace ComplaintBot;

/// <summary>The conversation with staff: its steps in the order in which they win. A message is offered from the top; the first that
/// takes it decides. To change what wins, move a line.</summary>
internal static class StaffConversation
{
    /// <summary>The steps, then the buttons.</summary>
    public static StepList<StaffState> Steps { get; } =
        new StepList<StaffState>()
            // Before the words are read.
            .Unread<Nothing>()
            .Unread<StaffRelay>()
            .Then<FilesForTicket>()
            // What the bot asked last.
            .Then<MeantByStaff>()
            .Then<LanguageWishOfStaff>()
            .Then<EraseAnswer>()
            .Then<DataOrder>()
            .Then<SureAnswer>()
            .Then<UndoLast>()
            .Then<SendFileOrder>()
            .Then<EvidenceOrder>()
            // Why, reports, chases.
            .Then<WhyThisTimeOfStaff>()
            .Then<WhyThis>()
            .Then<ReportOrder>()
            .Then<ChaseOrder>()
            // Questions before orders: "已完成的有几件" begins like one.
            .Then<Question>()
            .Then<WhichTicket>()
            .Then<StaffFacts>()
            .Then<Order>()
            .Then<ShowTicket>()
            .Then<MyWork>()
            .Then<LogOrder>()
            .Then<StaffGreeting>()
            .Then<StaffThanks>()
            .Then<DoneInOwnWords>()
            .Then<WhatDoYouMean>()
            .Then<UnclearQuestion>()
            .Then<StaffNotUnderstood>()
            .Press<MyWork>()
            .Press<ChannelPress>()
            .Press<DialogButton>()
            .Press<OtherMeaning>()
            .Press<UndoLast>()
            .Press<ExtensionRequest>()
            .Press<QueryPress>()
            .Press<StaffSide>()
            .Press<LogComplaint>()
            .Press<SureAnswer>()
            .Press<SendFileOrder>()
            .Press<EvidenceOrder>()
            .Press<TicketPress>();
}
