using System.IO.Compression;
using System.Text;
using ComplaintBot.Cards;
using ComplaintBot.Conversations;
using ComplaintBot.FollowUp;
using ComplaintBot.Messaging.Sending;
using ComplaintBot.Notices;
using ComplaintBot.People;
using ComplaintBot.Reports.Answers;
using ComplaintBot.Reports.Downloads;
using ComplaintBot.Reports.Regular;
using ComplaintBot.Reports.Rights;
using ComplaintBot.Reports.Sums;
using ComplaintBot.Storage;
using ComplaintBot.Tests.Cards;
using ComplaintBot.Tests.Fixtures;
using Complaints;
using Complaints.Organisations;
using Complaints.Procedure;
using Complaints.Simulation;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Understanding.Questions;

namespace ComplaintBot.Tests.Trust.Rights;

/// <summary>Walks everything that a person can ask for or is sent about many complaints at once, after a simulated month with
/// complaints about people of every role.</summary>
public sealed class AskedMonthTests : IAsyncLifetime
{
    private const int ComplaintsInAYear = 24_000;
    private static readonly DateTimeOffset From = new(2026, 3, 1, 0, 0, 0, TimeSpan.FromHours(8));
    private static readonly DateTimeOffset Now = From.AddMonths(1).AddHours(9);
    private static readonly Organisation Company = SimulatedCompany.Make(5, 2, 2026);
    private readonly Dictionary<string, Complaint> _known = [];
    private TestDatabase _test = null!;

    public async Task InitializeAsync()
    {
        _test = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        var year = new SimulatedYear(Company, 11, ComplaintsInAYear, From);
        while (year.Next() is { } turn && turn.At < From.AddMonths(1))
            _known[turn.Ticket] = year.Play(turn, _known.GetValueOrDefault(turn.Ticket));
        var store = new ComplaintStore(_test.Database, new SumsBeside());
        var work = new UnitOfWork(_test.Database);
        foreach (var complaint in _known.Values)
            work.Add(store.Save(complaint, Company));
        await work.CommitAsync();
        await new SumTable(_test.Database).MakeAsync();
    }

    public async Task DisposeAsync() => await _test.DisposeAsync();

    [Fact]
    public async Task No_list_count_search_export_digest_or_report_holds_a_complaint_for_whom_it_accuses_or_their_line()
    {
        var answering = new Answering(_test.Database, NullLogger<Answering>.Instance);
        var reports = new RegularReports(answering, new ReportFacts(_test.Database), new DailyDigest(answering));
        var files = new AnswerFiles(answering, reports, new OrganisationSource(Company), new FakeTimeProvider(Now));
        var speech = new Speech(CardFolders.Strings, new CardRenderer(CardFolders.Catalog, CardFolders.Strings));
        var today = DateOnly.FromDateTime(Now.DateTime);
        var withSomething = 0;
        foreach (var member in Company.Staff)
        {
            var hidden = _known.Values.Where(c => Relations.IsConflicted(member.Id, c, Company)).Select(c => c.Ticket).ToHashSet();
            withSomething += hidden.Count > 0 ? 1 : 0;
            void AssertHidden(string text) =>
                Assert.DoesNotContain(hidden, ticket => text.Contains(ticket, StringComparison.Ordinal));
            foreach (var query in Questions())
            {
                var asker = new Asker(member, Company);
                var rows = await answering.AllRowsAsync(query with { Kind = QueryKind.List }, asker, Now);
                Assert.DoesNotContain(rows, r => hidden.Contains(r.Ticket));
                // What is not listed is not counted, in whatever way it is counted.
                var count = await answering.AnswerAsync(query with { Kind = QueryKind.Count }, asker, Now) as FigureAnswer;
                Assert.Equal(rows.Count, count?.Whole.Now.Numerator);
                var grouped =
                    await answering.AnswerAsync(query with { Kind = QueryKind.Count, GroupBy = Grouping.Category }, asker, Now)
                    as FigureAnswer;
                Assert.Equal(rows.Count, grouped!.Rows.Sum(r => r.Value.Now.Numerator));
                foreach (var format in FileOrder.Formats)
                    AssertHidden(
                        await TextAsync((await files.MakeAsync(new(member.Id, query, format, "zh-CN"), default))!)
                    );
            }
            foreach (var kind in Enum.GetValues<ReportKind>())
            {
                var reader = new Reader(Company, Now, speech, "zh-CN");
                var message = await reports.MessageAsync(kind, member, today, reader, new Recipient.Staff(member.Id), default);
                AssertHidden(DirectLine.Wire.ProtocolJson.Serialize(message.Activity));
                if (kind == ReportKind.Daily)
                    continue;
                foreach (var format in FileOrder.Formats)
                {
                    var order = new FileOrder(member.Id, new() { Kind = QueryKind.List }, format, "zh-CN")
                    {
                        Report = RegularReports.Order(kind, today),
                    };
                    AssertHidden(await TextAsync((await files.MakeAsync(order, default))!));
                }
            }
        }
        Assert.True(withSomething > 8, $"Only {withSomething} people have anything hidden from them.");
    }

    [Fact]
    public async Task Reminders_bundled_for_somebody_whom_a_complaint_accuses_leave_it_out()
    {
        var accusing = _known.Values.First(c => c.Accused.Count > 0 && c.Deadlines.Any(d => d.Pending && d.OfStaff));
        var other = _known.Values.First(c => c.Accused.Count == 0 && c.Deadlines.Any(d => d.Pending && d.OfStaff));
        foreach (var complaint in new[] { accusing, other })
            await _test.Database.ExecuteAsync(
                "INSERT INTO reminder_digests (person, ticket, deadline, at) VALUES (@person, @Ticket, @deadline, @at)",
                new
                {
                    person = accusing.Accused[0],
                    complaint.Ticket,
                    deadline = complaint.Deadlines.First(d => d.Pending && d.OfStaff && d.PausedSince is null).Id,
                    at = Now.AddHours(-1),
                }
            );
        var speech = new Speech(CardFolders.Strings, new CardRenderer(CardFolders.Catalog, CardFolders.Strings));
        var time = new FakeTimeProvider(Now);
        var store = new ComplaintStore(_test.Database, new SumsBeside());
        var end = new TurnEnd(
            store,
            new Outbox(_test.Database, time),
            speech,
            new AllNotices(),
            new Happenings(NullLogger<Happenings>.Instance)
        );
        await new ReminderDigests(_test.Database, store, end, speech).SendDueAsync(Company, Now, default);

        var sent = string.Concat(await _test.Database.QueryAsync<string>("SELECT payload FROM outbox"));
        Assert.Contains(other.Ticket, sent, StringComparison.Ordinal);
        Assert.DoesNotContain(accusing.Ticket, sent, StringComparison.Ordinal);
    }

    private static IEnumerable<ComplaintQuery> Questions() =>
        [
            new() { Kind = QueryKind.List },
            new()
            {
                Kind = QueryKind.List,
                Filters = new() { Status = [QueryStatus.Open] },
            },
            new()
            {
                Kind = QueryKind.List,
                Filters = new() { Overdue = true },
            },
            new()
            {
                Kind = QueryKind.List,
                Filters = new() { About = "me" },
            },
            new()
            {
                Kind = QueryKind.List,
                Filters = new() { Text = "三天" },
            },
        ];

    // What a person reads in the file, also where it is packed.
    private static async Task<string> TextAsync(AnswerFile file)
    {
        if (!file.Name.EndsWith(".xlsx", StringComparison.Ordinal))
            return Encoding.UTF8.GetString(file.Content);
        await using var zip = new ZipArchive(new MemoryStream(file.Content));
        var text = new StringBuilder();
        foreach (var part in zip.Entries)
        {
            using var reader = new StreamReader(await part.OpenAsync());
            text.Append(await reader.ReadToEndAsync());
        }
        return text.ToString();
    }
}
