using System.Text.Json.Nodes;

namespace ComplaintBot.Cards;

/// <summary>Turns actions, which templates write once as Action.Execute, into what each client can do, and takes out what it cannot
/// draw.</summary>
internal static class CardActions
{
    private const string Execute = "Action.Execute";
    private const string Submit = "Action.Submit";

    // Elements that only Teams draws; a template gives a fallback with each.
    private static readonly string[] TeamsOnly = ["Chart.", "Badge", "Icon", "CodeBlock"];

    /// <summary>Changes <paramref name="card"/> in place.</summary>
    public static void Adapt(JsonObject card, CardTarget target)
    {
        if (target != CardTarget.Teams)
        {
            card.Remove("refresh");
            card.Remove("msteams");
        }
        Visit(card, target);
    }

    private static void Visit(JsonNode? node, CardTarget target)
    {
        if (node is JsonArray list)
        {
            for (var i = list.Count - 1; i >= 0; i--)
                VisitPlace(list[i], target, fresh => Put(list, i, fresh));
        }
        else if (node is JsonObject o)
        {
            foreach (var (name, value) in o.ToList())
            {
                // A button's data is content, not card.
                if (name != "data")
                    VisitPlace(value, target, fresh => o[name] = fresh);
            }
        }
    }

    private static void VisitPlace(JsonNode? node, CardTarget target, Action<JsonNode?> put)
    {
        if (node is JsonObject element && element["type"]?.GetValue<string>() is { } type)
        {
            if (type == Execute)
            {
                if (target != CardTarget.Teams)
                    put(AsSubmit(element));
                else
                    WithFallback(element);
                return;
            }
            if (target == CardTarget.Web && Array.Exists(TeamsOnly, t => type.StartsWith(t, StringComparison.Ordinal)))
            {
                var fallback = element["fallback"] as JsonObject;
                element.Remove("fallback");
                put(fallback);
                Visit(fallback, target);
                return;
            }
        }
        Visit(node, target);
    }

    private static void Put(JsonArray list, int index, JsonNode? fresh)
    {
        list.RemoveAt(index);
        if (fresh is not null)
            list.Insert(index, fresh);
    }

    private static void WithFallback(JsonObject execute)
    {
        PutVerbIntoData(execute);
        execute["fallback"] = AsSubmit(execute);
    }

    private static JsonObject AsSubmit(JsonObject execute)
    {
        PutVerbIntoData(execute);
        var submit = new JsonObject { ["type"] = Submit };
        foreach (var (name, value) in execute)
        {
            if (name is not ("type" or "verb" or "fallback"))
                submit[name] = value?.DeepClone();
        }
        return submit;
    }

    private static void PutVerbIntoData(JsonObject execute)
    {
        if (execute["data"] is not JsonObject data)
            execute["data"] = data = [];
        data["verb"] = execute["verb"]?.GetValue<string>();
    }
}
