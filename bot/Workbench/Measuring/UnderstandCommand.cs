using System.Buffers;
using System.Text;
using System.Text.Json;
using ComplaintBot.People;
using Complaints.Organisations;
using Understanding.Categories;
using Understanding.Local;
using Understanding.Questions;

namespace Workbench.Measuring;

/// <summary><c>understand [--organisation FILE] [--history FILE]</c>: one JSON object a line in, one out, by the published schema.
/// A line that cannot be read is
/// answered with an error and the rest goes on.</summary>
public static class UnderstandCommand
{
    /// <summary>Answers until the input ends; 0, or 1 when a line could not be read, 2 for wrong arguments or files.</summary>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments,
        Stream input,
        Stream output,
        TextWriter errors,
        TimeProvider time
    )
    {
        ArgumentNullException.ThrowIfNull(errors);
        if (
            CommandFiles.Read(arguments, ["--organisation", "--history"], out var files, out var problem) is false
            || files.Count > 0 && files.ContainsKey("")
        )
        {
            await errors.WriteLineAsync(problem ?? "Use: understand [--organisation FILE] [--history FILE] < in.jsonl > out.jsonl");
            return 2;
        }
        var organisations = new Organisations(files.GetValueOrDefault("--organisation") ?? OrganisationFile.ExamplePath);
        if (organisations.Of(null) is not { } organisation)
        {
            await errors.WriteLineAsync(organisations.Problem);
            return 2;
        }
        var learned = new LearnedCategories();
        if (files.GetValueOrDefault("--history") is { } path)
        {
            var history = HistoryFile.Read(path, out problem);
            if (history is null)
            {
                await errors.WriteLineAsync(problem);
                return 2;
            }
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
