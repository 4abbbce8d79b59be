using System.Text.Json;
using System.Text.Json.Nodes;
using ComplaintBot.Cards;

namespace ComplaintBot.Tests.Cards;

/// <summary>What every card must be, whatever its data: what a check of one rendered card says against it.</summary>
internal static class CardRules
{
    private static readonly HashSet<string> Verbs =
    [
        // docs/procedure.md §1, "Verbs and their inputs"
        "accept",
        "decline",
        "assign",
        "note",
        "onSite",
        "cause",
        "plan",
        "approve",
        "item",
        "progress",
        "resolve",
        "hold",
        "resume",
        "extend",
        "snooze",
        "escalate",
        "emergency",
        "grade",
        "merge",
        "panel",
        "part",
        "notAccept",
        "satisfied",
        "unsatisfied",
        "withdraw",
        "reopen",
        "survey",
        "visit",
        "inspect",
        "rectify",
        "rectified",
        "report",
        "effective",
        "query.page",
        "query.export",
        "refresh",
        // of conversations that have no ticket yet, and of the customer
        "addInformation",
        "evidence",
        "evidence.send",
        "dialog.open",
        "closeUnresolved",
        "intake.submit",
        "intake.edit",
        "intake.cancel",
        "intake.form",
        "intake.split",
        "intake.start",
        "call",
        "oneTimeCode",
        "log.submit",
        "log.cancel",
        "confirm.yes",
        "confirm.no",
        "query.ask",
        "guess.pick",
        "guess.other",
        "undo",
        "request.no",
        // done by the page itself
        "page.copy",
        "page.print",
        "page.send",
        "handOver.end",
        "handOver.take",
    ];

    private static readonly string[] Texts = ["text", "title", "label", "placeholder", "errorMessage", "value", "fallbackText", "altText"];

    public static IEnumerable<string> Faults(JsonObject card, CardTarget target)
    {
        var elements = CardElements.All(card).ToList();
        return elements.SelectMany(e => Element(e.Path, e.Element, target)).Concat(Ids(elements)).Concat(Whole(card));
    }

    private static IEnumerable<string> Whole(JsonObject card)
    {
        if ((string?)card["version"] != "1.5")
            yield return "version is not 1.5";
        if (CardRenderer.SizeOf(card) > CardRenderer.MaxBytes)
            yield return "larger than allowed";
        if (CardElements.All(card).Any(e => CardElements.Type(e.Element) == "AdaptiveCard" && e.Element.ContainsKey("actions")))
            yield return "actions belong into an ActionSet in the body";
    }

    private static IEnumerable<string> Element(string path, JsonObject element, CardTarget target)
    {
        foreach (var name in Texts.Where(element.ContainsKey))
        {
            if (element[name]!.GetValueKind() != JsonValueKind.String)
                yield return $"{path}/{name} is {element[name]!.ToJsonString()}, not a text";
            else if (((string)element[name]!).Length == 0)
                yield return $"{path}/{name} is empty";
            else if (
                ((string)element[name]!).Contains('{', StringComparison.Ordinal)
                || ((string)element[name]!).Contains("[object", StringComparison.Ordinal)
            )
                yield return $"{path}/{name} has an unfilled part: {element[name]}";
        }
        var type = CardElements.Type(element) ?? "";
        if (type is "TextBlock" or "TextRun" && element["text"] is null)
            yield return $"{path} has no text";
        if (type == "TextBlock" && (bool?)element["wrap"] != true)
            yield return $"{path} does not wrap";
        if (type.StartsWith("Input.", StringComparison.Ordinal) && (element["id"] is null || element["label"] is null))
            yield return $"{path} has no id or no label";
        if ((bool?)element["isRequired"] == true && element["errorMessage"] is null)
            yield return $"{path} is required and does not say so";
        if (type == "ActionSet" && element["actions"]!.AsArray().Count is < 1 or > 6)
            yield return $"{path} has {element["actions"]!.AsArray().Count} actions";
        if (type is "Action.Execute" or "Action.Submit")
        {
            foreach (var fault in Action(path, element, target, type))
                yield return fault;
        }
    }

    private static IEnumerable<string> Action(string path, JsonObject action, CardTarget target, string type)
    {
        var isFallback = path.EndsWith("/fallback", StringComparison.Ordinal);
        if ((string?)action["data"]?["verb"] is not { } verb || !Verbs.Contains(verb))
            yield return $"{path} has the verb '{action["data"]?["verb"]}'";
        if (action["title"] is null)
            yield return $"{path} has no title";
        if (type == "Action.Execute" && (target != CardTarget.Teams || (string?)action["verb"] != (string?)action["data"]!["verb"]))
            yield return $"{path} is an Execute where only Submit works, or its verb is not in its data";
        if (type == "Action.Execute" && (string?)action["fallback"]?["type"] != "Action.Submit")
            yield return $"{path} has no fallback for old clients";
        var opensDialog = (string?)action["data"]?["msteams"]?["type"] == "task/fetch";
        if (type == "Action.Submit" && target == CardTarget.Teams && !isFallback && !opensDialog)
            yield return $"{path} is a Submit where Teams can Execute";
    }

    // Teams on phones refuses a card in which two inputs have one id, even in different forms.
    private static IEnumerable<string> Ids(IEnumerable<(string Path, JsonObject Element)> elements) =>
        elements
            .Where(e => !e.Path.Contains("/fallback", StringComparison.Ordinal) && e.Element["id"] is not null)
            .GroupBy(e => (string?)e.Element["id"])
            .Where(g => g.Count() > 1)
            .Select(g => $"the id '{g.Key}' is there {g.Count()} times");
}
