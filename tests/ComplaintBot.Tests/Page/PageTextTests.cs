using System.Text.RegularExpressions;
using ComplaintBot.Page.Texts;
using Complaints.Organisations;

namespace ComplaintBot.Tests.Page;

/// <summary>The page's own words.</summary>
public sealed partial class PageTextTests
{
    private static readonly string[] UsedByCode =
    [
        "title",
        "sending",
        "notLoaded",
        "offline",
        "reconnecting",
        "unreachable",
        "back",
        "newMessage",
        "copied",
        "fileEmpty",
        "fileKind",
        "fileFalse",
        "fileTooLarge",
        "fileTooMany",
        "filesTooLarge",
        "filesAllowed",
        "photoReduced",
        "sendOriginal",
        "notTaken",
        "close",
        "embedOpen",
        "embedClose",
        "embedFrame",
    ];

    [Fact]
    public void Every_language_has_every_text()
    {
        foreach (var language in Languages.All)
        {
            Assert.Equal(PageTexts.In(Languages.En).Keys.Order(), PageTexts.In(language).Keys.Order());
            Assert.All(
                PageTexts.In(language).Keys,
                k => Assert.False(string.IsNullOrWhiteSpace(PageTexts.In(language)[k]), $"{language}: {k}")
            );
        }
    }

    [Fact]
    public void Every_text_is_used()
    {
        var template = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "wwwroot", "page.html"));
        var used = Placeholder().Matches(template).Select(m => m.Groups[1].Value).Concat(UsedByCode).ToHashSet();
        Assert.Empty(PageTexts.In(Languages.En).Keys.Except(used));
    }

    [Fact]
    public void English_and_Chinese_differ_everywhere()
    {
        foreach (var key in PageTexts.In(Languages.En).Keys)
        {
            Assert.NotEqual(PageTexts.In(Languages.En)[key], PageTexts.In(Languages.ZhCn)[key]);
            Assert.NotEqual(PageTexts.In(Languages.En)[key], PageTexts.In(Languages.ZhTw)[key]);
        }
    }

    [Fact]
    public void Traditional_texts_use_no_simplified_characters_and_the_other_way_round()
    {
        const string Simplified = "线诉题号复时随进续断连输绘语络内动请关闭们这试马开启浏览换话电邮营厅单与务对";
        const string Traditional = "線訴題號復時隨進續斷連輸語絡動請關閉們這試馬開啟瀏覽換話電郵營廳單與務對";
        var onlySimplified = Simplified.Except(Traditional).ToHashSet();
        var onlyTraditional = Traditional.Except(Simplified).ToHashSet();
        Assert.All(
            PageTexts.In(Languages.ZhTw).Keys,
            k => Assert.DoesNotContain(PageTexts.In(Languages.ZhTw)[k], c => onlySimplified.Contains(c))
        );
        Assert.All(
            PageTexts.In(Languages.ZhCn).Keys,
            k => Assert.DoesNotContain(PageTexts.In(Languages.ZhCn)[k], c => onlyTraditional.Contains(c))
        );
    }

    [GeneratedRegex(@"\{\{(\w+)\}\}")]
    private static partial Regex Placeholder();
}
