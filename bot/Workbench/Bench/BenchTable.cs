using System.Globalization;
using System.Text.Json;

namespace Workbench.Bench;

/// <summary>How long a question took on an engine with so many complaints: milliseconds that half and 95 % of the runs did not
/// exceed.</summary>
internal sealed record BenchResult(string Engine, int Size, BenchQuestion Question, double P50, double P95)
{
    public static BenchResult Of(string engine, int size, BenchQuestion question, List<double> times)
    {
        times.Sort();
        return new(engine, size, question, times[(times.Count - 1) / 2], times[(int)Math.Ceiling(times.Count * 0.95) - 1]);
    }
}

/// <summary>The table of results, with how many times longer the largest size takes and whether that is allowed.</summary>
internal static class BenchTable
{
    /// <summary>Prints it and a JSON line for each result; true when every limit is met.</summary>
    public static async Task<bool> PrintAsync(IReadOnlyList<BenchResult> results, TextWriter output)
    {
        var met = true;
        foreach (var engine in results.GroupBy(r => r.Engine))
        {
            var sizes = engine.Select(r => r.Size).Distinct().ToList();
            var columns = string.Concat(sizes.Select(s => $"{s.ToString("N0", CultureInfo.InvariantCulture),18}"));
            await output.WriteLineAsync($"\n{engine.Key}: p50 / p95 in ms");
            await output.WriteLineAsync($"{"question",-48}{columns}{"p95 last/first",16}{"at most",9}");
            foreach (var question in engine.GroupBy(r => r.Question))
            {
                var cells = string.Concat(
                    question.Select(r => $"{string.Create(CultureInfo.InvariantCulture, $"{r.P50:F2} / {r.P95:F2}"),18}")
                );
                var ratio = question.Last().P95 / question.First().P95;
                var kept = question.Key.Limit is not { } limit || ratio <= limit;
                met &= kept;
                var most = question.Key.Limit?.ToString("F0", CultureInfo.InvariantCulture) ?? "-";
                var verdict =
                    question.Key.Limit is null ? ""
                    : kept ? "met"
                    : "NOT MET";
                await output.WriteLineAsync(
                    string.Create(CultureInfo.InvariantCulture, $"{question.Key.Name,-48}{cells}{ratio,16:F2}{most,9}  {verdict}")
                );
            }
        }
        await output.WriteLineAsync();
        foreach (var r in results)
        {
            await output.WriteLineAsync(
                JsonSerializer.Serialize(
                    new
                    {
                        bench = "queries",
                        engine = r.Engine,
                        complaints = r.Size,
                        question = r.Question.Name,
                        p50Ms = Math.Round(r.P50, 3),
                        p95Ms = Math.Round(r.P95, 3),
                    }
                )
            );
        }
        await output.WriteLineAsync(met ? "Every limit is met." : "NOT EVERY LIMIT IS MET.");
        return met;
    }
}
