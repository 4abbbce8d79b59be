using System.Diagnostics;

namespace Workbench.Tests;

/// <summary>The programs as people call them, each as a process of its own.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("commands-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("Workbench", "--help", "understand")]
    [InlineData("Workbench", "cards --help", "[templates]")]
    [InlineData("Workbench", "demo --help", "[database]")]
    [InlineData("Workbench", "simulate --help", "[seed]")]
    [InlineData("Workbench", "understand --help", "--history")]
    [InlineData("Workbench", "evaluate --help", "<folder>")]
    [InlineData("Workbench", "teams-package --help", "--app-id")]
    [InlineData("Workbench", "bench --help", "queries")]
    [InlineData("Workbench", "bench queries --help", "--engines")]
    [InlineData("Workbench", "bench turns --help", "--conversations")]
    [InlineData("Workbench", "bench start --help", "--runs")]
    [InlineData("ComplaintBot", "--help", "verify-audit")]
    [InlineData("ComplaintBot", "verify-audit --help", "verify-audit")]
    public async Task Help_tells_what_there_is_and_does_nothing(string program, string arguments, string told)
    {
        var (code, output, errors) = await RunAsync(program, arguments.Split(' '));

        Assert.Equal((0, ""), (code, errors));
        Assert.Contains(told, output, StringComparison.Ordinal);
        Assert.Empty(_folder.EnumerateFileSystemInfos());
    }

    [Theory]
    [InlineData("Workbench", "nothing", "nothing")]
    [InlineData("Workbench", "demo --now", "now")]
    [InlineData("Workbench", "demo one two", "two")]
    [InlineData("Workbench", "simulate 0", "1 to 1,000,000")]
    [InlineData("Workbench", "simulate many", "many")]
    [InlineData("Workbench", "understand --history /no/such/file", "does not exist")]
    [InlineData("Workbench", "evaluate /no/such/folder", "no folder")]
    [InlineData("Workbench", "teams-package --app-id complaints", "'complaints' is not a GUID")]
    [InlineData("Workbench", "bench queries --sizes ten", "--sizes")]
    [InlineData("Workbench", "bench turns --conversations 0", "--conversations")]
    [InlineData("Workbench", "bench start --runs 0", "--runs")]
    [InlineData("ComplaintBot", "nothing", "nothing")]
    [InlineData("ComplaintBot", "--port 80", "port")]
    [InlineData("ComplaintBot", "verify-audit --all", "all")]
    public async Task What_is_not_understood_is_refused_with_a_sentence(string program, string arguments, string told)
    {
        var (code, output, errors) = await RunAsync(program, arguments.Split(' '));

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(told, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        Assert.Empty(_folder.EnumerateFileSystemInfos());
    }

    [Fact]
    public async Task A_wrong_organisation_file_stops_the_start_with_its_line_and_no_stack_trace()
    {
        var file = Path.Combine(_folder.FullName, "organisation.json");
        var example = await File.ReadAllTextAsync(ComplaintBot.People.OrganisationFile.ExamplePath);
        await File.WriteAllTextAsync(file, example.Replace("\"12:00\"", "\"25:00\"", StringComparison.Ordinal));

        var (code, _, errors) = await RunAsync(
            "ComplaintBot",
            "--Organisation:File",
            file,
            "--urls",
            "http://127.0.0.1:0",
            "--ConnectionStrings:ComplaintBot",
            $"Data Source={Path.Combine(_folder.FullName, "bot.db")}"
        );

        Assert.Equal(2, code);
        Assert.Matches(@"organisation\.json:\d+: .*is no time of day", errors);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_demo_tells_how_far_it_is_on_standard_error_and_what_to_ask_on_standard_output()
    {
        var database = Path.Combine(_folder.FullName, "demo.db");
        var (code, output, errors) = await RunAsync("Workbench", "demo", database);

        Assert.Equal(0, code);
        Assert.Contains("Storing complaints: 100", errors, StringComparison.Ordinal);
        Assert.Contains("what is overdue now?", output, StringComparison.Ordinal);

        var (audit, found, _) = await RunAsync(
            "ComplaintBot",
            "verify-audit",
            "--ConnectionStrings:ComplaintBot",
            $"Data Source={database}"
        );
        Assert.Equal((0, true), (audit, found.Contains("every chain holds", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_package_for_Teams_is_written_where_its_path_says()
    {
        var zip = Path.Combine(_folder.FullName, "app.zip");
        const string Pages =
            "--privacy https://www.example.com/privacy --terms https://www.example.com/terms --name en=Help --name zh-tw=客訴";
        var bot = $"--app-id {Guid.NewGuid()} --url https://complaints.example.com --developer Example --output {zip} {Pages}";

        var (code, output, errors) = await RunAsync("Workbench", ["teams-package", .. bot.Split(' ')]);

        Assert.Equal((0, "", zip), (code, errors, output.Trim()));
        Assert.True(new FileInfo(zip).Length > 1000);
    }

    private async Task<(int Code, string Output, string Errors)> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, program + ".dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // What a command makes without being told where would be made here.
        start.Environment["DOTNET_CONTENTROOT"] = _folder.FullName;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }
}
