using System.ComponentModel;
using Spectre.Console.Cli;
using Understanding.Learning;

namespace ComplaintBot.Retraining;

/// <summary>The command <c>learn</c>: learns from the examples inside the program what understanding needs, so that the bot starts at
/// once. The build runs it; what is missing at a start is learnt then.</summary>
internal sealed class LearnCommand : Command<LearnCommand.Settings>
{
    internal sealed class Settings : CommandSettings
    {
        [CommandArgument(0, "<folder>")]
        [Description("Where what is learnt is kept.")]
        public string Folder { get; init; } = "";
    }

    /// <summary>Learns what is missing or old in the folder; always 0.</summary>
    protected override int Execute(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        var learnt = BuiltModels.BuildInto(settings.Folder);
        if (learnt > 0)
            Console.Out.WriteLine($"Learnt {learnt} models from the examples.");
        return 0;
    }
}
