using Complaints.Assignment;
using Complaints.Organisations;
using static Complaints.Tests.Assignment.Firm;

namespace Complaints.Tests.Assignment;

/// <summary>Who is given a complaint: docs/procedure.md §4.</summary>
public sealed class OwnerSelectionTests
{
    [Fact]
    public void The_handler_with_the_skill_and_the_fewest_open_is_chosen_and_the_reasons_are_named()
    {
        var firm = With(Handler("wang", skills: "tiles"), Handler("zhao"), Handler("qian"));

        var choice = OwnerSelection.Choose(Question(), firm.On(), Loads(("wang", 0), ("zhao", 3), ("qian", 5)));

        Assert.Equal("zhao", choice.Owner?.Id);
        Assert.Equal("zhao", choice.Answerable.Id);
        Assert.Equal("after-sales", choice.Department);
        Assert.Equal(
            new OwnerReasons("shims", SpeaksLanguage: true, Senior: false, Open: 3, Capacity: 20, LeastLoaded: true),
            choice.Reasons
        );
        Assert.Equal([new("wang", PassedOverBecause.Skill), new("qian", PassedOverBecause.Turn)], choice.PassedOver);
    }

    [Fact]
    public void A_share_of_the_capacity_counts_so_that_part_time_people_get_less()
    {
        var firm = With(Handler("half") with { Capacity = 10 }, Handler("full"));
        Assert.Equal("full", OwnerSelection.Choose(Question(), firm.On(), Loads(("half", 3), ("full", 5))).Owner?.Id);
    }

    [Fact]
    public void Among_equals_it_is_the_turn_of_whoever_was_given_one_longest_ago()
    {
        var firm = With(Handler("a"), Handler("b"), Handler("c"));
        var loads = new Dictionary<string, Workload>
        {
            ["a"] = new(2, Now.AddHours(-2)),
            ["b"] = new(2, Now.AddHours(-5)),
            ["c"] = new(2, Now.AddHours(-1)),
        };
        Assert.Equal("b", OwnerSelection.Choose(Question(), firm.On(), loads).Owner?.Id);
        loads.Remove("c");
        loads["b"] = new(0, Now.AddHours(-5));
        loads["a"] = new(0, Now.AddHours(-6));
        Assert.Equal("c", OwnerSelection.Choose(Question(), firm.On(), loads).Owner?.Id);
    }

    [Fact]
    public void A_burst_is_not_given_to_the_one_with_the_lowest_load_alone()
    {
        var firm = With(Handler("back-from-leave"), Handler("a"), Handler("b"));
        var loads = new Dictionary<string, Workload>(Loads(("a", 10), ("b", 10)));
        for (var i = 0; i < 9; i++)
        {
            var owner = OwnerSelection.Choose(Question(), firm.On(), loads).Owner!;
            loads[owner.Id] = loads.GetValueOrDefault(owner.Id).WithOneMore(Now.AddSeconds(i));
        }
        Assert.InRange(loads["back-from-leave"].Open, 3, 4);
        Assert.InRange(loads["a"].Open, 12, 13);
        Assert.InRange(loads["b"].Open, 12, 13);
    }

    [Fact]
    public void Outside_a_burst_the_one_with_the_lowest_load_catches_up()
    {
        var firm = With(Handler("back-from-leave"), Handler("a"));
        var loads = Loads(("back-from-leave", 2), ("a", 10));
        Assert.Equal("back-from-leave", OwnerSelection.Choose(Question(), firm.On(), loads).Owner?.Id);
    }

    [Fact]
    public void Somebody_absent_by_the_file_or_by_the_directory_is_never_chosen()
    {
        var firm = With(Handler("on-leave").Away(), Handler("out-of-office"), Handler("there"));
        var attendance = firm.On() with { Away = new HashSet<string> { "out-of-office" } };

        var choice = OwnerSelection.Choose(Question(), attendance, Loads(("there", 19)));

        Assert.Equal("there", choice.Owner?.Id);
        Assert.Equal([new("on-leave", PassedOverBecause.Absent), new("out-of-office", PassedOverBecause.Absent)], choice.PassedOver);
        Assert.Equal("on-leave", OwnerSelection.Choose(Question(), firm.On(Today.AddDays(1)), NoLoads).Owner?.Id);
    }

    [Fact]
    public void Somebody_at_capacity_is_passed_over_and_a_capacity_of_none_is_always_full()
    {
        var firm = With(Handler("full") with { Capacity = 2 }, Handler("none") with { Capacity = 0 }, Handler("free"));
        var choice = OwnerSelection.Choose(Question(), firm.On(), Loads(("full", 2), ("free", 15)));
        Assert.Equal("free", choice.Owner?.Id);
        Assert.Equal([new("full", PassedOverBecause.Full), new("none", PassedOverBecause.Full)], choice.PassedOver);
    }

    [Fact]
    public void A_complaint_waits_for_a_skilled_person_with_full_hands_but_not_for_an_absent_one()
    {
        var skilled = Handler("skilled") with { Capacity = 1 };
        var other = Handler("other", skills: "tiles");
        var busy = OwnerSelection.Choose(Question(), With(skilled, other).On(), Loads(("skilled", 1)));
        Assert.Null(busy.Owner);
        Assert.Equal("head", busy.Answerable.Id);

        var choice = OwnerSelection.Choose(Question(), With(skilled.Away(), other).On(), NoLoads);
        Assert.Equal("other", choice.Owner?.Id);
        Assert.Null(choice.Reasons!.Skill);
    }

    [Fact]
    public void A_category_that_nobody_names_as_a_skill_goes_to_any_handler_of_the_department() =>
        Assert.Equal("zhao", OwnerSelection.Choose(Question("other"), With(Handler("zhao")).On(), NoLoads).Owner?.Id);

    [Fact]
    public void A_category_that_is_unknown_goes_where_other_things_go() =>
        Assert.Equal("after-sales", OwnerSelection.Choose(Question("no such"), With(Handler("zhao")).On(), NoLoads).Department);

    [Theory]
    [InlineData("en", "english")]
    [InlineData("zh-TW", "taiwanese")]
    [InlineData("zh-CN", "mandarin")]
    public void Somebody_who_speaks_the_customers_language_goes_before_a_lower_load(string language, string expected)
    {
        var firm = With(
            Handler("mandarin"),
            Handler("english") with
            {
                Languages = ["en"],
            },
            Handler("taiwanese") with
            {
                Languages = ["zh-TW"],
            }
        );
        var loads = Loads((expected, 9));
        var choice = OwnerSelection.Choose(Question() with { Language = language }, firm.On(), loads);
        Assert.Equal(expected, choice.Owner?.Id);
        Assert.True(choice.Reasons!.SpeaksLanguage);
        Assert.All(choice.PassedOver, p => Assert.Equal(PassedOverBecause.Language, p.Because));
    }

    [Fact]
    public void Without_anybody_who_speaks_it_the_other_Chinese_is_next_and_then_any_language()
    {
        var firm = With(Handler("english") with { Languages = ["en"] }, Handler("mandarin"));
        var choice = OwnerSelection.Choose(Question() with { Language = Languages.ZhTw }, firm.On(), Loads(("mandarin", 5)));
        Assert.Equal("mandarin", choice.Owner?.Id);
        Assert.False(choice.Reasons!.SpeaksLanguage);

        var english = OwnerSelection.Choose(Question() with { Language = Languages.En }, With(Handler("mandarin")).On(), NoLoads);
        Assert.Equal("mandarin", english.Owner?.Id);
    }

    [Theory]
    [InlineData(Severity.Medium, "standard", false)]
    [InlineData(Severity.High, "standard", true)]
    [InlineData(Severity.Critical, "standard", true)]
    [InlineData(Severity.Low, "vip", true)]
    [InlineData(Severity.Low, "key", true)]
    public void Grave_complaints_and_important_customers_get_a_senior_handler(Severity severity, string level, bool senior)
    {
        var firm = With(Handler("junior"), Handler("senior") with { Senior = true });
        var choice = OwnerSelection.Choose(Question() with { Severity = severity, CustomerLevel = level }, firm.On(), Loads(("senior", 4)));
        Assert.Equal(senior ? "senior" : "junior", choice.Owner?.Id);
        Assert.Equal(senior, choice.Reasons!.Senior);
    }

    [Fact]
    public void Without_a_senior_handler_a_grave_complaint_still_gets_an_owner() =>
        Assert.Equal(
            "junior",
            OwnerSelection.Choose(Question() with { Severity = Severity.Critical }, With(Handler("junior")).On(), NoLoads).Owner?.Id
        );

    [Fact]
    public void Who_declined_is_not_asked_again_and_after_the_last_the_manager_answers()
    {
        var firm = With(Handler("a"), Handler("b"));
        var second = OwnerSelection.Choose(Question() with { Excluded = new HashSet<string> { "a" } }, firm.On(), NoLoads);
        Assert.Equal("b", second.Owner?.Id);
        var none = OwnerSelection.Choose(
            Question() with
            {
                Excluded = new HashSet<string> { "a", "b" },
            },
            firm.On(),
            NoLoads
        );
        Assert.Null(none.Owner);
        Assert.Equal("head", none.Answerable.Id);
        Assert.All(none.PassedOver, p => Assert.Equal(PassedOverBecause.Excluded, p.Because));
    }

    [Fact]
    public void A_complaint_about_a_person_goes_neither_to_them_nor_to_their_line()
    {
        var firm = With(Handler("about"), Handler("colleague"));
        var choice = OwnerSelection.Choose(Question() with { About = new HashSet<string> { "about" } }, firm.On(), Loads(("colleague", 9)));
        Assert.Equal("colleague", choice.Owner?.Id);
        Assert.Equal([new("about", PassedOverBecause.Conflict)], choice.PassedOver);
    }

    [Fact]
    public void A_complaint_about_a_manager_goes_to_nobody_who_works_for_that_manager()
    {
        var firm = With(Handler("a"), Handler("b", "workshop"));
        var choice = OwnerSelection.Choose(Question() with { About = new HashSet<string> { "head" } }, firm.On(), NoLoads);
        Assert.Null(choice.Owner);
        Assert.Equal("auditor", choice.Answerable.Id);
        Assert.All(choice.PassedOver, p => Assert.Equal(PassedOverBecause.Conflict, p.Because));
    }

    [Fact]
    public void Handlers_of_departments_below_are_asked_too_and_those_beside_are_not()
    {
        var firm = With(Handler("inside", "workshop"), Handler("beside", "quality"));
        var choice = OwnerSelection.Choose(Question(), firm.On(), Loads(("inside", 9)));
        Assert.Equal("inside", choice.Owner?.Id);
        Assert.Empty(choice.PassedOver);
    }

    [Fact]
    public void Another_department_may_be_named()
    {
        var firm = With(Handler("a"), Handler("b", "quality"));
        Assert.Equal("b", OwnerSelection.Choose(Question() with { Department = "quality" }, firm.On(), NoLoads).Owner?.Id);
    }
}
