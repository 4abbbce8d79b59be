using System.Diagnostics;
using System.Reflection;

namespace Infra.Tests.Deploying;

/// <summary>The program as <c>dotnet publish</c> puts it into an empty folder, from what was built for the tests.</summary>
internal static class Publication
{
    /// <summary>Publishes.</summary>
    public static async Task MakeAsync(string folder)
    {
        var configuration = typeof(Publication).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        string[] arguments =
        [
            "publish",
            Repository.PathOf("bot", "ComplaintBot"),
            "--configuration",
            configuration,
            "--no-build",
            "--output",
            folder,
            "--verbosity",
            "quiet",
            "--nologo",
            "-nodeReuse:false",
        ];
        var (code, said) = await Tool.RunAsync("dotnet", arguments);
        Assert.True(code == 0, said);
    }
}

/// <summary>Runs a program to its end.</summary>
internal static class Tool
{
    /// <summary>The exit code, and all it said.</summary>
    public static async Task<(int Code, string Said)> RunAsync(
        string program,
        IReadOnlyList<string> arguments,
        params (string, string)[] environment
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        // What a test runner tells its own build tools is not meant for these.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (said, wrong) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await said + await wrong);
    }
}
