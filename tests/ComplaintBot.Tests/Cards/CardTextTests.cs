using AdaptiveCards.Templating;
using ComplaintBot.Cards;

namespace ComplaintBot.Tests.Cards;

public class CardTextTests
{
    private static readonly TextPlace Markdown = new("TextBlock", "text");

    [Theory]
    [InlineData("C-20261123-0001，李伟，138-0000-0000，3.5 元（含税）", "C-20261123-0001，李伟，138-0000-0000，3.5 元（含税）")]
    [InlineData("[赢大奖](https://evil.example)", @"\[赢大奖\](https:\/\/evil\.example)")]
    [InlineData("![x](http://10.0.0.1/p.png)", @"!\[x\](http:\/\/10.0.0.1/p\.png)")]
    [InlineData("<at>李伟</at> <img src=x>", @"\<at\>李伟\</at\> \<img src=x\>")]
    [InlineData("**急** _很_ `x` ~~y~~", @"\*\*急\*\* \_很\_ \`x\` \~\~y\~\~")]
    [InlineData("# 标题\n- 一\n1. 二\n> 三", "\\# 标题\n\n\\- 一\n\n1\\. 二\n\n\\> 三")]
    [InlineData("www.evil.com a@b.cn", @"www\.evil\.com a\@b\.cn")]
    [InlineData("&lt; R&D", @"\&lt; R\&D")]
    [InlineData("a\n\n\n  b", "a\n\nb")]
    public void Words_of_people_make_no_Markdown(string said, string shown) => Assert.Equal(shown, CardText.Encode(Markdown, said, 1000));

    [Fact]
    public void What_turns_the_reading_direction_or_is_no_character_is_taken_out()
    {
        Assert.Equal("abc", CardText.Clean("a\u202eb\u2066\0c\ud800\u0007"));
        Assert.Equal("{\u200b{DATE(2026-01-01T00:00:00Z)}}", CardText.Clean("{{DATE(2026-01-01T00:00:00Z)}}"));
    }

    [Fact]
    public void Plain_places_and_data_are_not_escaped()
    {
        Assert.Equal("[x]*y*", CardText.Encode(new("TextRun", "text"), "[x]*y*", 1000));
        Assert.Equal("[x]*y*", CardText.Encode(new("AdaptiveCard", "fallbackText"), "[x]*y*", 1000));
        Assert.Equal("[x]\u202e", CardText.Encode(new("Input.Text", "value"), "[x]\u202e", 1));
    }

    [Theory]
    [InlineData("abcdef", 6, "abcdef")]
    [InlineData("abcdefg", 6, "abcde…")]
    [InlineData("ab 😀😀", 5, "ab…")]
    public void Long_texts_end_with_an_ellipsis_and_never_in_half_a_character(string text, int limit, string shown) =>
        Assert.Equal(shown, CardText.Shorten(text, limit));
}
