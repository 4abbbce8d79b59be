using System.Collections.Concurrent;
using System.Globalization;
using ComplaintBot.Model;
using ComplaintBot.Tests.Cards;
using ComplaintBot.Tests.Fixtures;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Understanding;
using Understanding.Local;
using Understanding.Questions;

namespace ComplaintBot.Tests.Model;

/// <summary>The understanding with a model behind it, on a clock of the test.</summary>
internal sealed class ModelWorld : IAsyncDisposable
{
    /// <summary>Monday, 23 November 2026, 09:12 in Shanghai.</summary>
    public static readonly DateTimeOffset Now = DateTimeOffset.Parse("2026-11-23T09:12:00+08:00", CultureInfo.InvariantCulture);

    private static readonly LocalUnderstanding Local = new(new(), new QuestionParser());
    private readonly TestDatabase _database;

    private ModelWorld(ModelServer server, TestDatabase database, AzureOpenAiSettings settings)
    {
        (Server, _database) = (server, database);
        Model = new(settings, new(settings), new(settings, database.Database, Time), Time, new AllLogs(Logs));
        var staff = new StaffModel(Model);
        Customers = new AzureUnderstanding(Local, Model, staff, new(CardFolders.Strings), settings);
    }

    public ModelServer Server { get; }

    public FakeTimeProvider Time { get; } = new(Now.ToUniversalTime());

    public LanguageModel Model { get; }

    public IUnderstanding Customers { get; }

    /// <summary>Everything that was logged, at every level.</summary>
    public ConcurrentQueue<string> Logs { get; } = [];

    public static async Task<ModelWorld> CreateAsync(
        Func<AzureOpenAiSettings, AzureOpenAiSettings>? change = null,
        string engine = TestDatabase.Sqlite
    )
    {
        var server = await ModelServer.StartAsync();
        var settings = new AzureOpenAiSettings
        {
            Endpoint = server.Endpoint,
            Deployment = "complaints",
            ApiKey = ModelServer.Key,
        };
        return new(server, await TestDatabase.CreateAsync(engine), change?.Invoke(settings) ?? settings);
    }

    /// <summary>What this machine alone makes of a text.</summary>
    public static Meaning Locally(string text, SpeakerRole role = SpeakerRole.Customer) => Local.Read(text, Around(role));

    public ValueTask<Meaning> ReadAsync(
        string text,
        SpeakerRole role = SpeakerRole.Customer,
        CancellationToken cancellationToken = default
    ) => Customers.ReadAsync(text, Around(role), cancellationToken);

    /// <summary>A customer's words while the bot waits for the answer to a question.</summary>
    public ValueTask<Meaning> ReadLaterAsync(string text, string asked, params string[] known) =>
        Customers.ReadAsync(
            text,
            Around(SpeakerRole.Customer) with
            {
                Asked = asked,
                Known = known.ToDictionary(k => k, _ => "秘密"),
                OwnCases = [new("C-20261120-0007", true, "broadband")],
            },
            default
        );

    public async ValueTask<ParsedQuestion> AskAsync(string text, ComplaintQuery? previous = null) =>
        (await Customers.ReadAsync(text, Around(SpeakerRole.Manager) with { Previous = previous }, default)).Question!;

    public Task<long> TokensAsync() => _database.Database.ScalarAsync<long>("SELECT COALESCE(SUM(tokens), 0) FROM model_usage");

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static Context Around(SpeakerRole role) =>
        new()
        {
            Language = "zh-CN",
            Role = role,
            Now = Now,
            Organisation = TelecomExample.Organisation,
        };

    private sealed class AllLogs(ConcurrentQueue<string> logs) : ILogger<LanguageModel>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => logs.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");
    }
}
