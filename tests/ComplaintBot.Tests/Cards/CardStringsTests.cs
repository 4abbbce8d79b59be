using ComplaintBot.Cards;
using Complaints.Organisations;

namespace ComplaintBot.Tests.Cards;

public sealed class CardStringsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("strings").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Words_are_found_by_language_and_key_with_their_placeholders_filled()
    {
        Write("""{ "hello.you": "你好，{name}" }""", """{ "hello.you": "您好，{name}" }""", """{ "hello.you": "Hello {name}" }""");
        var strings = CardStrings.Load(_folder);
        Assert.Equal("你好，李伟", strings.Text("zh-CN", "hello.you", ("name", "李伟")));
        Assert.Equal("您好，{x}", strings.Text("zh-Hant-HK", "hello.you", ("name", "{x}")));
        Assert.Equal("Hello 5", strings.Text("fr", "hello.you", ("name", 5)));
    }

    [Fact]
    public void English_says_one_differently_and_templates_find_both_in_every_language()
    {
        Write(
            """{ "a.days": "{count}天" }""",
            """{ "a.days": "{count}天" }""",
            """{ "a.days": { "one": "{count} day", "other": "{count} days" } }"""
        );
        var strings = CardStrings.Load(_folder);
        Assert.Equal("1 day", strings.Text("en", "a.days", ("count", 1)));
        Assert.Equal("0 days", strings.Text("en", "a.days", ("count", 0)));
        Assert.Equal("1天", strings.Text("zh-CN", "a.days", ("count", 1)));
        Assert.Equal("{count}天", (string?)strings.Tree("zh-CN")["a"]!["days"]!["one"]);
    }

    [Fact]
    public void Further_files_of_a_language_add_their_keys()
    {
        Write("""{ "a.b": "一" }""", """{ "a.b": "一" }""", """{ "a.b": "one" }""");
        foreach (var language in Languages.All)
            File.WriteAllText(Path.Combine(_folder, $"more.{language}.json"), $$"""{ "c.d": "{{language}}" }""");
        Assert.Equal("en", CardStrings.Load(_folder).Text("en", "c.d"));
    }

    [Theory]
    [InlineData("""{ "a.b": "一" }""", """{ }""", """{ "a.b": "one" }""", "a.b: not in zh-TW")]
    [InlineData(
        """{ "a.b": "{x}" }""",
        """{ "a.b": "{x}" }""",
        """{ "a.b": "{y}" }""",
        "a.b: the placeholders differ between the languages"
    )]
    [InlineData("""{ "A.b": "一" }""", """{ "A.b": "一" }""", """{ "A.b": "one" }""", "A.b: a key is names with dots between")]
    [InlineData(
        """{ "a.b": "1", "a.b.c": "2" }""",
        """{ "a.b": "1", "a.b.c": "2" }""",
        """{ "a.b": "1", "a.b.c": "2" }""",
        "a.b.c: 'a.b' is a key itself"
    )]
    [InlineData("""{ "a.b": "1", "a.b": "2" }""", """{ "a.b": "1" }""", """{ "a.b": "1" }""", "zh-CN.json")]
    [InlineData("""{ "a.b": 1 }""", """{ "a.b": "1" }""", """{ "a.b": "1" }""", "'a.b' must be words")]
    [InlineData("""[]""", """{ "a.b": "1" }""", """{ "a.b": "1" }""", "is not a JSON object")]
    public void Incomplete_strings_stop_the_start_and_say_where(string simplified, string traditional, string english, string message)
    {
        Write(simplified, traditional, english);
        var error = Assert.Throws<InvalidDataException>(() => CardStrings.Load(_folder));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_does_not_exist_and_a_forgotten_argument_are_bugs()
    {
        Write("""{ "a.b": "{x}" }""", """{ "a.b": "{x}" }""", """{ "a.b": "{x}" }""");
        var strings = CardStrings.Load(_folder);
        Assert.Throws<KeyNotFoundException>(() => strings.Text("en", "a.c"));
        Assert.Throws<ArgumentException>(() => strings.Text("en", "a.b"));
    }

    private void Write(string simplified, string traditional, string english)
    {
        File.WriteAllText(Path.Combine(_folder, "zh-CN.json"), simplified);
        File.WriteAllText(Path.Combine(_folder, "zh-TW.json"), traditional);
        File.WriteAllText(Path.Combine(_folder, "en.json"), english);
    }
}
