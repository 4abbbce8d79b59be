using System.Text.Json.Nodes;

namespace ComplaintBot.Cards;

/// <summary>Flat keys as a tree, the way templates bind to them.</summary>
internal static class StringsTree
{
    public static JsonObject Of(IReadOnlyDictionary<string, Wording> words, IReadOnlySet<string> plurals)
    {
        var root = new JsonObject();
        foreach (var (key, wording) in words)
        {
            var names = key.Split('.');
            var branch = root;
            foreach (var name in names[..^1])
            {
                if (branch[name] is not JsonObject next)
                    branch[name] = next = [];
                branch = next;
            }
            // A key that any language says in two ways has two ways in all, so that one template serves them.
            branch[names[^1]] = plurals.Contains(key)
                ? new JsonObject { ["one"] = wording.One ?? wording.Other, ["other"] = wording.Other }
                : wording.Other;
        }
        return root;
    }
}
