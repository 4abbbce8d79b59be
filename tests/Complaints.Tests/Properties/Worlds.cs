using Complaints.Organisations;

namespace Complaints.Tests.Properties;

/// <summary>Organisations that random stories happen in.</summary>
internal static class Worlds
{
    private static readonly Organisation[] All = [ExampleOrganisation.Instance, Understaffed(), InBerlin(), WithoutPauses()];

    public static Organisation Of(int number) => All[number % All.Length];

    /// <summary>The same people by other rules, as after a change of the organisation file.</summary>
    public static Organisation Rewritten(Organisation organisation) =>
        organisation with
        {
            Policies = [.. organisation.Policies.Reverse().Select((p, i) => p with { Severity = organisation.Policies[i].Severity })],
            Confirmation = new(Duration.FromDays(1), 3, Duration.FromDays(4)),
            LevelFactors = new Dictionary<string, double> { ["vip"] = 0.7 },
        };

    private static Ladder Daily =>
        ExampleOrganisation.Instance.Ladder with
        {
            OverdueEvery = Duration.FromDays(1),
            BeforeDue = [0.5, 0.75, 0.9],
        };

    // Everybody of the network department is away for a while, one after another, with substitutes that form a ring.
    private static Organisation Understaffed() =>
        ExampleOrganisation.Instance with
        {
            Ladder = Daily,
            Staff =
            [
                .. ExampleOrganisation.Instance.Staff.Select(s =>
                    s.Id switch
                    {
                        "li" => s with { Absences = [new(new(2026, 11, 23), new(2026, 11, 27), "zhao")], Capacity = 1 },
                        "zhao" => s with { Absences = [new(new(2026, 11, 25), new(2026, 12, 4), "zhang")] },
                        "zhang" => s with { Absences = [new(new(2026, 11, 26), new(2026, 11, 30), "li")], Languages = ["en"] },
                        "alex" => s with { Absences = [new(new(2026, 11, 24), new(2026, 12, 31), null)] },
                        _ => s,
                    }
                ),
            ],
        };

    // A zone that changes its clock, a department with other hours, a night shift that is quiet by day.
    private static Organisation InBerlin() =>
        ExampleOrganisation.Instance with
        {
            Ladder = Daily,
            TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"),
            Calendar = ExampleOrganisation.Instance.Calendar with
            {
                Holidays = new HashSet<DateOnly> { new(2026, 12, 25), new(2027, 1, 1) },
                MakeUpWorkingDays = new HashSet<DateOnly> { new(2026, 11, 28) },
            },
            Departments =
            [
                .. ExampleOrganisation.Instance.Departments.Select(d =>
                    d.Id == "network" ? d with { Parent = "quality", Hours = [new(new(0, 0), new(6, 0)), new(new(22, 0), new(0, 0))] } : d
                ),
            ],
        };

    // Seconds instead of days, never quiet: a life in a minute.
    private static Organisation WithoutPauses() =>
        ExampleOrganisation.Instance with
        {
            Calendar = ExampleOrganisation.Instance.Calendar with { QuietHours = null },
            Policies =
            [
                new DeadlinePolicy
                {
                    Clock = ClockBase.Calendar,
                    Accept = Seconds(2),
                    FirstResponse = Seconds(3),
                    Plan = Seconds(7),
                    Resolve = Seconds(11),
                    ProgressEvery = Seconds(5),
                },
            ],
            Ladder = new()
            {
                BeforeDue = [0.3, 0.333, 0.9],
                OverdueEvery = Seconds(70_000),
                EscalateAfter = [new(Seconds(5), Rung.Colleague), new(Seconds(9), Rung.Executive)],
            },
            Survey = new(Seconds(1), Seconds(30), Seconds(90)),
        };

    private static Duration Seconds(double seconds) => Duration.FromTime(TimeSpan.FromSeconds(seconds));
}
