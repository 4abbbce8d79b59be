using System.ComponentModel;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Workbench.Cards;

/// <summary>The command <c>cards</c>.</summary>
internal sealed class CardsCommand : Command<CardsCommand.Settings>
{
    internal sealed class Settings : CommandSettings
    {
        [CommandArgument(0, "[folder]")]
        [Description("Where the pictures go; else artifacts/cards of the repository.")]
        public string? Folder { get; init; }

        [CommandArgument(1, "[templates]")]
        [Description("Names of templates; else all.")]
        public string[] Templates { get; init; } = [];

        [CommandOption("--words")]
        [Description("Only brings the words in the sample data up to date.")]
        public bool Words { get; init; }

        public override ValidationResult Validate() =>
            Words && Folder is not null
                ? ValidationResult.Error("--words stands alone; it draws nothing.")
                : ValidationResult.Success();
    }

    /// <inheritdoc/>
    protected override int Execute(CommandContext context, Settings settings, CancellationToken cancellationToken) =>
        settings.Words ? CardGallery.WriteWords(Console.Out) : CardGallery.Draw(settings.Folder, settings.Templates, Console.Out);
}
