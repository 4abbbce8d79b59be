using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ComplaintBot.Reports.Answers;
using ComplaintBot.Reports.Rights;
using ComplaintBot.Storage;
using ComplaintBot.Understanding.Questions;
using Complaints.Organisations;
using Microsoft.Extensions.Logging.Abstractions;

namespace ComplaintBot.Reports.Bench;

/// <summary><c>bench queries</c>: how long each kind of question takes at 10,000, 100,000 and 1,000,000 complaints on SQLite and PostgreSQL. From the words to
/// the answer: understanding, rights, SQL, reading. Prints a table and one JSON line per figure.</summary>
internal static class QueriesBench
{
    private const int Runs = 60;

    private static readonly (string Name, string Words, string Asker, double Limit)[] Questions =
    [
        ("list: overdue", "现在超时的投诉", "boss", 2),
        ("list: open of a department", "网络部还有哪些单子没处理完", "manager", 2),
        ("list: month, category, sorted", "上个月的宽带投诉，按严重程度排", "boss", 2),
        ("list: newest", "最新的10条投诉", "boss", 2),
        ("list: mine", "我名下没结案的单子", "handler", 2),
        ("count: this month", "本月收到多少投诉", "boss", 2),
        ("count: last month of a department", "how many network complaints did we get last month", "manager", 2),
        ("count: open", "还有多少没结案", "boss", 2),
        ("count: open by severity", "open complaints by severity", "boss", 2),
        ("figures: timeliness by department, month", "各部门上个月的及时率", "boss", 5),
        ("figures: resolution rate by department, month", "resolution rate by department last month", "boss", 5),
        ("figures: satisfaction by department, month", "上个月各部门满意度", "boss", 5),
        ("figures: received by department, month", "按部门统计上个月的投诉量", "boss", 5),
        ("figures: resolution time by department, month", "resolution time by department last month", "boss", 5),
        ("trend: received by month, year", "今年每月投诉数量的变化趋势", "boss", 0),
        ("trend: timeliness of a department by month", "网络部今年每月的及时率", "manager", 0),
        ("ranking: categories of the month", "上个月投诉最多的三个类别", "boss", 0),
        ("search: words of the month", "上个月提到“漏水”的投诉", "boss", 0),
    ];

    /// <summary>Runs the bench. Options: <c>--sizes 10000,100000</c>, <c>--engines sqlite,postgres</c>, <c>--postgres CONNECTION</c> (else a server of its own is
    /// started), <c>--history years</c> (the span that the complaints are spread over; 2 by default for every size).</summary>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TimeProvider time)
    {
        string Option(string name, string usual) => Array.IndexOf(arguments, name) is >= 0 and var i && i + 1 < arguments.Length ? arguments[i + 1] : usual;
        var sizes = Option("--sizes", "10000,100000,1000000").Split(',').Select(s => int.Parse(s, CultureInfo.InvariantCulture)).ToList();
        var engines = Option("--engines", "sqlite,postgres").Split(',');
        var given = Option("--postgres", "");
        var results = new List<Result>();
        foreach (var engine in engines)
        {
            foreach (var size in sizes)
            {
                await using var store = await BenchStore.OpenAsync(engine, given);
                var organisation = BenchOrganisation.Make();
                var now = organisation.Local(time.GetUtcNow());
                var watch = Stopwatch.StartNew();
                await store.Database.MigrateAsync(time);
                await BenchData.FillAsync(store.Database, organisation, size, now);
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"# {store.Database.Dialect.Name}, {size} complaints, filled in {watch.Elapsed.TotalSeconds:F0} s"));
                results.AddRange(await MeasureAsync(store.Database, organisation, size, now));
            }
        }
        await PrintAsync(results, output);
        return 0;
    }

    private static async Task<IReadOnlyList<Result>> MeasureAsync(Database database, Organisation organisation, int size, DateTimeOffset now)
    {
        var (parser, answering) = (new QuestionParser(), new Answering(database, NullLogger<Answering>.Instance));
        var results = new List<Result>();
        foreach (var (name, words, who, limit) in Questions)
        {
            var asker = new Asker(organisation.FindStaff(who)!, organisation);
            var times = new List<double>();
            for (var run = -5; run < Runs; run++)
            {
                var start = Stopwatch.GetTimestamp();
                var query = parser.Parse(words, Languages.ZhCn, organisation, now).Query ?? throw new InvalidOperationException($"\"{words}\" is not understood.");
                var answer = await answering.AnswerAsync(query, asker, now);
                if (run >= 0)
                    times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                if (answer is Refused)
                    throw new InvalidOperationException($"\"{words}\" was refused to {who}.");
            }
            times.Sort();
            results.Add(new(database.Dialect.Name, size, name, times[Runs / 2], times[Runs * 95 / 100], limit));
        }
        return results;
    }

    private static async Task PrintAsync(List<Result> results, TextWriter output)
    {
        foreach (var engine in results.GroupBy(r => r.Engine))
        {
            var sizes = engine.Select(r => r.Size).Distinct().ToList();
            await output.WriteLineAsync($"\n{engine.Key}: p50 / p95 in ms\n{"question",-48}{string.Concat(sizes.Select(s => $"{s,20}"))}{"p95 last/first",16}{"allowed",9}");
            foreach (var question in engine.GroupBy(r => r.Question))
            {
                var cells = string.Concat(question.Select(r => string.Create(CultureInfo.InvariantCulture, $"{$"{r.P50:F2} / {r.P95:F2}",20}")));
                var ratio = question.Last().P95 / question.First().P95;
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{question.Key,-48}{cells}{ratio,16:F1}{(question.First().Limit > 0 ? question.First().Limit.ToString("F0", CultureInfo.InvariantCulture) : "-"),9}"));
            }
        }
        await output.WriteLineAsync();
        foreach (var r in results)
            await output.WriteLineAsync(JsonSerializer.Serialize(new { bench = "queries", engine = r.Engine, complaints = r.Size, question = r.Question, p50Ms = Math.Round(r.P50, 3), p95Ms = Math.Round(r.P95, 3) }));
    }

    private sealed record Result(string Engine, int Size, string Question, double P50, double P95, double Limit);
}
