using System.Data.Common;

namespace ComplaintBot.Storage;

/// <summary>The command <c>verify-audit</c>: checks the hash chain of every complaint in the configured database.</summary>
public static class AuditCommand
{
    /// <summary>Runs it; the exit code: 0 every chain holds, 1 one is broken, 2 the database cannot be read.</summary>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var builder = WebApplication.CreateBuilder(arguments);
        builder.Logging.ClearProviders();
        builder.Services.AddStorage(builder.Configuration);
        await using var app = builder.Build();
        try
        {
            return Report(await app.Services.GetRequiredService<Audit>().CheckAsync(), output);
        }
        catch (Exception e) when (e is DbException or ArgumentException)
        {
            await output.WriteLineAsync($"The database cannot be read: {e.Message}");
            return 2;
        }
    }

    private static int Report(AuditResult result, TextWriter output)
    {
        if (result.Fault is { } fault)
        {
            output.WriteLine(
                fault.Version is { } version
                    ? $"BROKEN: {fault.Ticket}, event {version}: {fault.Reason}."
                    : $"BROKEN: {fault.Ticket}: {fault.Reason}."
            );
            output.WriteLine($"{result.Complaints} complaints with {result.Events} events before it are in order.");
            return 1;
        }
        output.WriteLine($"{result.Complaints} complaints with {result.Events} events: every chain holds.");
        return 0;
    }
}
