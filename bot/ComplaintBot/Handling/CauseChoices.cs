using System.Text.Json.Nodes;
using ComplaintBot.Conversations;
using Complaints;
using Complaints.Organisations;
using Complaints.Procedure;

namespace ComplaintBot.Handling;

/// <summary>A cause that was typed without its kind: the kinds are offered as buttons, and a button says the same words with the
/// kind.</summary>
internal static class CauseChoices
{
    private static readonly char[] Around = [' ', ',', '，', '、', '。', '.', ';', '；', ':', '：'];

    /// <summary>The inputs with the kind that the words end in, as the buttons write it; else as they are.</summary>
    public static CardInputs WithKind(Turn turn, string verb, CardInputs inputs, string said)
    {
        if (verb != Verbs.Cause || inputs.Has("category"))
            return inputs;
        foreach (var kind in Enum.GetValues<CauseClass>())
        {
            foreach (var name in Languages.All.Select(l => turn.Speech.Strings.Text(l, Key(kind))))
            {
                if (!said.TrimEnd(Around).EndsWith("，" + name, StringComparison.Ordinal))
                    continue;
                var text = (inputs.Text("text") ?? said).TrimEnd(Around);
                text = text.EndsWith(name, StringComparison.Ordinal) ? text[..^name.Length].TrimEnd(Around) : text;
                return inputs.With("category", Reader.Code(kind)).With("text", text);
            }
        }
        return inputs;
    }

    /// <summary>Offers the kinds; false when the cause needs none or says too little.</summary>
    public static bool Offer(Turn turn, string verb, CardInputs inputs, string said)
    {
        if (verb != Verbs.Cause || inputs.Has("category") || inputs.Text("text") is not { Length: > 0 })
            return false;
        turn.NoteAskedBack();
        turn.Show(
            "which",
            new()
            {
                ["question"] = turn.Reader.Text("which.cause"),
                ["choices"] = new JsonArray([
                    .. Enum.GetValues<CauseClass>()
                        .Select(k => turn.Reader.Text(Key(k)))
                        .Select(name => new JsonObject { ["title"] = name, ["text"] = $"{said.TrimEnd(Around)}，{name}" }),
                ]),
            }
        );
        return true;
    }

    private static string Key(CauseClass kind) => "cause." + Reader.Code(kind);
}
