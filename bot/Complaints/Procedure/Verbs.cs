namespace Complaints.Procedure;

/// <summary>The words by which cards, typed commands and outside callers name what can be done. Fixed: outside callers rely on
/// them.</summary>
public static class Verbs
{
#pragma warning disable CS1591 // each constant is its own explanation; the procedure table says what it does
    public const string Accept = "accept";
    public const string AddInformation = "addInformation";
    public const string Approve = "approve";
    public const string Assign = "assign";
    public const string AssignAutomatically = "assignAutomatically";
    public const string Burst = "burst";
    public const string Call = "call";
    public const string Cause = "cause";
    public const string CloseUnresolved = "closeUnresolved";
    public const string Decline = "decline";
    public const string Effective = "effective";
    public const string Emergency = "emergency";
    public const string Erase = "erase";
    public const string Escalate = "escalate";
    public const string Evidence = "evidence";
    public const string Extend = "extend";
    public const string FollowElsewhere = "followElsewhere";
    public const string Grade = "grade";
    public const string HandOverLeavers = "handOverLeavers";
    public const string Hold = "hold";
    public const string Inspect = "inspect";
    public const string Item = "item";
    public const string Link = "link";
    public const string Merge = "merge";
    public const string NotAccept = "notAccept";
    public const string Note = "note";
    public const string OneTimeCode = "oneTimeCode";
    public const string OnSite = "onSite";
    public const string Panel = "panel";
    public const string Part = "part";
    public const string Plan = "plan";
    public const string Progress = "progress";
    public const string Rectified = "rectified";
    public const string Rectify = "rectify";
    public const string Reopen = "reopen";
    public const string Report = "report";
    public const string Resolve = "resolve";
    public const string Resume = "resume";
    public const string Satisfied = "satisfied";
    public const string Snooze = "snooze";
    public const string Survey = "survey";
    public const string Timer = "timer";
    public const string Undo = "undo";
    public const string Unsatisfied = "unsatisfied";
    public const string Visit = "visit";
    public const string Withdraw = "withdraw";
#pragma warning restore CS1591
}
