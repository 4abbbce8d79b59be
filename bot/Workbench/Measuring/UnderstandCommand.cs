using System.Buffers;
using System.ComponentModel;
using System.Text;
using System.Text.Json;
using ComplaintBot.People;
using Complaints.Organisations;
using Spectre.Console;
using Spectre.Console.Cli;
using Understanding.Categories;
using Understanding.Local;
using Understanding.Questions;

namespace Workbench.Measuring;

/// <summary>The command <c>understand</c>: one JSON object a line in, one out, by the published schema. A line that cannot be read
/// is answered with an error and the rest goes on.</summary>
internal sealed class UnderstandCommand : AsyncCommand<UnderstandCommand.Settings>
{
    internal sealed class Settings : CommandSettings
    {
        [CommandOption("--organisation <FILE>")]
        [Description("The organisation file; else the example.")]
        public string? Organisation { get; init; }

        [CommandOption("--history <FILE>")]
        [Description("Closed complaints to learn categories from, one JSON object a line.")]
        public string? History { get; init; }

        public override ValidationResult Validate() => Files.Exist(Organisation, History);
    }

    /// <inheritdoc/>
    protected override Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken) =>
        RunAsync(settings, Console.OpenStandardInput(), Console.OpenStandardOutput(), Console.Error, TimeProvider.System);

    /// <summary>Answers until the input ends; 0, or 1 when a line could not be read, 2 for wrong files.</summary>
    public static async Task<int> RunAsync(Settings settings, Stream input, Stream output, TextWriter errors, TimeProvider time)
    {
        var organisations = new Organisations(settings.Organisation ?? OrganisationFile.ExamplePath);
        if (organisations.Of(null) is not { } organisation)
        {
            await errors.WriteLineAsync(organisations.Problem);
            return 2;
        }
        var learned = new LearnedCategories();
        if (settings.History is { } path)
        {
            var history = HistoryFile.Read(path, out var problem);
            if (history is null)
            {
                await errors.WriteLineAsync(problem);
                return 2;
            }
            await errors.WriteLineAsync($"Learning from {history.Count} complaints");
            if (history.Count > 0)
                learned.Replace(LearnedModel.Learn(history, organisation));
        }
        return await AnswerAsync(new(learned, new QuestionParser()), organisations, input, output, errors, time);
    }

    private static async Task<int> AnswerAsync(
        LocalUnderstanding understanding,
        Organisations organisations,
        Stream input,
        Stream output,
        TextWriter errors,
        TimeProvider time
    )
    {
        using var reader = new StreamReader(input, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);
        await using var buffered = new BufferedStream(output, 1 << 16);
        var line = new ArrayBufferWriter<byte>(1 << 12);
        var (number, failed) = (0, 0);
        while (await reader.ReadLineAsync() is { } text)
        {
            number++;
            if (string.IsNullOrWhiteSpace(text))
                continue;
            line.ResetWrittenCount();
            if (Answer(understanding, organisations, text, line, time) is { } problem)
            {
                failed = 1;
                await errors.WriteLineAsync($"line {number}: {problem}");
                line.ResetWrittenCount();
                AnswerLine.WriteError(line, problem);
            }
            line.Write("\n"u8);
            await buffered.WriteAsync(line.WrittenMemory);
            // Somebody who talks to it line by line waits for the answer.
            if (input.CanSeek is false && reader.Peek() < 0)
                await buffered.FlushAsync();
        }
        return failed;
    }

    private static string? Answer(
        LocalUnderstanding understanding,
        Organisations organisations,
        string text,
        IBufferWriter<byte> line,
        TimeProvider time
    )
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            if (QuestionLine.Read(document.RootElement, organisations, time, out var problem) is not { } question)
                return problem;
            if (question.DatesOnly)
                AnswerLine.WriteDates(line, question);
            else
                AnswerLine.Write(line, question, understanding.Read(question.Text, question.Context));
            return null;
        }
        catch (JsonException e)
        {
            return $"not JSON: {e.Message}";
        }
    }
}

/// <summary>Organisation files by path, each read once.</summary>
internal sealed class Organisations(string usual)
{
    private readonly Dictionary<string, Organisation?> _read = new(StringComparer.Ordinal);

    /// <summary>Why the last one could not be read.</summary>
    public string Problem { get; private set; } = "";

    /// <summary>The organisation of a file, or the usual one for null; null with <see cref="Problem"/> set when the file is
    /// wrong.</summary>
    public Organisation? Of(string? path)
    {
        path ??= usual;
        if (_read.TryGetValue(path, out var known))
            return known;
        var result = OrganisationFile.Load(path);
        if (result.Organisation is null)
            Problem = string.Join('\n', result.Problems);
        return _read[path] = result.Organisation;
    }
}
