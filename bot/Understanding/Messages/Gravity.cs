using Complaints.Organisations;
using Understanding.Grades;
using Understanding.Learning.Sentences;

namespace Understanding.Messages;

/// <summary>How serious a customer's words are, and why: learnt from people who were hurt or in danger and told it in their own words,
/// and from places, trades and sayings that only sound so. Words that are certain count where learning does not deny them.</summary>
internal static class Gravity
{
    // Chosen on examples kept back from learning: what is declared wakes people.
    private const double Sure = 0.5,
        Denied = 0.03;

    // Fewer words that no list knows are no alarm, whatever they look like.
    private const int FewestWords = 3;

    private static readonly string[] Perils =
    [
        "gas-smell",
        "fire",
        "electric-shock",
        "injury",
        "safety-hazard",
        "elevator",
        "medical",
        "food",
    ];

    private static readonly string[] Injuries = ["injury", "food", "medical"];

    /// <summary>The severity with its reason, or nothing for an ordinary message. <paramref name="topic"/> is what it is likeliest
    /// about.</summary>
    public static (Severity Severity, string Reason)? Of(Sentence sentence, string topic)
    {
        var learnt = CustomerModels.Severity.Value.Rank(sentence);
        var critical = learnt.Where(g => g.Label == "critical").Sum(g => g.Confidence);
        var grave = critical + learnt.Where(g => g.Label == "high").Sum(g => g.Confidence);
        var words = SeverityWords.Of(sentence.Folded);
        if (words is { Severity: Severity.Low })
            return grave < Denied ? (Severity.Low, words.Reason) : null;
        if (words is { } said && (grave >= Denied || !said.IsDoubtful))
            return critical >= Sure ? (Severity.Critical, Danger(said.Reason, topic)) : (said.Severity, said.Reason);
        if (grave < Sure || sentence.Tokens.Count < FewestWords)
            return null;
        return critical >= grave / 2 ? (Severity.Critical, Danger("", topic)) : (Severity.High, "words");
    }

    private static string Danger(string said, string topic) =>
        said is "danger" or "injury" ? said
        // Who only threatens with the regulator or the papers is in no danger.
        : said is ("regulator" or "media" or "legal") && !Perils.Contains(topic) ? said
        : Injuries.Contains(topic) ? "injury"
        : "danger";
}
