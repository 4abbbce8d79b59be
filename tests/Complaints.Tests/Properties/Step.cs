using FsCheck;
using FsCheck.Fluent;

namespace Complaints.Tests.Properties;

/// <summary>One thing that happens in a random story: how much time passes before it, what it is, who does it, and a number that
/// decides its inputs.</summary>
internal sealed record Step(int Pause, int What, int Who, int Input)
{
    public static Gen<Step> Any { get; } =
        from pause in Gen.Choose(0, 99)
        from what in Gen.Choose(0, 9_999)
        from who in Gen.Choose(0, 99)
        from input in Gen.Choose(0, 999_999)
        select new Step(pause, what, who, input);

    /// <summary>Stories of up to so many steps, each with a number that chooses the organisation and the complaint. A failing one
    /// is cut down step by step.</summary>
    public static Arbitrary<(int World, Step[] Steps)> Stories(int most)
    {
        var gen =
            from world in Gen.Choose(0, 9_999)
            from length in Gen.Choose(1, most)
            from steps in Gen.ArrayOf(Any, length)
            select (world, steps);
        return Arb.From(gen, Shorter);
    }

    private static IEnumerable<(int World, Step[] Steps)> Shorter((int World, Step[] Steps) story)
    {
        for (var cut = story.Steps.Length / 2; cut >= 1; cut /= 2)
        {
            for (var at = 0; at + cut <= story.Steps.Length; at += cut)
                yield return (story.World, [.. story.Steps[..at], .. story.Steps[(at + cut)..]]);
        }
    }
}
