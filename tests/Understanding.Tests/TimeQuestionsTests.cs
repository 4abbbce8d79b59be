using Complaints.Deadlines;
using Complaints.Organisations;

namespace Understanding.Tests;

public sealed class TimeQuestionsTests
{
    [Theory]
    [InlineData("为什么是11月30日 09:12？")]
    [InlineData("為什麼結果時間是11月30日？")]
    [InlineData("这个期限是怎么算的")]
    [InlineData("這個期限怎麼算出來的")]
    [InlineData("凭什么要到30号才有结果")]
    [InlineData("Why 30 Nov 09:12?")]
    [InlineData("how was this deadline counted?")]
    [InlineData("why is it due on Monday")]
    public void A_question_for_the_counting_is_recognised(string text) => Assert.True(TimeQuestions.Asks(text));

    [Theory]
    [InlineData("为什么我的宽带又断了")]
    [InlineData("为什么没有人来")]
    [InlineData("什么时候能修好")]
    [InlineData("11月30日宽带断了")]
    [InlineData("Why is my internet so slow?")]
    [InlineData("how do I complain")]
    [InlineData("上个月为什么投诉这么多")]
    public void Other_questions_are_left_alone(string text) => Assert.False(TimeQuestions.Asks(text));

    [Theory]
    [InlineData("为什么是09:12", DeadlineKind.Resolve)]
    [InlineData("为什么是11月24日", DeadlineKind.OnSite)]
    [InlineData("上门时间怎么算的", DeadlineKind.OnSite)]
    [InlineData("why 24 Nov?", DeadlineKind.OnSite)]
    [InlineData("为什么是这个时间", null)]
    public void The_promise_that_is_meant_is_found_by_time_day_or_name(string text, DeadlineKind? meant) =>
        Assert.Equal(meant, TimeQuestions.Meant(text, [Promise(DeadlineKind.OnSite, 24, 10), Promise(DeadlineKind.Resolve, 30, 9)])?.Kind);

    private static (Deadline Deadline, DateTimeOffset Local) Promise(DeadlineKind kind, int day, int hour)
    {
        var due = new DateTimeOffset(2026, 11, day, hour, 12, 0, TimeSpan.FromHours(8));
        return (
            new()
            {
                Id = kind.ToString(),
                Kind = kind,
                Start = due.AddDays(-1),
                Limit = Duration.FromDays(1),
                Clock = ClockBase.Calendar,
                Due = due,
            },
            due
        );
    }
}
