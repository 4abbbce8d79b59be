using Understanding.Writing;

namespace ComplaintBot.Tickets;

/// <summary>Words by which a customer asks for more than the talk of intake knows: to go on with an ended complaint, to appeal, to
/// bring it to somebody higher.</summary>
internal static class CustomerWishes
{
    private static readonly PhraseForms Forms = PhraseForms.Beside(typeof(CustomerWishes), "CustomerWishes.txt");

    /// <summary>"重新处理", "我要申诉", "reopen it", "I do not agree": an ended complaint shall go on.</summary>
    public static bool GoOn(string text) => Forms.Say("goOn", text);

    /// <summary>"找你们领导", "escalate", "I want to talk to your manager".</summary>
    public static bool GoHigher(string text) => Forms.Say("goHigher", text);
}
