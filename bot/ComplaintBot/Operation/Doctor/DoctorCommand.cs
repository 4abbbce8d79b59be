using Spectre.Console.Cli;

namespace ComplaintBot.Operation.Doctor;

/// <summary>The command <c>doctor</c>: checks an installation and says in plain words what is wrong and how to mend it.</summary>
internal sealed class DoctorCommand(GivenSettings given) : AsyncCommand
{
    private static readonly (string Name, Func<Installation, CancellationToken, Task<Finding>> Check)[] Checks =
    [
        ("settings", HomeChecks.SettingsAsync),
        ("organisation", HomeChecks.OrganisationAsync),
        ("database", HomeChecks.DatabaseAsync),
        ("clock", OutsideChecks.ClockAsync),
        ("address", OutsideChecks.AddressAsync),
        ("channels", ServiceChecks.ChannelAsync),
        ("credentials", OutsideChecks.CredentialsAsync),
        ("people", ServiceChecks.GraphAsync),
        ("reach", ServiceChecks.ReachAsync),
        ("files", ServiceChecks.FilesAsync),
        ("model", ServiceChecks.ModelAsync),
    ];

    /// <summary>Checks with the settings given; the exit code: 0 nothing is wrong, 1 something is.</summary>
    public static async Task<int> RunAsync(
        string[] settings,
        TextWriter output,
        IProgress<WorkStep>? progress = null,
        TimeProvider? time = null,
        CancellationToken cancellationToken = default
    )
    {
        await using var installation = Installation.Of(settings, time);
        var findings = new List<Finding>();
        foreach (var (name, check) in Checks)
        {
            progress?.Report(new("Looking at the installation", (double)findings.Count / Checks.Length));
            var finding = await LookAsync(check, installation, cancellationToken);
            findings.Add(finding);
            await output.WriteLineAsync($"{Mark(finding.Verdict)} {name,-12} {finding.Says}");
            if (finding.Mend is { } mend)
                await output.WriteLineAsync($"{"",-18} → {mend}");
        }
        var (wrong, doubt) = (findings.Count(f => f.Verdict == Verdict.Wrong), findings.Count(f => f.Verdict == Verdict.Doubt));
        await output.WriteLineAsync();
        await output.WriteLineAsync(
            (wrong, doubt) switch
            {
                (0, 0) => "Everything is in order.",
                (0, _) => $"Nothing is wrong; to look at: {doubt}.",
                _ => $"Wrong: {wrong}; to look at: {doubt}.",
            }
        );
        return wrong == 0 ? 0 : 1;
    }

    /// <inheritdoc/>
    protected override Task<int> ExecuteAsync(CommandContext context, CancellationToken cancellationToken) =>
        WorkProgress.ShowAsync((output, progress) => RunAsync(given.Arguments, output, progress, null, cancellationToken));

    // One check that fails in a way nobody thought of does not hide what the others find.
    private static async Task<Finding> LookAsync(
        Func<Installation, CancellationToken, Task<Finding>> check,
        Installation installation,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await check(installation, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return Finding.Wrong($"This could not be looked at: {e.GetType().Name}: {e.Message}", "Tell the people who make the bot.");
        }
    }

    private static string Mark(Verdict verdict) =>
        verdict switch
        {
            Verdict.Good => "ok   ",
            Verdict.Unused => "-    ",
            Verdict.Doubt => "LOOK ",
            _ => "WRONG",
        };
}
