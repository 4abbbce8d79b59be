using ComplaintBot.Cards;
using ComplaintBot.Conversations;
using ComplaintBot.FollowUp;
using ComplaintBot.Tests.Cards;
using ComplaintBot.Tests.Storage;
using Complaints;
using Complaints.Deadlines;
using Complaints.Handling;
using Complaints.Intake;
using Complaints.Organisations;
using Complaints.Procedure;

namespace ComplaintBot.Tests.FollowUp;

/// <summary>Why a time is what it is, said so that a customer can count along.</summary>
public sealed class DueWordsTests
{
    private static readonly Speech Speech = new(CardFolders.Strings, new CardRenderer(CardFolders.Catalog, CardFolders.Strings));
    private static readonly DateTimeOffset Wednesday = new(2026, 9, 30, 10, 0, 0, TimeSpan.FromHours(8));

    [Theory]
    [InlineData(
        "zh-CN",
        "10个工作日（每天7.5小时）",
        "09:00–12:00，13:30–18:00",
        "不计：10月1日（周四） – 10月7日（周三）（假期）",
        "调休上班，照计：10月10日（周六）",
        "……中间6天同样计算"
    )]
    [InlineData(
        "zh-TW",
        "10個工作日（每天7.5小時）",
        "09:00–12:00、13:30–18:00",
        "不計：10月1日（週四） – 10月7日（週三）（假期）",
        "補班，照計：10月10日（週六）",
        "……中間6天同樣計算"
    )]
    [InlineData(
        "en",
        "10 working days (7.5 hours each)",
        "09:00–12:00, 13:30–18:00",
        "Not counted: Thu 1 Oct – Wed 7 Oct (holiday)",
        "Make-up working days, counted: Sat 10 Oct",
        "… 6 more days like these"
    )]
    public void Across_a_holiday_with_a_make_up_day(string language, params string[] parts)
    {
        var complaint = File(Severity.Medium);
        var words = DueWords.Of(complaint, complaint.Pending(DeadlineKind.Resolve)!, Reader(language, Wednesday));
        Assert.All(parts, part => Assert.Contains(part, words, StringComparison.Ordinal));
    }

    [Fact]
    public void A_pause_says_from_when_to_when_and_by_how_much()
    {
        var complaint = File(Severity.Medium);
        Do(complaint, new Accept(), Wednesday.AddMinutes(10));
        Do(complaint, new PutOnHold(HoldReason.WaitingCustomer, "型号？", null), Wednesday.AddHours(1));
        var paused = DueWords.Of(complaint, complaint.Pending(DeadlineKind.Resolve)!, Reader("zh-CN", Wednesday.AddHours(1)));
        Assert.Contains("暂停计时", paused, StringComparison.Ordinal);

        Do(complaint, new Resume(), Wednesday.AddHours(4));
        var words = DueWords.Of(complaint, complaint.Pending(DeadlineKind.Resolve)!, Reader("zh-CN", Wednesday.AddHours(4)));
        // 11:00 to 14:00 with the lunch break holds back an hour and a half.
        Assert.Contains("暂停：今天 11:00 到 今天 14:00，顺延1小时30分钟", words, StringComparison.Ordinal);
    }

    [Fact]
    public void An_extension_says_who_and_why()
    {
        var complaint = File(Severity.Medium);
        var until = complaint.Pending(DeadlineKind.Resolve)!.Due.AddDays(3);
        Do(complaint, new Extend(until, "等配件"), Wednesday.AddHours(1), "service-head");
        var words = DueWords.Of(complaint, complaint.Pending(DeadlineKind.Resolve)!, Reader("zh-CN", Wednesday.AddHours(2)));
        Assert.Contains("service 经理于 今天 11:00 延期，原因：等配件", words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_promise_of_an_older_calendar_stays_and_says_so()
    {
        var complaint = File(Severity.Medium);
        var changed = Filing.Company with { Calendar = Filing.Company.Calendar with { Holidays = new HashSet<DateOnly>() } };
        var words = DueWords.Of(complaint, complaint.Pending(DeadlineKind.Resolve)!, new Reader(changed, Wednesday, Speech, "zh-CN"));
        Assert.Contains("答应的时间不变", words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_calendar_clock_counts_every_hour()
    {
        var complaint = File(Severity.High);
        Assert.Contains(
            "不分昼夜和节假日，一共7天",
            DueWords.Of(complaint, complaint.Pending(DeadlineKind.Resolve)!, Reader("zh-CN", Wednesday)),
            StringComparison.Ordinal
        );
    }

    private static Reader Reader(string language, DateTimeOffset now) => new(Filing.Company, now, Speech, language);

    private static Complaint File(Severity severity) =>
        ComplaintDesk
            .File(
                "C-20260930-0001",
                new FileComplaint(
                    RecordKind.Complaint,
                    new Complainant("directline:a", "zh-CN"),
                    new ComplaintDetails("billing", "多收了钱"),
                    severity,
                    "category"
                ),
                new CommandContext(Filing.Company, Wednesday, Actor.Customer("directline:a", ""), Channel.Web)
            )
            .Complaint!;

    private static void Do(Complaint complaint, Command command, DateTimeOffset at, string? staff = null)
    {
        var outcome = ComplaintDesk.Do(
            complaint,
            command,
            new CommandContext(Filing.Company, at, Actor.Staff(Filing.Company.FindStaff(staff ?? complaint.Owner)!), Channel.Teams)
        );
        Assert.True(outcome.Ok, outcome.Refusal?.Code);
    }
}
