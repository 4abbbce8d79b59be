using System.Reflection;
using Complaints.Handling;
using Complaints.Procedure;
using Complaints.Rounds;
using Complaints.Tests.Life;

namespace Complaints.Tests.Procedure;

public class ProcedureTableTests
{
    [Fact]
    public void The_page_on_the_procedure_has_the_table_row_by_row()
    {
        var expected = ProcedureTable.Rows.Select(ProcedurePage.Line).ToList();
        var written = ProcedurePage.Table("row");
        Assert.True(
            expected.SequenceEqual(written),
            $"docs/procedure.md §1 should have these rows:\n{string.Join('\n', expected)}\n"
                + $"It has others:\n{string.Join('\n', written.Except(expected))}"
        );
    }

    [Fact]
    public void The_page_explains_every_guard_once() =>
        Assert.Equal(
            All().Select(g => $"`{g.Name}`").Order(StringComparer.Ordinal),
            ProcedurePage.Table("guard").Select(l => l.Split('|')[1].Trim()).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Every_guard_is_used_and_named_as_it_is_called()
    {
        var used = ProcedureTable.Rows.SelectMany(r => r.If).ToHashSet();
        foreach (var field in typeof(Guards).GetFields(BindingFlags.Public | BindingFlags.Static))
        {
            var guard = (Guard)field.GetValue(null)!;
            Assert.Equal(field.Name, guard.Name, ignoreCase: true);
            Assert.Contains(guard, used);
        }
    }

    [Fact]
    public void Who_comes_before_when_and_when_before_the_guards()
    {
        var life = ALife.Filed().Accepted();
        Assert.Equal("notAllowed", Refusal(life, "ceo", Verbs.Resolve));
        Assert.Equal("wrongState", Refusal(life, "li", Verbs.Resolve));
        life.Must("li", new Complaints.Investigation.RecordCause([CauseClass.Equipment], "光猫老化"));
        life.Must("li", new ProposePlan("更换光猫"));
        Assert.Equal("openMeasures", Refusal(life, "li", Verbs.Resolve));
        life.Must("li", new CompleteMeasure("all", "已更换"));
        Assert.Null(Refusal(life, "li", Verbs.Resolve));
    }

    [Fact]
    public void Where_one_of_two_rows_is_open_the_verb_is_open()
    {
        var life = ALife.Filed().Accepted();
        // The owner records the measure of an emergency; to declare one is for others.
        Assert.Equal("notAllowed", Refusal(life, "li", Verbs.Emergency));
        life.Must("wu", new DeclareEmergency("冒烟"));
        Assert.Null(Refusal(life, "li", Verbs.Emergency));
        // The head may ask a department of any case, its owner only of one that was called complex.
        Assert.Equal("notComplex", Refusal(life, "li", Verbs.Panel));
        Assert.Null(Refusal(life, "zhang", Verbs.Panel));
    }

    [Fact]
    public void An_obstacle_is_named_only_to_whom_the_step_belongs()
    {
        var life = ALife.Filed().Accepted();
        life.Must("li", new Complaints.Investigation.RecordCause([CauseClass.Equipment], "光猫老化"));
        life.Must("li", new ProposePlan("更换光猫"));
        Assert.Equal("openMeasures", ProcedureTable.Obstacle(Verbs.Resolve, Before(life, "li"))!.Code);
        Assert.Null(ProcedureTable.Obstacle(Verbs.Resolve, Before(life, "zhao")));
        Assert.Null(ProcedureTable.Obstacle(Verbs.Accept, Before(life, "li")));
    }

    private static IEnumerable<Guard> All() => ProcedureTable.Rows.SelectMany(r => r.If).Distinct();

    private static string? Refusal(ALife life, string staff, string verb) => ProcedureTable.Refusal(verb, Before(life, staff))?.Code;

    private static Situation Before(ALife life, string staff) =>
        new(life.Complaint, Actor.Staff(ExampleOrganisation.Staff(staff)), life.Organisation, life.Now);
}
