using ComplaintBot.Handling.EvidenceAccess;

namespace ComplaintBot.Tests.Handling;

/// <summary>Which sentences of staff ask for the photos and files of a complaint, and which only speak of them.</summary>
public sealed class EvidenceWordsTests
{
    [Theory]
    [InlineData("看照片 C-20261123-0001")]
    [InlineData("C-20261123-0001 的照片给我看看")]
    [InlineData("打开附件")]
    [InlineData("有照片吗？")]
    [InlineData("請顯示 C-20261123-0001 的照片和檔案")]
    [InlineData("show the photos")]
    [InlineData("Show me the photos of C-20261123-0001, please")]
    [InlineData("can I see the customer's files?")]
    public void They_ask_for_it(string text) => Assert.True(EvidenceWords.AskForIt(text));

    [Theory]
    [InlineData("")]
    [InlineData("看看 C-20261123-0001")]
    [InlineData("本月有照片的投诉有几件")]
    [InlineData("告诉客户照片收到了")]
    [InlineData("how many complaints have photos")]
    [InlineData("note C-20261123-0001: photos taken on site")]
    [InlineData("export the file of complaints as csv")]
    public void They_ask_for_something_else(string text) => Assert.False(EvidenceWords.AskForIt(text));
}
