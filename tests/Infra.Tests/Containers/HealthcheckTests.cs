using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Infra.Tests.Containers;

/// <summary>The script by which a container engine asks the bot how it is.</summary>
public class HealthcheckTests
{
    [Theory]
    [InlineData("/readyz", 0)]
    [InlineData("/away", 1)]
    public async Task It_succeeds_only_when_the_answer_is_200(string path, int exitCode)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.MapGet("/readyz", () => "ready");
        app.MapGet("/away", () => Results.StatusCode(503));
        await app.StartAsync();

        Assert.Equal(exitCode, await AskAsync(new Uri(app.Urls.Single()).Port, path));
    }

    [Fact]
    public async Task It_fails_when_nobody_listens()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();

        Assert.Equal(1, await AskAsync(port, "/readyz"));
    }

    private static async Task<int> AskAsync(int port, string path)
    {
        using var process = Process.Start("bash", [Repository.PathOf("infra", "healthcheck.sh"), $"{port}", path]);
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
