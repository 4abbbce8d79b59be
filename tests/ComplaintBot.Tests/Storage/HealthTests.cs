using System.Net;
using ComplaintBot.Storage;
using ComplaintBot.Tests.Fixtures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ComplaintBot.Tests.Storage;

public sealed class HealthTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task A_migrated_database_is_ready(string engine)
    {
        await using var test = await TestDatabase.CreateAsync(engine);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), await AskAsync(test.Database));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Without_migrations_the_process_is_alive_but_not_ready(string engine)
    {
        await using var test = await TestDatabase.CreateEmptyAsync(engine);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), await AskAsync(test.Database));
    }

    [Fact]
    public async Task Without_a_server_the_process_is_alive_but_not_ready()
    {
        await using var database = Database.For("Host=127.0.0.1;Port=1;Username=nobody;Database=none;Timeout=2");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), await AskAsync(database));
    }

    private static async Task<(HttpStatusCode Alive, HttpStatusCode Ready)> AskAsync(Database database)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(database);
        await using var app = builder.Build();
        app.MapHealth();
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        using var alive = await client.GetAsync(new Uri("healthz", UriKind.Relative));
        using var ready = await client.GetAsync(new Uri("readyz", UriKind.Relative));
        await app.StopAsync();
        return (alive.StatusCode, ready.StatusCode);
    }
}
