using ComplaintBot.Storage;

namespace ComplaintBot.Tests.Fixtures;

/// <summary>The engines that every storage test runs on: <c>[Theory, ClassData(typeof(Engines))]</c>.</summary>
public sealed class Engines : TheoryData<string>
{
    public Engines() => AddRange(TestDatabase.Sqlite, TestDatabase.Postgres);
}

/// <summary>An empty migrated database of a test's own, gone when the test ends.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    public const string Sqlite = "SQLite";
    public const string Postgres = "PostgreSQL";
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);
    private readonly List<Database> _opened = [];
    private readonly Func<Task> _remove;

    private TestDatabase(string connectionString, Func<Task> remove)
    {
        (ConnectionString, _remove) = (connectionString, remove);
        Database = Open();
    }

    /// <summary>What a process would be configured with.</summary>
    public string ConnectionString { get; }

    /// <summary>The database as the first process sees it.</summary>
    public Database Database { get; }

    /// <summary>A migrated database of <paramref name="engine"/>.</summary>
    public static async Task<TestDatabase> CreateAsync(string engine)
    {
        var test = await CreateEmptyAsync(engine, await (engine == Postgres ? Template.Value : Task.FromResult("")));
        if (engine == Sqlite)
            await test.Database.MigrateAsync(TimeProvider.System);
        return test;
    }

    /// <summary>A database in which no migration was applied yet.</summary>
    public static Task<TestDatabase> CreateEmptyAsync(string engine) => CreateEmptyAsync(engine, null);

    /// <summary>The same database as another process sees it: pools and locks of its own. Closed with the test.</summary>
    public Database Open()
    {
        var database = Database.For(ConnectionString);
        _opened.Add(database);
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var database in _opened)
            await database.DisposeAsync();
        await _remove();
    }

    private static async Task<TestDatabase> CreateEmptyAsync(string engine, string? template)
    {
        if (engine == Postgres)
        {
            var server = await PostgresServer.SharedAsync();
            var connectionString = await server.CreateDatabaseAsync(template);
            return new TestDatabase(connectionString, () => server.DropDatabaseAsync(connectionString));
        }
        var folder = Directory.CreateTempSubdirectory("complaintbot-db-").FullName;
        return new TestDatabase(
            $"Data Source={Path.Combine(folder, "test.db")}",
            async () =>
            {
                // A bot that stops may still be closing its journal beside the file.
                for (var tries = 0; ; tries++)
                {
                    try
                    {
                        Directory.Delete(folder, recursive: true);
                        return;
                    }
                    catch (IOException) when (tries < 50)
                    {
                        await Task.Delay(100);
                    }
                }
            }
        );
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var server = await PostgresServer.SharedAsync();
        var connectionString = await server.CreateDatabaseAsync();
        await using var database = Database.For(connectionString);
        await database.MigrateAsync(TimeProvider.System);
        return new Npgsql.NpgsqlConnectionStringBuilder(connectionString).Database!;
    }
}
