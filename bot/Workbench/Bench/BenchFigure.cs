using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using Spectre.Console.Cli;

namespace Workbench.Bench;

/// <summary>A figure of a program; with a limit when it must not exceed one.</summary>
internal sealed record BenchFigure(string Program, string Name, double Value, double? Limit = null)
{
    public bool IsMet => Limit is null || Value <= Limit;

    /// <summary>Prints a table and a JSON line for each figure.</summary>
    public static async Task PrintAsync(string bench, IReadOnlyList<BenchFigure> figures, TextWriter output)
    {
        foreach (var f in figures)
        {
            var verdict = f.Limit is { } limit
                ? $"at most {limit.ToString(CultureInfo.InvariantCulture)}: {(f.IsMet ? "met" : "NOT MET")}"
                : "";
            await output.WriteLineAsync(
                string.Create(CultureInfo.InvariantCulture, $"{f.Program,-12}{f.Name,-26}{f.Value,12:N2}  {verdict}").TrimEnd()
            );
        }
        await output.WriteLineAsync();
        foreach (var f in figures)
        {
            await output.WriteLineAsync(
                JsonSerializer.Serialize(
                    new
                    {
                        bench,
                        program = f.Program,
                        figure = f.Name,
                        value = Math.Round(f.Value, 3),
                    }
                )
            );
        }
    }
}

/// <summary>Which bot is measured.</summary>
internal abstract class BenchSettings : CommandSettings
{
    [CommandOption("--program <FOLDER>")]
    [Description("The folder of the bot to measure; else the one that was built here.")]
    public string? Folder { get; init; }

    /// <summary>The folder of the bot.</summary>
    public string Program => Path.GetFullPath(Folder ?? Path.Combine(Root, "bot", "ComplaintBot", "bin", "Release", "net10.0"));

    /// <summary>The folder of the repository.</summary>
    protected static string Root => Environment.GetEnvironmentVariable("DOTNET_CONTENTROOT") ?? Directory.GetCurrentDirectory();
}
