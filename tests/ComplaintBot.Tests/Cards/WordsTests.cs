using System.Text.RegularExpressions;
using ComplaintBot.Cards;
using Workbench.Cards;

namespace ComplaintBot.Tests.Cards;

public partial class WordsTests
{
    private static readonly CardStrings Strings = CardFolders.Strings;

    // Words of these are chosen by a code at run time: the state, the verb, the reason of a refusal.
    private static readonly string[] ChosenByCode =
    [
        "state.",
        "customerState.",
        "closeKind.",
        "kind.",
        "severity.",
        "severityReason.",
        "level.",
        "channel.",
        "remedy.",
        "cause.",
        "hold.",
        "deadline.",
        "todo.",
        "why.",
        "verb.",
        "refusal.",
        "input.",
    ];

    // The same in two languages for a reason: names, and words that Simplified and Traditional Chinese write alike are not compared.
    private static readonly Dictionary<string, string> Alike = new()
    {
        ["channel.teams"] = "a product's name",
        ["time.onDay"] = "placeholders only",
        ["time.between"] = "no words",
    };

    [Fact]
    public void Every_word_that_a_template_uses_is_there()
    {
        var missing = CardFolders.Catalog.Names.SelectMany(name =>
            WordsInTemplate.Paths(Template(name)).Where(path => !Exists(path)).Select(path => $"{name}: {path}")
        );
        Assert.Equal("", string.Join('\n', missing));
    }

    [Fact]
    public void Every_word_that_the_code_says_is_there()
    {
        var missing = Sources()
            .SelectMany(s =>
                SaidByCode()
                    .Matches(s.Text)
                    .Select(m => m.Groups["key"].Value)
                    .Where(key => !Strings.Has(key))
                    .Select(key => $"{s.File}: {key}")
            );
        Assert.Equal("", string.Join('\n', missing));
    }

    [Fact]
    public void No_word_is_unused()
    {
        var paths = CardFolders.Catalog.Names.SelectMany(name => WordsInTemplate.Paths(Template(name))).ToHashSet();
        var code = string.Join('\n', Sources().Select(s => s.Text));
        var literals = Literal().Matches(code).Select(m => m.Groups["key"].Value).ToHashSet();
        var beginnings = Beginning()
            .Matches(code)
            .Select(m => m.Groups["key"].Value)
            .Concat(ChosenByCode)
            .Concat(paths.Where(p => p.EndsWith('.')))
            .ToList();
        var unused = Strings.Keys.Where(key =>
            !paths.Contains(key)
            && !paths.Contains(key + ".")
            && !paths.Contains(key + ".one")
            && !literals.Contains(key)
            && !beginnings.Exists(b => key.StartsWith(b, StringComparison.Ordinal))
        );
        Assert.Equal("", string.Join('\n', unused));
    }

    [Fact]
    public void No_two_languages_say_the_same_by_accident()
    {
        var same = Strings
            .Keys.Where(key => !Alike.ContainsKey(key))
            .Where(key =>
            {
                var (simplified, traditional, english) = (Raw("zh-CN", key), Raw("zh-TW", key), Raw("en", key));
                return english == simplified
                    || english == traditional
                    || (simplified == traditional && SimplifiedOnly().IsMatch(simplified));
            });
        Assert.Equal("", string.Join('\n', same));
    }

    [Fact]
    public void Traditional_Chinese_is_written_in_traditional_characters_and_Simplified_in_simplified()
    {
        var wrong = Strings
            .Keys.SelectMany(key =>
                new[]
                {
                    (Key: key, Text: Raw("zh-TW", key), Wrong: SimplifiedOnly()),
                    (Key: key, Text: Raw("zh-CN", key), Wrong: TraditionalOnly()),
                }
            )
            .Where(x => x.Wrong.IsMatch(x.Text))
            .Select(x => $"{x.Key}: {x.Wrong.Match(x.Text).Value} in {x.Text}");
        Assert.Equal("", string.Join('\n', wrong));
    }

    [Fact]
    public void Traditional_Chinese_uses_the_words_of_Taiwan()
    {
        var wrong = Strings.Keys.Where(key => MainlandWords().IsMatch(Raw("zh-TW", key))).Select(key => $"{key}: {Raw("zh-TW", key)}");
        Assert.Equal("", string.Join('\n', wrong));
    }

    [Fact]
    public void English_has_no_Chinese_characters_and_Chinese_no_English_sentences()
    {
        var wrong = Strings.Keys.Where(key =>
            ChineseCharacter().IsMatch(Raw("en", key))
            || EnglishWords().IsMatch(Raw("zh-CN", key))
            || EnglishWords().IsMatch(Raw("zh-TW", key))
        );
        Assert.Equal("", string.Join('\n', wrong));
    }

    private static string Raw(string language, string key)
    {
        var names = key.Split('.');
        var node = names.Aggregate((System.Text.Json.Nodes.JsonNode)Strings.Tree(language), (n, name) => n[name]!);
        return node is System.Text.Json.Nodes.JsonObject both ? (string)both["other"]! : (string)node!;
    }

    private static bool Exists(string path) =>
        path.EndsWith('.')
            ? Strings.Keys.Any(k => k.StartsWith(path, StringComparison.Ordinal))
            : Strings.Has(path)
                || (path.EndsWith(".one", StringComparison.Ordinal) && Strings.Has(path[..^4]))
                || (path.EndsWith(".other", StringComparison.Ordinal) && Strings.Has(path[..^6]));

    private static string Template(string name) => File.ReadAllText(Path.Combine(CardFolders.Templates, name + ".json"));

    private static IEnumerable<(string File, string Text)> Sources() =>
        Directory
            .EnumerateFiles(Path.Combine(CardFolders.Repository, "bot"), "*.cs", SearchOption.AllDirectories)
            .Where(f =>
                !f.Contains("/obj/", StringComparison.Ordinal)
                && !f.Contains("/bin/", StringComparison.Ordinal)
                && !f.Contains("/node_modules/", StringComparison.Ordinal)
            )
            .Select(f => (Path.GetFileName(f), File.ReadAllText(f)));

    [GeneratedRegex(
        @"(\.Text|\bSay)\((\w+(\.\w+)*, )?""(?<key>[a-z][A-Za-z0-9]*(\.[A-Za-z][A-Za-z0-9]*)+)""",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex SaidByCode();

    [GeneratedRegex(@"""(?<key>[a-z][A-Za-z0-9]*(\.[A-Za-z][A-Za-z0-9]*)+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Literal();

    [GeneratedRegex(@"""(?<key>[a-z][A-Za-z0-9]*(\.[A-Za-z][A-Za-z0-9]*)*\.)(""|\{)", RegexOptions.ExplicitCapture)]
    private static partial Regex Beginning();

    [GeneratedRegex(
        "[业东两严个丰临为举么义乐习乡书买争亏云亚产亲仅从仓们价众优会伟传伤侧偿关写决办务区单卖发号启员团图场处备复头实对导岁应开录态总户报择换据数无旧时样"
            + "检没测满爷环现电画确种称类级线组织经结给络统续维编网补计认让讯记设证评诉话语误说请读调谢责账质费赔车转输边达过这进选释长门闭问间队际难项题马鱼鸟齐龙]",
        RegexOptions.None
    )]
    private static partial Regex SimplifiedOnly();

    [GeneratedRegex(
        "[亞倉個們偉側備傳傷僅價償優兩務區員問啟單嚴圖團報場實寫對導從復態應戶換擇據數時書會東業樂樣檢歲決沒測滿為無爭爺現環產畫發眾確種稱級組結絡給統經維網"
            + "線編總織續義習臨舉舊處號虧補親計訊記設訴評話認語誤說調請謝證讀讓豐責買費賠賣質賬車輸轉辦這進過達選邊鄉釋錄長門閉開間關隊際難雲電項頭題類馬魚鳥麼齊龍]",
        RegexOptions.None
    )]
    private static partial Regex TraditionalOnly();

    [GeneratedRegex("網絡|信號|賬|用戶名|短信|軟件|硬件|信息|反饋|默認|文件|打印|視頻|質量|登錄|鏈接|支持|屏幕|數據庫|优")]
    private static partial Regex MainlandWords();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex ChineseCharacter();

    [GeneratedRegex(@"[A-Za-z]{2,} [A-Za-z]{2,} [A-Za-z]{2,}")]
    private static partial Regex EnglishWords();
}
