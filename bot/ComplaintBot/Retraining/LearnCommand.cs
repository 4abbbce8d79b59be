using Understanding.Learning;

namespace ComplaintBot.Retraining;

/// <summary>The command <c>learn FOLDER</c>: learns from the examples inside the program what understanding needs, so that the bot
/// starts at once. The build runs it; what is missing at a start is learnt then.</summary>
internal static class LearnCommand
{
    /// <summary>Learns what is missing or old in the folder; always 0.</summary>
    public static int Run(string folder, TextWriter output)
    {
        var learnt = BuiltModels.BuildInto(folder);
        if (learnt > 0)
            output.WriteLine($"Learnt {learnt} models from the examples.");
        return 0;
    }
}
