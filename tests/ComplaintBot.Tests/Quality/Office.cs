using ComplaintBot.Cards;
using ComplaintBot.Conversations;
using ComplaintBot.FollowUp;
using ComplaintBot.Messaging.Sending;
using ComplaintBot.Notices;
using ComplaintBot.People;
using ComplaintBot.Quality;
using ComplaintBot.Reports.Sums;
using ComplaintBot.Storage;
using ComplaintBot.Tests.Cards;
using ComplaintBot.Tests.Fixtures;
using ComplaintBot.Tests.Storage;
using Complaints;
using Complaints.Handling;
using Complaints.Intake;
using Complaints.Investigation;
using Complaints.Organisations;
using Complaints.Procedure;
using Complaints.Rounds;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace ComplaintBot.Tests.Quality;

/// <summary>The parts of the host that work without a channel: complaints in a real database, and what would be sent to whom.</summary>
internal sealed class Office : IAsyncDisposable
{
    private readonly TestDatabase _test;

    private readonly Organisation _organisation;
    private readonly ReminderDigests _digests;
    private readonly HeldSending _held;
    private readonly QueueSweep _queue;
    private readonly LeaverSweep _leavers;
    private readonly TimerWorker _timers;

    private Office(TestDatabase test, Organisation organisation)
    {
        (_test, _organisation) = (test, organisation);
        Store = new(test.Database, new SumsBeside());
        var speech = new Speech(CardFolders.Strings, new CardRenderer(CardFolders.Catalog, CardFolders.Strings));
        End = new(Store, new Outbox(test.Database, Time), speech, new AllNotices(), new Happenings(NullLogger<Happenings>.Instance));
        Patterns = new(
            test.Database,
            Store,
            new PatternStore(test.Database),
            new OrganisationSource(organisation),
            End,
            Time,
            NullLogger<PatternWorker>.Instance
        );
        _digests = new(test.Database, Store, End, speech);
        _held = new(test.Database, Store, End, speech);
        var turns = new SqlTurnStore(Store, test.Database, Time);
        _queue = new(test.Database, Store, turns, End);
        _timers = new(
            test.Database,
            Store,
            turns,
            new OrganisationSource(organisation),
            End,
            new ReminderLoad(test.Database),
            _digests,
            _held,
            _queue,
            _leavers = new(test.Database, Store, turns, End, speech),
            Time,
            NullLogger<TimerWorker>.Instance
        );
    }

    public FakeTimeProvider Time { get; } = new(Filing.Now);

    public ComplaintStore Store { get; }

    public TurnEnd End { get; }

    public PatternWorker Patterns { get; }

    public static async Task<Office> OpenAsync(string engine, Organisation? organisation = null) =>
        new(await TestDatabase.CreateAsync(engine), organisation ?? Filing.Company);

    public Task<int> RunTimersAsync() => _timers.RunDueAsync(default);

    public Task<int> SendDigestsAsync() => _digests.SendDueAsync(_organisation, Time.GetUtcNow(), default);

    public Task<int> SendHeldAsync() => _held.SendDueAsync(_organisation, Time.GetUtcNow(), default);

    /// <summary>The organisation file changes: what leavers have goes on.</summary>
    public Task<int> SweepLeaversAsync(Organisation changed) => _leavers.RunAsync(changed, Time.GetUtcNow(), default);

    public Task<int> SweepQueueAsync() => _queue.RunAsync(_organisation, Time.GetUtcNow(), default);

    /// <summary>A complaint is filed and stored as a turn would.</summary>
    public async Task<Complaint> FilesAsync(string ticket, string customer, ComplaintDetails details, Severity severity = Severity.Medium)
    {
        var command = new FileComplaint(
            RecordKind.Complaint,
            new Complainant(customer, "zh-CN") { Name = "林小姐" },
            details,
            severity,
            "category"
        );
        var complaint = ComplaintDesk.File(ticket, command, Context(Actor.Customer(customer, "林小姐"))).Complaint!;
        await StoreAsync(complaint);
        return complaint;
    }

    /// <summary>It is handled to a confirmed close with this cause and measure.</summary>
    public async Task ClosesAsync(Complaint c, string cause, string measure)
    {
        Must(c, c.Owner!, new Accept());
        Must(c, c.Owner!, new Note("现场照片") { Files = [new("f1", "a.png", "image/png", "00")] });
        Must(c, c.Owner!, new RecordCause([CauseClass.Equipment], cause) { Whys = [cause, "没有巡检"] });
        Must(c, c.Owner!, new ProposePlan(measure));
        if (c.PlanWaitsForApproval)
            Must(c, c.Owner == "quality-head" ? "service-head" : "quality-head", new ApprovePlan());
        Must(c, c.Owner!, new CompleteMeasure("all", "已完成"));
        Must(c, c.Owner!, new ReportResult("已修好"));
        Assert.True(ComplaintDesk.Do(c, new ConfirmSatisfied(), Context(Actor.Customer(c.Complainant.Id, ""))).Ok);
        await StoreAsync(c);
    }

    public void Must(Complaint c, string staff, Command command)
    {
        var outcome = ComplaintDesk.Do(c, command, Context(Actor.Staff(_organisation.FindStaff(staff)!)));
        Assert.True(outcome.Ok, $"{command.Verb}: {outcome.Refusal?.Code}");
    }

    public async Task StoreAsync(Complaint complaint)
    {
        var work = new UnitOfWork(_test.Database);
        End.Write(complaint, _organisation, Time.GetUtcNow(), work);
        await work.CommitAsync();
        complaint.MarkStored();
    }

    public async Task<Complaint> FindAsync(string ticket) => (await Store.LoadAsync(ticket))!;

    /// <summary>How many complaints the answer to "没有负责人的投诉" counts.</summary>
    public async Task<long> WithoutOwnerAsync()
    {
        var query = new Understanding.Questions.QuestionParser()
            .Parse("没有负责人的投诉有几件", "zh-CN", _organisation, Time.GetUtcNow())
            .Query!;
        var answering = new ComplaintBot.Reports.Answers.Answering(
            _test.Database,
            NullLogger<ComplaintBot.Reports.Answers.Answering>.Instance
        );
        var answer = await answering.AnswerAsync(
            query,
            new ComplaintBot.Reports.Rights.Asker(_organisation.FindStaff("executive")!, _organisation),
            Time.GetUtcNow()
        );
        return answer is ComplaintBot.Reports.Answers.FigureAnswer figure
            ? (long)figure.Whole.Now.Numerator
            : ((ComplaintBot.Reports.Answers.ListAnswer)answer).Total;
    }

    /// <summary>What waits in the outbox for a person, oldest first.</summary>
    public Task<IReadOnlyList<string>> SentToAsync(string staff) =>
        _test.Database.QueryAsync<string>("SELECT payload FROM outbox WHERE lane LIKE @lane ORDER BY id", new { lane = $"%{staff}%" });

    /// <summary>The same without what only changes an earlier message.</summary>
    public Task<IReadOnlyList<string>> NewToAsync(string staff) =>
        _test.Database.QueryAsync<string>(
            "SELECT payload FROM outbox WHERE lane LIKE @lane AND kind = 'Send' ORDER BY id",
            new { lane = $"%{staff}%" }
        );

    /// <summary>The keys of what waits for a person.</summary>
    public Task<IReadOnlyList<string?>> KeysToAsync(string staff) =>
        _test.Database.QueryAsync<string?>("SELECT message_key FROM outbox WHERE lane LIKE @lane ORDER BY id", new { lane = $"%{staff}%" });

    /// <summary>How many cards about promises wait for a person.</summary>
    public async Task<int> RemindersToAsync(string staff) =>
        (
            await _test.Database.QueryAsync<string>(
                "SELECT message_key FROM outbox WHERE lane LIKE @lane AND kind = 'Send' AND message_key LIKE 'deadline:%'",
                new { lane = $"%{staff}%" }
            )
        ).Count;

    /// <summary>Somebody of the staff wrote to the bot now.</summary>
    public Task SpokeAsync(string person) =>
        _test.Database.ExecuteAsync(
            """
            INSERT INTO conversation_references (lane, person, directory, personal, active, reference, updated_at)
            VALUES (@lane, @lane, @lane, TRUE, TRUE, '{}', @Now)
            """,
            new { lane = ComplaintBot.Messaging.Lanes.LaneKey.Person("msteams", person), Now = Time.GetUtcNow() }
        );

    public ValueTask DisposeAsync() => _test.DisposeAsync();

    private CommandContext Context(Actor who) =>
        new(_organisation, Time.GetUtcNow(), who, who.Kind == ActorKind.Customer ? Channel.Web : Channel.Teams);
}
