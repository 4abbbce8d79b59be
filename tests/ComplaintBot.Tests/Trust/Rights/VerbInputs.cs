using System.Text.Json.Nodes;
using ComplaintBot.Tests.Trust.Hosting;
using Complaints;
using Complaints.Procedure;

namespace ComplaintBot.Tests.Trust.Rights;

/// <summary>What a card carries for each verb when everything on it is filled in.</summary>
internal static class VerbInputs
{
    /// <summary>Every verb that a person can use by a button; erasing is typed and asks back; who may see
    /// evidence is tried by EvidenceTests.</summary>
    public static readonly IReadOnlyList<string> Verbs =
    [
        .. ProcedureTable
            .Rows.Select(r => r.Verb)
            .Distinct()
            .Except([
                Complaints.Procedure.Verbs.Timer,
                Complaints.Procedure.Verbs.AssignAutomatically,
                Complaints.Procedure.Verbs.HandOverLeavers,
                Complaints.Procedure.Verbs.Link,
                Complaints.Procedure.Verbs.Burst,
                Complaints.Procedure.Verbs.Erase,
                Complaints.Procedure.Verbs.Evidence,
                Complaints.Procedure.Verbs.FollowElsewhere,
            ]),
    ];

    public static JsonObject Of(string verb, Complaint complaint, Complaint other)
    {
        var data = new JsonObject { ["verb"] = verb, ["ticket"] = complaint.Ticket };
        foreach (var (name, value) in Inputs(verb, complaint, other))
            data[name] = value;
        return data;
    }

    private static (string Name, JsonNode Value)[] Inputs(string verb, Complaint complaint, Complaint other) =>
        verb switch
        {
            "decline" or "withdraw" or "unsatisfied" or "reopen" or "notAccept" or "escalate" => [("reason", "理由")],
            "assign" => [("to", "aad-sun-lei")],
            "note" or "progress" or "onSite" or "addInformation" or "report" => [("text", "文字")],
            "cause" => [("category", "equipment"), ("text", "光猫老化")],
            "plan" => [("measure", "更换光猫")],
            "item" =>
            [
                ("item", complaint.OpenMeasures.FirstOrDefault(m => m.Owner == Arranged.MeasureOwner)?.Id ?? "none"),
                ("text", "已通知"),
            ],
            "panel" => [("department", "market"), ("task", "查套餐"), ("due", DateTimeOffset.UtcNow.AddDays(3).ToString("O"))],
            "part" => [("part", "1"), ("text", "已查")],
            "resolve" => [("answer", "好了")],
            "hold" => [("reason", "waitingCustomer"), ("question", "哪天方便？")],
            "extend" => [("until", DateTimeOffset.UtcNow.AddDays(30).ToString("O")), ("reason", "缺配件")],
            "snooze" => [("for", "PT1H")],
            "emergency" => [("measure", "先断电")],
            "grade" => [("severity", "high"), ("reason", "多次")],
            "merge" => [("into", other.Ticket)],
            "closeUnresolved" => [("reason", "无法同意"), ("offer", "补偿")],
            "survey" => [("score", 5)],
            "visit" => [("outcome", "answered"), ("score", 4)],
            "call" => [("outcome", "reached")],
            "inspect" => [("score.receipt", 1)],
            "rectify" => [("department", "market"), ("requirement", "改进"), ("due", DateTimeOffset.UtcNow.AddDays(5).ToString("O"))],
            "rectified" => [("evidence", "已改进")],
            "effective" => [("verdict", "effective")],
            _ => [],
        };
}
