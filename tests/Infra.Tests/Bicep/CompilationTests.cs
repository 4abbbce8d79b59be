namespace Infra.Tests.Bicep;

public class CompilationTests
{
    [Fact]
    public void The_template_and_its_modules_compile_without_a_word_of_the_compiler_or_its_linter()
    {
        var (exitCode, output, errors) = BicepCompiler.Run(BicepCompiler.Folder, "build", "main.bicep", "--stdout");

        Assert.Equal("", errors);
        Assert.Equal(0, exitCode);
        Assert.Contains("\"Microsoft.App/containerApps\"", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("test.bicepparam")]
    [InlineData("production.bicepparam")]
    public void A_parameter_file_compiles_without_a_word(string file)
    {
        var (exitCode, _, errors) = BicepCompiler.Run(BicepCompiler.Folder, "build-params", file, "--stdout");

        Assert.Equal("", errors);
        Assert.Equal(0, exitCode);
    }

    [Fact]
    public void Every_file_is_as_the_formatter_leaves_it()
    {
        using var copy = new BicepCopy();

        foreach (var pattern in new[] { "**/*.bicep", "*.bicepparam" })
            Assert.Equal((0, "", ""), BicepCompiler.Run(copy.Folder, "format", "--pattern", pattern));

        foreach (var file in Directory.EnumerateFiles(copy.Folder, "*.bicep*", SearchOption.AllDirectories))
        {
            var original = Path.Combine(BicepCompiler.Folder, Path.GetRelativePath(copy.Folder, file));
            Assert.Equal(File.ReadAllText(original), File.ReadAllText(file));
        }
    }

    [Fact]
    public void A_setting_that_the_bot_does_not_know_does_not_compile()
    {
        using var copy = new BicepCopy();
        copy.Append("test.bicepparam", "param settings = { Page__Nmae: 'Example' }");

        var (exitCode, _, errors) = BicepCompiler.Run(copy.Folder, "build-params", "test.bicepparam", "--stdout");

        Assert.Equal(1, exitCode);
        Assert.Contains("Page__Nmae", errors, StringComparison.Ordinal);
    }
}
