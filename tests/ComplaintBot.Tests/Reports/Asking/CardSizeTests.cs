using System.Text.Json.Nodes;
using ComplaintBot.Cards;
using ComplaintBot.Conversations;
using ComplaintBot.Reports.Answers;
using ComplaintBot.Reports.Asking;
using ComplaintBot.Tests.Cards;
using ComplaintBot.Tests.Fixtures;
using Complaints.Organisations;
using DirectLine.Wire;
using Understanding.Questions;

namespace ComplaintBot.Tests.Reports.Asking;

/// <summary>A full page of complaints fits into a message of Teams without cutting what the question was understood as.</summary>
public class CardSizeTests
{
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("zh-TW")]
    [InlineData("en")]
    public void The_longest_list_with_the_longest_question_is_shown_whole(string language)
    {
        var query = new ComplaintQuery
        {
            Kind = QueryKind.List,
            Filters = new()
            {
                Status = [QueryStatus.InProgress, QueryStatus.AwaitingConfirmation],
                Department = "network",
                Category = "broadband",
                Severity = [Severity.High, Severity.Critical],
                CustomerLevel = ["vip", "key"],
                Place = "苏州工业园区星湖街",
                Channel = "phone",
                Text = "三天没有人来修",
                Score = new(null, 2),
                Not = new() { Owner = "张敏" },
            },
            Period = new(new(2026, 10, 1), new(2026, 10, 31)),
        };
        var rows = Enumerable
            .Range(1, Answering.PageSize)
            .Select(i => new ListedComplaint
            {
                Ticket = $"C-20261121-{i:0000}",
                CustomerName = "江南轨道交通项目部",
                Title = new string('断', 60),
                State = "awaitingConfirmation",
                IsOpen = true,
                Category = "broadband",
                Severity = 3,
                Owner = "aad-alex",
                Answerable = "aad-alex",
                ReceivedAt = TelecomExample.Now.AddDays(-20),
                NextDue = TelecomExample.Now.AddDays(-11).AddHours(-23),
            })
            .ToList();
        var speech = new Speech(CardFolders.Strings, new CardRenderer(CardFolders.Catalog, CardFolders.Strings));
        var reader = new Reader(TelecomExample.Organisation, TelecomExample.Now, speech, language);
        var data = ListCard.Data(
            new ListAnswer(query, TelecomExample.Now, rows, 95, 2, Answering.PageSize),
            ["再"],
            reader,
            "0a1b2c3d",
            isPersonal: true
        );
        var card = ProtocolJson.ToElement(speech.Card("list", language, data, CardTarget.Teams).Attachments[0].Content)!.Value;
        Assert.DoesNotContain("…", JsonNode.Parse(card.GetRawText())!["body"]![0]!["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(card.GetRawText()), 1, CardRenderer.MaxBytes + 2_000);
    }
}
