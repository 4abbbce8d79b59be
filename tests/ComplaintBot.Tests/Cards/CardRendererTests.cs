using System.Text.Json.Nodes;
using Cards.Reference;
using ComplaintBot.Cards;

namespace ComplaintBot.Tests.Cards;

public class CardRendererTests
{
    private static readonly CardRenderer Renderer = new(CardFolders.Catalog, CardFolders.Strings, strict: true);

    // What customers have tried in other systems to make links, pictures and mentions.
    private static readonly string[] Attacks =
    [
        "[点我](https://evil.example)",
        "![x](https://evil.example/x.png)",
        "<img src=https://evil.example/x.png>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "https://evil.example/path",
        "http://1.2.3.4/x",
        "//evil.example",
        "www.evil.com",
        "evil.com",
        "a@evil.com",
        "mailto:a@evil.com",
        "[x]: https://evil.example\n[x]",
        "<https://evil.example>",
        "<at>李伟</at>",
        "**急**",
        "__init__",
        "# 标题",
        "- 一\n- 二",
        "1. 一\n2. 二",
        "> 引用",
        "```\ncode\n```",
        "    code",
        "a\n===",
        "---",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "\\[x](https://evil.example)",
        "\\\\[x](https://evil.example)",
        "&#91;x](https://evil.example)",
        "~~x~~",
        "<!-- -->",
        "<script>alert(1)</script>",
        "ftp://evil.example",
        "例子.公司",
        "[x][y]\n\n[y]: //evil.example",
    ];

    [Fact]
    public void What_a_customer_writes_makes_no_link_picture_mention_or_markup_in_Markdown()
    {
        var html = NodeCards.Markdown(
            new JsonArray([.. Attacks.Select(a => JsonValue.Create(CardText.EscapeMarkdown(CardText.Clean(a))))])
        );
        var harmful = Attacks.Zip(
            html,
            (attack, result) =>
                ((string)result!).Replace("<p>", "", StringComparison.Ordinal).Replace("</p>", "", StringComparison.Ordinal) is var inner
                && inner.Contains('<', StringComparison.Ordinal)
                    ? $"{attack} → {result}"
                    : null
        );
        Assert.Equal("", string.Join('\n', harmful.OfType<string>()));
    }

    [Fact]
    public void Words_of_a_customer_reach_the_card_as_they_were_typed_where_no_Markdown_is_read()
    {
        var data = Summary();
        data["description"] = "[x](https://evil.example) **急**";
        var card = Renderer.Render("intake-summary", "zh-CN", data, CardTarget.Web).Card;
        Assert.Contains(
            CardElements.All(card),
            e => CardElements.Type(e.Element) == "TextRun" && (string?)e.Element["text"] == "[x](https://evil.example) **急**"
        );
    }

    [Fact]
    public void Data_cannot_name_a_verb_or_change_the_words()
    {
        var data = Summary();
        data["verb"] = "accept";
        data["t"] = new JsonObject { ["intakeSummary"] = "mine" };
        var card = Renderer.Render("intake-summary", "en", data, CardTarget.Web);
        Assert.Equal(
            ["intake.submit", "intake.edit", "intake.cancel"],
            CardElements
                .All(card.Card)
                .Where(e => CardElements.Type(e.Element) == "Action.Submit")
                .Select(e => (string?)e.Element["data"]!["verb"])
        );
        Assert.StartsWith("Please check", card.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_button_is_an_Execute_with_a_fallback_in_Teams_and_a_Submit_on_the_web()
    {
        var teams = Button(CardTarget.Teams);
        Assert.Equal("Action.Execute", (string?)teams["type"]);
        Assert.Equal("intake.submit", (string?)teams["verb"]);
        Assert.Equal("""{"draft":"d-1","verb":"intake.submit"}""", teams["data"]!.ToJsonString());
        Assert.Equal("Action.Submit", (string?)teams["fallback"]!["type"]);
        Assert.Equal("""{"draft":"d-1","verb":"intake.submit"}""", teams["fallback"]!["data"]!.ToJsonString());

        var web = Button(CardTarget.Web);
        Assert.Equal("Action.Submit", (string?)web["type"]);
        Assert.Equal("""{"draft":"d-1","verb":"intake.submit"}""", web["data"]!.ToJsonString());
        Assert.False(web.ContainsKey("fallback") || web.ContainsKey("verb"));

        static JsonObject Button(CardTarget target) =>
            CardElements
                .All(Renderer.Render("intake-summary", "en", Summary(), target).Card)
                .First(e => CardElements.Type(e.Element) is "Action.Execute" or "Action.Submit")
                .Element;
    }

    [Fact]
    public void A_story_of_five_thousand_characters_still_fits_into_a_card()
    {
        var data = Summary();
        data["description"] = string.Concat(Enumerable.Repeat("宽带又断了，上周修过一次。", 400));
        var card = Renderer.Render("intake-summary", "zh-CN", data, CardTarget.Teams).Card;
        Assert.True(CardRenderer.SizeOf(card) <= CardRenderer.MaxBytes);
        Assert.Contains(CardElements.All(card), e => (string?)e.Element["text"] is { } text && text.EndsWith('…'));
    }

    [Fact]
    public void A_running_bot_shows_nothing_where_the_data_has_nothing()
    {
        var card = new CardRenderer(CardFolders.Catalog, CardFolders.Strings).Render(
            "receipt",
            "en",
            new JsonObject { ["ticket"] = "C-20261123-0001" },
            CardTarget.Web
        );
        Assert.DoesNotContain("${", card.Card.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("We have your complaint: C-20261123-0001", card.Summary);
    }

    private static JsonObject Summary() =>
        new()
        {
            ["draft"] = "d-1",
            ["description"] = "It broke",
            ["category"] = "Other",
            ["files"] = 0,
        };
}
