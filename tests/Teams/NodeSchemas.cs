using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace Teams.Schemas;

/// <summary>Runs the script of this folder in Node with the npm packages of its lock file: Microsoft's public schemas of the Teams app
/// package. Installs the packages when they are not there yet.</summary>
internal static class NodeSchemas
{
    private static readonly Lazy<string> Folder = new(Installed);

    /// <summary>What a schema such as <c>v1.19/MicrosoftTeams.schema.json</c> says of a document; nothing when it is right.</summary>
    public static IReadOnlyList<string> Complaints(string schema, JsonNode document)
    {
        var input = new JsonArray(new JsonArray(schema, document.DeepClone())).ToJsonString();
        var answer = JsonNode.Parse(Start("node", [Path.Combine(Folder.Value, "validate.mjs")], Folder.Value, input))!;
        return [.. answer[0]!.AsArray().Select(c => (string)c!)];
    }

    private static string Installed()
    {
        var folder = Path.GetDirectoryName(ThisFile())!;
        var installed = new FileInfo(Path.Combine(folder, "node_modules", ".package-lock.json"));
        if (!installed.Exists || installed.LastWriteTimeUtc < File.GetLastWriteTimeUtc(Path.Combine(folder, "package-lock.json")))
            Start("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], folder, "");
        return folder;
    }

    private static string Start(string program, string[] arguments, string folder, string input)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output.Result
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {errors.Result}");
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
