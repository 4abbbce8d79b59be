using Complaints.Assignment;
using Complaints.Organisations;
using FsCheck;
using FsCheck.Fluent;
using static Complaints.Tests.Assignment.Firm;

namespace Complaints.Tests.Assignment;

/// <summary>Fairness and safety over random firms and days.</summary>
public sealed class FairnessPropertyTests
{
    [Fact]
    public void Loads_of_equals_differ_by_at_most_one()
    {
        var cases = from people in Gen.Choose(1, 12) from complaints in Gen.Choose(0, 100) select (people, complaints);
        Check(
            cases,
            300,
            given =>
            {
                var firm = With([.. Enumerable.Range(0, given.people).Select(i => Handler($"h{i}") with { Capacity = 100 })]);
                var loads = new Dictionary<string, Workload>();
                for (var i = 0; i < given.complaints; i++)
                {
                    var owner = OwnerSelection.Choose(Question(), firm.On(), loads).Owner!;
                    loads[owner.Id] = loads.GetValueOrDefault(owner.Id).WithOneMore(Now.AddMinutes(i));
                    var open = firm.StaffWith(Role.Handler).Select(h => loads.GetValueOrDefault(h.Id).Open).ToList();
                    Assert.InRange(open.Max() - open.Min(), 0, 1);
                }
            }
        );
    }

    [Fact]
    public void While_complaints_come_and_go_the_next_never_goes_past_somebody_with_less() =>
        Check(
            Gen.ListOf(Gen.Choose(0, 9)).Resize(60),
            300,
            steps =>
            {
                var firm = With([.. Enumerable.Range(0, 5).Select(i => Handler($"h{i}"))]);
                var loads = new Dictionary<string, Workload>();
                foreach (var (step, at) in steps.Select((s, i) => (s, Now.AddHours(i))))
                {
                    if (step < 3)
                    {
                        var closing = loads.Where(l => l.Value.Open > 0).Select(l => l.Key).ElementAtOrDefault(step);
                        if (closing is not null)
                            loads[closing] = loads[closing] with { Open = loads[closing].Open - 1 };
                        continue;
                    }
                    var owner = OwnerSelection.Choose(Question(), firm.On(), loads).Owner!;
                    Assert.Equal(
                        firm.StaffWith(Role.Handler).Min(h => loads.GetValueOrDefault(h.Id).Open),
                        loads.GetValueOrDefault(owner.Id).Open
                    );
                    loads[owner.Id] = new(loads.GetValueOrDefault(owner.Id).Open + 1, at);
                }
            }
        );

    [Fact]
    public void Somebody_always_answers_and_it_is_never_somebody_absent_barred_or_full()
    {
        var people =
            from absent in Gen.ListOf(Gen.Choose(0, 11)).Resize(8)
            from about in Gen.ListOf(Gen.Choose(0, 11)).Resize(2)
            from excluded in Gen.ListOf(Gen.Choose(0, 11)).Resize(3)
            from full in Gen.ListOf(Gen.Choose(0, 11)).Resize(4)
            from substitute in Gen.Choose(0, 11)
            select (absent, about, excluded, full, substitute);
        Check(
            people,
            2_000,
            given =>
            {
                var firm = With(
                    Handler("a"),
                    Handler("b"),
                    Handler("c", "workshop"),
                    Handler("d", skills: "tiles"),
                    Handler("e", "quality"),
                    Handler("f")
                );
                HashSet<string> Ids(IEnumerable<int> picks) => [.. picks.Select(i => firm.Staff[i].Id)];
                foreach (var id in Ids(given.absent))
                    firm = firm.Change(id, p => p.Away(firm.Staff[given.substitute].Id));
                var (conflicted, full) = (Line.Of(firm, Ids(given.about)), Ids(given.full));
                var question = Question() with { About = Ids(given.about), Excluded = Ids(given.excluded) };

                var choice = OwnerSelection.Choose(question, firm.On(), full.ToDictionary(id => id, _ => new Workload(20)));

                Assert.Contains(choice.Answerable, firm.Staff);
                if (choice.Owner is { } owner)
                {
                    Assert.Same(owner, choice.Answerable);
                    Assert.False(firm.On().IsAbsent(owner));
                    Assert.DoesNotContain(owner.Id, conflicted.Union(question.Excluded).Union(full));
                    Assert.Contains(Role.Handler, owner.Roles);
                }
                else
                {
                    Assert.True(!conflicted.Contains(choice.Answerable.Id) || firm.Staff.All(s => conflicted.Contains(s.Id)));
                }
                var named = choice.PassedOver.Select(p => p.StaffId).Concat(choice.Owner is null ? [] : [choice.Owner.Id]);
                Assert.Equal(["a", "b", "c", "d", "f"], named.Order());
            }
        );
    }

    private static void Check<T>(Gen<T> gen, int cases, Action<T> holds) =>
        Prop.ForAll(Arb.From(gen), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(PropertyRuns.Of(cases)));
}
