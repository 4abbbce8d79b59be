using System.Text.RegularExpressions;
using Complaints.Organisations;
using Understanding.Writing;

namespace Understanding.Staff.Chasing;

/// <summary>Reads "催一下第二件", "催一下李伟", "chase all of them". The whole sentence must fit, so that talk is not taken for an order.</summary>
internal static partial class ChaseWords
{
    /// <summary>Which tickets are to be chased; null when the text is no such order.</summary>
    public static ChaseTarget? Read(string text, Organisation organisation)
    {
        var folded = CharacterFolding.Fold(text).Trim();
        foreach (var match in new[] { Chinese().Match(folded), English().Match(folded) }.Where(m => m.Success))
        {
            if (ChaseTargetReader.Read(match.Groups["t"].Value.Trim(), organisation) is { } target)
                return target;
        }
        return null;
    }

    [GeneratedRegex(
        @"^(请|麻烦|帮我|再)*(把(?<t>.+?)(催一催|催一下|催办|催)|(催一催|催一下|催促|催办|催|提醒一下|提醒)(一下)?(?<t>.*?))[。!.]?$",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Chinese();

    [GeneratedRegex(@"^(please )?(chase|remind|nudge)( up)?( (?<t>.+?))?[.!]?$", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex English();
}
