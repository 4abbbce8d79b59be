namespace Complaints.Tests.Properties;

/// <summary>The refusals that depend on what somebody wrote or chose. All others are the table's, known before anybody presses.</summary>
internal static class InputRefusals
{
    private static readonly HashSet<string> Codes =
    [
        "absent",
        "alreadyOwner",
        "cannotMerge",
        "conflictOfInterest",
        "dueAfterResult",
        "mergeAccuses",
        "missing",
        "noDeadline",
        "noMeasureWatched",
        "noNotice",
        "noPart",
        "notLater",
        "nothingToSnooze",
        "outOfRange",
        "partAsked",
        "sameGrade",
        "snoozedOften",
        "surveyAnswered",
        "timeInPast",
        "undoTooLate",
        "unknownCategory",
        "unknownDepartment",
        "unknownMeasure",
        "unknownPerson",
        "unknownTicket",
        "verifiedOrVisited",
        "whysNeeded",
    ];

    public static bool Are(Refusal refusal) => Codes.Contains(refusal.Code);
}
