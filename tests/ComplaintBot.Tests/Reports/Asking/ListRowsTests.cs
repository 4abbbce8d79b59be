using ComplaintBot.Conversations;
using ComplaintBot.Reports.Answers;
using ComplaintBot.Reports.Asking;
using ComplaintBot.Tests.Cards;
using ComplaintBot.Tests.Fixtures;
using Understanding.Questions;

namespace ComplaintBot.Tests.Reports.Asking;

/// <summary>What a row of a list tells, and to whom.</summary>
public sealed class ListRowsTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_row_says_customer_and_matter_and_where_others_read_along_neither(bool isPersonal)
    {
        var speech = new Speech(CardFolders.Strings, new(CardFolders.Catalog, CardFolders.Strings));
        var reader = new Reader(TelecomExample.Organisation, TelecomExample.Now, speech, "zh-CN");
        var row = new ListedComplaint
        {
            Ticket = "C-20261118-0002",
            Category = "broadband",
            State = "inProgress",
            CustomerName = "王建国",
            Title = "宽带又断了",
        };
        var answer = new ListAnswer(new() { Kind = QueryKind.List }, TelecomExample.Now, [row], 1, 1, Answering.PageSize);

        var told = ListCard.Data(answer, [], reader, "0a1b2c3d", isPersonal)["rows"]![0]!;

        Assert.Equal(isPersonal ? ("王建国", "宽带又断了") : (null, null), ((string?)told["customer"], (string?)told["matter"]));
    }
}
