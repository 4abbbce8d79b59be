using Complaints.Assignment;
using static Complaints.Tests.Assignment.Firm;

namespace Complaints.Tests.Assignment;

/// <summary>Nothing is ever without an answerable person.</summary>
public sealed class AnswerableLineTests
{
    private static readonly IReadOnlySet<string> Nobody = new HashSet<string>();

    [Fact]
    public void The_manager_of_the_department_answers_for_its_queue() =>
        Assert.Equal("head", AnswerableLine.For("after-sales", With().On(), Nobody).Id);

    [Fact]
    public void For_an_absent_manager_the_substitute_answers()
    {
        var firm = With(Handler("deputy")).Change("head", h => h.Away("deputy"));
        Assert.Equal("deputy", AnswerableLine.For("after-sales", firm.On(), Nobody).Id);
        Assert.Equal("head", AnswerableLine.For("after-sales", firm.On(Today.AddDays(1)), Nobody).Id);
    }

    [Fact]
    public void Without_a_substitute_it_is_the_manager_above_then_quality_then_an_executive()
    {
        var firm = With().Change("foreman", f => f.Away());
        Assert.Equal("head", AnswerableLine.For("workshop", firm.On(), Nobody).Id);
        firm = firm.Change("head", h => h.Away());
        Assert.Equal("boss", AnswerableLine.For("workshop", firm.On(), Nobody).Id);
        firm = firm.Change("boss", b => b.Away());
        Assert.Equal("auditor", AnswerableLine.For("workshop", firm.On(), Nobody).Id);
        firm = firm.Change("auditor", a => a.Away());
        Assert.Equal("inspector", AnswerableLine.For("workshop", firm.On(), Nobody).Id);
        firm = firm.Change("inspector", i => i.Away());
        Assert.Equal("chief", AnswerableLine.For("workshop", firm.On(), Nobody).Id);
    }

    [Fact]
    public void When_everybody_is_away_the_manager_stays_answerable()
    {
        var firm = With();
        var away = firm.On() with { Away = firm.Staff.Select(s => s.Id).ToHashSet() };
        Assert.Equal("foreman", AnswerableLine.For("workshop", away, Nobody).Id);
        Assert.Equal("head", AnswerableLine.For("workshop", away, new HashSet<string> { "foreman" }).Id);
    }

    [Fact]
    public void A_barred_managers_substitute_does_not_answer_either()
    {
        var firm = With(Handler("deputy")).Change("head", h => h.Away("deputy"));
        Assert.Equal("boss", AnswerableLine.For("after-sales", firm.On(), new HashSet<string> { "head" }).Id);
    }

    [Fact]
    public void A_department_that_is_unknown_is_answered_for_by_quality() =>
        Assert.Equal("auditor", AnswerableLine.For("no such", With().On(), Nobody).Id);

    [Fact]
    public void Departments_that_lie_above_one_another_in_a_circle_do_not_hang()
    {
        var firm = With();
        firm = firm with { Departments = [new("a", new("甲"), "nobody") { Parent = "b" }, new("b", new("乙"), "no one") { Parent = "a" }] };
        Assert.Equal("inspector", AnswerableLine.For("a", firm.On(), Nobody).Id);
    }

    [Fact]
    public void A_line_is_the_person_the_managers_above_and_everybody_below_but_no_executive()
    {
        var firm = With(Handler("a"), Handler("b", "workshop"));
        Assert.Equal(["a", "boss", "head"], Line.Of(firm, ["a"]).Order());
        Assert.Equal(["a", "b", "boss", "foreman", "head"], Line.Of(firm, ["head"]).Order());
        Assert.DoesNotContain("chief", Line.Of(firm, ["boss"]));
        Assert.Equal(["unknown"], Line.Of(firm, ["unknown"]));
        Assert.Empty(Line.Of(firm, []));
    }
}
