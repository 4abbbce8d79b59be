using System.Collections.Concurrent;
using Browser.Tests.Running;
using ComplaintBot.FollowUp;
using ComplaintBot.Storage;
using ComplaintBot.Tests.Fixtures;
using ComplaintBot.Tests.MainLine;
using ComplaintBot.Tests.Messaging;
using Complaints;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ComplaintBot.Tests.Conversations;

/// <summary>The whole host in this process, reached by HTTP like any other, on a clock that a play can move on by days.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private static readonly TimeSpan Hop = TimeSpan.FromMinutes(30);
    private readonly WebApplication _app;
    private readonly TestDatabase _database;
    private readonly SkippingClock _clock;

    private Stage(WebApplication app, TestDatabase database, SkippingClock clock, StaffChannel staff)
    {
        (_app, _database, _clock, Staff) = (app, database, clock, staff);
    }

    public Uri Address => new(_app.Urls.First());

    public StaffChannel Staff { get; }

    /// <summary>Warnings and errors that the host logged.</summary>
    public ConcurrentQueue<string> Problems { get; private init; } = [];

    /// <summary>Everything that the host logged as a host logs by itself.</summary>
    public ConcurrentQueue<string> Logged { get; private init; } = [];

    /// <summary>Builds it; further settings by their names with colons.</summary>
    public static async Task<Stage> BuildAsync(DateTimeOffset start, params (string Name, string Value)[] settings)
    {
        var clock = new SkippingClock(start);
        var database = await TestDatabase.CreateEmptyAsync(TestDatabase.Sqlite);
        ConcurrentQueue<string> problems = [],
            logged = [];
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = "Development" }
        );
        builder.Logging.ClearProviders();
        builder.Logging.Services.AddSingleton<ILoggerProvider>(new ProblemLogs(problems));
        builder.Logging.Services.AddSingleton<ILoggerProvider>(new AllLogs(logged));
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["ConnectionStrings:ComplaintBot"] = database.ConnectionString,
                // What is due by time is done when the play says that time passes.
                ["FollowUp:Enabled"] = "false",
                ["Reports:Enabled"] = "false",
            }
        );
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create<string, string?>(s.Name, s.Value)));
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.AddComplaintBot();
        var app = builder.Build();
        await app.Services.GetRequiredService<Database>().MigrateAsync(clock);
        app.MapComplaintBot();
        await app.StartAsync();
        return new(app, database, clock, await StaffChannel.StartAsync(new Uri(app.Urls.First()))) { Problems = problems, Logged = logged };
    }

    /// <summary>Waits until everything that came in was answered and every answer that can be delivered is.</summary>
    public Task QuietAsync() =>
        Eventually.TrueAsync(
            async () => await BusyAsync() == 0,
            () => "The bot is still busy: " + string.Join('\n', Problems),
            TimeSpan.FromMilliseconds(5)
        );

    /// <summary>Lets time pass in small steps, and in each what is due by it.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        for (var left = time; left > TimeSpan.Zero; left -= Hop)
        {
            _clock.Skip(left < Hop ? left : Hop);
            while (await _app.Services.GetRequiredService<TimerWorker>().RunDueAsync(default) > 0)
                await QuietAsync();
        }
        await QuietAsync();
    }

    /// <summary>The complaint as it is stored.</summary>
    public async Task<Complaint> ComplaintAsync(string ticket) =>
        await _app.Services.GetRequiredService<ComplaintStore>().LoadAsync(ticket, default)
        ?? throw new InvalidOperationException($"{ticket} is not stored.");

    /// <summary>How many complaints there are.</summary>
    public async Task<int> CountAsync() => (await _database.Database.QueryAsync<int>("SELECT COUNT(*) FROM complaints"))[0];

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Staff.DisposeAsync();
        await _database.DisposeAsync();
    }

    // What waits for a person who never spoke to the bot waits on; everything else is under way.
    private async Task<int> BusyAsync() =>
        (
            await _database.Database.QueryAsync<int>(
                """
                SELECT (SELECT COUNT(*) FROM inbox WHERE state = 'pending')
                     + (SELECT COUNT(*) FROM outbox WHERE state = 'pending' AND (lane NOT LIKE 'person:%'
                          OR lane IN (SELECT person FROM conversation_references WHERE active = 1)
                          OR lane IN (SELECT directory FROM conversation_references WHERE active = 1)))
                """
            )
        )[0];

    private sealed class ProblemLogs(ConcurrentQueue<string> problems) : ILoggerProvider
    {
        // A clock that leaps by hours ends the leases of work that is going on: the queues say so, and take it up again. A model
        // that fails is the test's own doing.
        private static readonly string[] Expected = ["OutboxSender", "LanguageModel"];

        public ILogger CreateLogger(string categoryName) =>
            Expected.Any(e => categoryName.EndsWith(e, StringComparison.Ordinal))
                ? Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance
                : new ProblemLog<Stage>(problems);

        public void Dispose()
        {
            // Nothing is held.
        }
    }

    private sealed class AllLogs(ConcurrentQueue<string> logged) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => logged.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}".TrimEnd());

        public void Dispose()
        {
            // Nothing is held.
        }
    }
}
