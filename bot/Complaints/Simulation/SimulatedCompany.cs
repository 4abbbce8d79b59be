using Complaints.Organisations;

namespace Complaints.Simulation;

/// <summary>A company large enough to receive tens of thousands of complaints a year. Names are invented.</summary>
public static class SimulatedCompany
{
    private static readonly string[] Specialities = ["signal", "broadband", "billing", "tariff", "staff-attitude", "safety"];

    /// <summary>A company with so many handlers in each of its four departments; their leaves are drawn from the seed.</summary>
    /// <param name="seed">Of the leaves.</param>
    /// <param name="handlers">In each department, at least 2.</param>
    /// <param name="year">The year of holidays and leaves.</param>
    public static Organisation Make(int seed, int handlers, int year)
    {
        var (dice, firstDay) = (new Dice(seed), new DateOnly(year, 1, 1));
        string[] departments = ["service", "network", "market", "quality"];
        var staff = new List<StaffMember> { new("executive", "周总", "service") { Roles = new HashSet<Role> { Role.Executive } } };
        foreach (var department in departments)
        {
            var quality = department == "quality";
            staff.Add(
                new($"{department}-head", $"{department} 经理", department)
                {
                    Roles = quality ? new HashSet<Role> { Role.Manager, Role.Quality } : new HashSet<Role> { Role.Manager },
                }
            );
            staff.AddRange(Enumerable.Range(1, handlers).Select(i => Handler(department, i, quality, dice, firstDay)));
        }
        return new()
        {
            Name = new("模拟公司"),
            TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"),
            Calendar = new()
            {
                WorkingDays = new HashSet<DayOfWeek>
                {
                    DayOfWeek.Monday,
                    DayOfWeek.Tuesday,
                    DayOfWeek.Wednesday,
                    DayOfWeek.Thursday,
                    DayOfWeek.Friday,
                },
                Hours = [new(new(9, 0), new(12, 0)), new(new(13, 30), new(18, 0))],
                Holidays = Enumerable
                    .Range(0, 3)
                    .Select(firstDay.AddDays)
                    .Concat(Enumerable.Range(0, 7).Select(new DateOnly(year, 10, 1).AddDays))
                    .ToHashSet(),
                MakeUpWorkingDays = new HashSet<DateOnly> { new(year, 10, 10) },
                QuietHours = new(new(22, 0), new(7, 30)),
            },
            Departments = [.. departments.Select(d => new Department(d, new(d), $"{d}-head"))],
            Staff = staff,
            Categories =
            [
                new("signal", "network", new("网络信号"), Severity.Medium) { OnSite = true },
                new("broadband", "network", new("宽带故障"), Severity.Medium) { OnSite = true },
                new("billing", "service", new("账单计费"), Severity.Medium),
                new("tariff", "market", new("资费套餐"), Severity.Low),
                new("staff-attitude", "service", new("服务态度"), Severity.High),
                new("safety", "quality", new("安全问题"), Severity.Critical),
                new("other", "service", new("其他"), Severity.Low),
            ],
            Inquiries = new("market", "service", "quality"),
            Policies =
            [
                Policy(Severity.Critical, ClockBase.Calendar, ["PT10M", "PT30M", "P1D", "P2D", "P3D", "PT12H"]) with
                {
                    EmergencyMeasure = Read("PT2H"),
                    CaseReport = Read("P5D"),
                },
                Policy(Severity.High, ClockBase.Calendar, ["PT30M", "PT2H", "P3D", "P5D", "P7D", "P1D"]) with
                {
                    CaseReport = Read("P10D"),
                },
                Policy(Severity.Medium, ClockBase.Business, ["PT2H", "PT4H", "P3D", "P7D", "P10D", "P2D"]),
                Policy(Severity.Low, ClockBase.Business, ["PT4H", "P1D", "P5D", "P7D", "P10D", "P3D"]),
            ],
            LevelFactors = new Dictionary<string, double> { ["vip"] = 0.5, ["key"] = 0.25 },
            Ladder = new() { EscalateAfter = [new(Read("P1D"), Rung.Quality), new(Read("P3D"), Rung.Executive)] },
            EmergencyContacts = ["quality-head", "executive"],
            Confirmation = new(Read("P2D"), 3, Read("P7D")),
            Survey = new(Read("PT1H"), Read("P2D"), Read("P7D")),
            Quality = new(),
        };
    }

    private static StaffMember Handler(string department, int number, bool quality, Dice dice, DateOnly firstDay)
    {
        var leave = firstDay.AddDays(dice.Below(350));
        return new($"{department}-{number}", $"{department} {number}", department)
        {
            Roles = quality ? new HashSet<Role> { Role.Handler, Role.Quality } : new HashSet<Role> { Role.Handler, Role.Frontline },
            // Everybody has most skills of the house, so that no complaint waits for one person alone.
            Skills = Specialities.Where((_, i) => (i + number) % 3 > 0).ToHashSet(),
            Languages = (number % 4) switch
            {
                0 => ["zh-CN", "zh-TW"],
                1 => ["zh-CN", "en"],
                _ => ["zh-CN"],
            },
            Senior = number % 3 == 0,
            Capacity = 40,
            Absences =
            [
                new(leave, leave.AddDays(4 + dice.Below(8)), number % 5 == 0 ? null : $"{department}-{(number == 1 ? 2 : number - 1)}"),
            ],
        };
    }

    private static DeadlinePolicy Policy(Severity severity, ClockBase clock, string[] lengths) =>
        new()
        {
            Severity = severity,
            Clock = clock,
            Accept = Read(lengths[0]),
            FirstResponse = Read(lengths[1]),
            Cause = Read(lengths[2]),
            Plan = Read(lengths[3]),
            Resolve = Read(lengths[4]),
            ProgressEvery = Read(lengths[5]),
            OnSiteNear = Read("PT24H"),
            OnSiteFar = Read("PT48H"),
        };

    private static Duration Read(string iso) => Duration.TryParse(iso, out var length) ? length : throw new FormatException(iso);
}
