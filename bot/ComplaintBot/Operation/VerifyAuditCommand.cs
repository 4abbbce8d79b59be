using System.Data.Common;
using ComplaintBot.Storage;
using Spectre.Console.Cli;

namespace ComplaintBot.Operation;

/// <summary>The command <c>verify-audit</c>: checks the hash chain of every complaint in the configured database.</summary>
internal sealed class VerifyAuditCommand(GivenSettings given) : AsyncCommand
{
    /// <summary>Checks with the settings given; the exit code: 0 every chain holds, 1 one is broken, 2 the database cannot be
    /// read.</summary>
    public static async Task<int> RunAsync(string[] settings, TextWriter output, IProgress<WorkStep>? progress = null)
    {
        var builder = WebApplication.CreateBuilder(settings);
        builder.Logging.ClearProviders();
        builder.Services.AddStorage(builder.Configuration);
        await using var app = builder.Build();
        try
        {
            var audit = app.Services.GetRequiredService<Audit>();
            return Report(await audit.CheckAsync(progress is null ? null : new Chains(progress)), output);
        }
        catch (Exception e) when (e is DbException or ArgumentException)
        {
            await output.WriteLineAsync($"The database cannot be read: {e.Message}");
            return 2;
        }
    }

    /// <inheritdoc/>
    protected override Task<int> ExecuteAsync(CommandContext context, CancellationToken cancellationToken) =>
        WorkProgress.ShowAsync((output, progress) => RunAsync(given.Arguments, output, progress));

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

    private sealed class Chains(IProgress<WorkStep> told) : IProgress<double>
    {
        public void Report(double value) => told.Report(new("Checking chains", value));
    }
}
