using System.Diagnostics;
using System.Reflection;

namespace Infra.Tests.Bicep;

/// <summary>The compiler of Bicep itself, from its package: it needs no network.</summary>
internal static class BicepCompiler
{
    /// <summary>The files that it compiles.</summary>
    public static string Folder { get; } = Repository.PathOf("infra", "bicep");

    /// <summary>Runs it in a folder. What the parameter files read from the environment has a value for tests.</summary>
    public static (int ExitCode, string Output, string Errors) Run(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(Program(), arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["COMPLAINTBOT_IMAGE"] = "registry.example.com/complaintbot:1.0.0";
        start.Environment["COMPLAINTBOT_DATABASE_PASSWORD"] = "for-tests-only-and-long-enough";
        start.Environment["COMPLAINTBOT_APP_PASSWORD"] = "for-tests-only";
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The compiler of Bicep did not start.");
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.Result);
    }

    private static string Program()
    {
        var metadata = typeof(BicepCompiler).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>();
        return metadata.Single(m => m.Key == "BicepPath").Value!.Replace('\\', '/');
    }
}
