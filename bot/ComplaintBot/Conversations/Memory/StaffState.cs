using System.Text.Json;
using Understanding.Questions;

namespace ComplaintBot.Conversations;

/// <summary>What the bot remembers of a conversation with a member of staff.</summary>
public sealed record StaffState
{
    /// <summary>True once they were greeted.</summary>
    public bool Welcomed { get; init; }

    /// <summary>The ticket last talked about: what "this one" means.</summary>
    public string? LastTicket { get; init; }

    /// <summary>The last question as a query, so that "only VIP" can refer to it.</summary>
    public JsonElement? LastQuery { get; init; }

    /// <summary><see cref="LastQuery"/> as a query; null when there is none. What a conversation remembers outlives releases: a
    /// query that cannot be read any more is forgotten.</summary>
    public ComplaintQuery? PreviousQuestion() =>
        LastQuery is { ValueKind: JsonValueKind.Object } query ? QueryJson.Read(query.GetRawText(), out _) : null;

    /// <summary>The language they last wrote in: "sort by age" says too little to tell one. Null = that of the organisation
    /// file.</summary>
    public string? Language { get; init; }

    /// <summary>Tickets of the list that was shown last, as shown: what "the first three" means. Null when the last answer was no
    /// list.</summary>
    public IReadOnlyList<string>? Shown { get; init; }

    /// <summary>The form that was filed last and the number it got: sent twice, it files once.</summary>
    public FiledDraft? Logged { get; init; }

    /// <summary>The ticket whose customer's data is erased once the person says yes.</summary>
    public string? Erasing { get; init; }

    /// <summary>The language that they asked to be answered in; null when they never did.</summary>
    public string? Wished { get; init; }

    /// <summary>What the bot asked the meaning of.</summary>
    public AskedMeaning? Guessing { get; init; }

    /// <summary>What waits for an "are you sure".</summary>
    public ManyActions? Confirming { get; init; }
}

/// <summary>One verb for several tickets, with the inputs as a card would carry them.</summary>
public sealed record ManyActions(string Verb, IReadOnlyList<string> Tickets, JsonElement Inputs)
{
    /// <summary>Names the question: the button of an older one does not answer this one.</summary>
    public string Token { get; init; } = "";

    /// <summary>The new owner (aadObjectId) by ticket, where each gets another one; null when the inputs say it for all.</summary>
    public IReadOnlyDictionary<string, string>? To { get; init; }
}
