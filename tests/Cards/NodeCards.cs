using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace Cards.Reference;

/// <summary>Runs the scripts of this folder in Node with the npm packages of its lock file: the reference template engine and the
/// card renderer that we did not write. Installs the packages when they are not there yet.</summary>
internal static class NodeCards
{
    private static readonly Lazy<string> Folder = new(Installed);

    /// <summary>What the reference engine makes of each template and its data: <c>{"card": …}</c> or <c>{"error": "…"}</c>.</summary>
    public static JsonArray Expand(JsonArray templatesWithData) =>
        JsonNode.Parse(Run("expand.mjs", templatesWithData.ToJsonString()))!.AsArray();

    /// <summary>What the renderer's parser says of each card: a list of its complaints, empty when it has none.</summary>
    public static JsonArray Check(JsonArray cards) => JsonNode.Parse(Run("check.mjs", cards.ToJsonString()))!.AsArray();

    /// <summary>The HTML that a client makes of each Markdown text.</summary>
    public static JsonArray Markdown(JsonArray texts) => JsonNode.Parse(Run("markdown.mjs", texts.ToJsonString()))!.AsArray();

    private static string Run(string script, string input) => Start("node", [Path.Combine(Folder.Value, script)], Folder.Value, input);

    private static string Installed()
    {
        var folder = Path.GetDirectoryName(ThisFile())!;
        // Several test runs may come here at once; one installs, the others wait for it.
        using var mine = new Mutex(initiallyOwned: false, "complaint-bot-tests-cards-npm");
        mine.WaitOne(TimeSpan.FromMinutes(10));
        try
        {
            var installed = new FileInfo(Path.Combine(folder, "node_modules", ".package-lock.json"));
            if (!installed.Exists || installed.LastWriteTimeUtc < File.GetLastWriteTimeUtc(Path.Combine(folder, "package-lock.json")))
                Start("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], folder, "");
        }
        finally
        {
            mine.ReleaseMutex();
        }
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
