namespace ComplaintBot.Tests.Trust.Reference;

/// <summary>Where our bot answers otherwise than botbuilder 4.23.3, and why.</summary>
internal sealed record Difference(int Theirs, int Ours, string Reason);

/// <summary>The table of all differences.</summary>
internal static class Differences
{
    private const string Crash = "botbuilder fails where it should refuse; what is not proven is 401, never 500.";
    private const string Form =
        "botbuilder hands the wrong type to the bot; the specification (A2003) and the .NET SDK refuse it, so a turn can trust the types.";
    private const string Type =
        "The framework in front of botbuilder leaves such a body unread, which botbuilder calls a bad request; we say what is wrong.";

    private static readonly Dictionary<string, Difference> Table = new(StringComparer.Ordinal)
    {
        ["alg none, no signature"] = new(500, 401, Crash),
        ["alg none, signed"] = new(500, 401, Crash),
        ["HS256 by the public key"] = new(500, 401, Crash),
        ["PS256"] = new(500, 401, Crash),
        ["ES256"] = new(500, 401, Crash),
        ["signed by another key"] = new(500, 401, Crash),
        ["signature of zeros"] = new(500, 401, Crash),
        ["exp as text"] = new(500, 401, Crash),
        ["begins in 10 min"] = new(500, 401, Crash),
        ["key without endorsements"] = new(
            200,
            401,
            "The .NET SDK refuses a key that is endorsed for no channel, botbuilder for Node takes it for all; we follow .NET."
        ),
        ["serviceurl in capitals"] = new(
            401,
            202,
            "The .NET SDK compares without case, botbuilder for Node with it; hosts have no case, so we follow .NET."
        ),
        ["never expires"] = new(200, 401, "A token without an end would be good for ever once it leaks; channels always set one."),
        ["own application (Emulator)"] = new(
            200,
            401,
            "Proof of the bot's own secret is no proof of a channel: off unless Auth:AllowEmulator."
        ),
        ["no serviceUrl"] = new(200, 400, "Without it the signed serviceurl claim is compared with nothing, and the bot could not answer."),
        ["no channelId"] = new(500, 400, "The specification requires it, the endorsement is checked against it; botbuilder crashes."),
        ["no conversation"] = new(200, 400, "There is nowhere to answer and no order to keep."),
        ["no type"] = new(500, 400, "The .NET SDK says 400 too; botbuilder crashes."),
        ["numeric type"] = new(500, 400, "The .NET SDK says 400 too; botbuilder crashes."),
        ["numeric text"] = new(200, 400, Form),
        ["from as text"] = new(200, 400, Form),
        ["attachments as object"] = new(200, 400, Form),
        ["unreadable timestamp"] = new(200, 400, Form),
        ["names in capitals"] = new(500, 202, "The specification lets a receiver read names in any case, and the .NET SDK does."),
        ["half a surrogate pair"] = new(200, 400, "It is no text: it cannot be stored or sent on."),
        ["a NUL"] = new(200, 400, "It is no text for people, and PostgreSQL cannot keep it."),
        ["100 levels deep"] = new(200, 400, "Nesting beyond 64 levels is an attack on whoever reads it."),
        ["no UTF-8"] = new(200, 400, "botbuilder replaces what it cannot read; we refuse instead of storing something nobody wrote."),
        ["card action without action"] = new(500, 400, "As the .NET SDK; botbuilder for Node crashes."),
        ["text/plain"] = new(400, 415, Type),
        ["no content type"] = new(400, 415, Type),
        ["a form"] = new(400, 415, Type),
    };

    public static IEnumerable<string> Names => Table.Keys;

    public static Difference? Of(string request) => Table.GetValueOrDefault(request);
}
