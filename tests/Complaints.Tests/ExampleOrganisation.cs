using Complaints.Organisations;

namespace Complaints.Tests;

/// <summary>A small telecom company: hours 09:00-12:00 and 13:30-18:00 in Shanghai, four departments.</summary>
internal static class ExampleOrganisation
{
    public static readonly Organisation Instance = Make();

    public static StaffMember Staff(string id) => Instance.FindStaff(id)!;

    private static Organisation Make() =>
        new()
        {
            Name = new("示例通信公司"),
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
                QuietHours = new(new(22, 0), new(7, 30)),
            },
            Departments = [Department("service", "alex"), Department("network", "zhang"), Department("quality", "wu")],
            Staff =
            [
                Member("alex", "service", [Role.Manager, Role.Handler, Role.Frontline], ["billing"]),
                Member("li", "network", [Role.Handler], ["broadband"]),
                Member("zhao", "network", [Role.Handler], ["broadband"]),
                Member("zhang", "network", [Role.Manager, Role.Handler], ["broadband"]) with
                {
                    Senior = true,
                },
                Member("wu", "quality", [Role.Quality, Role.Manager], []),
                Member("ceo", "quality", [Role.Executive], []),
            ],
            Categories =
            [
                new("broadband", "network", new("宽带故障"), Severity.Medium),
                new("billing", "service", new("账单计费"), Severity.Medium),
                new("safety", "quality", new("安全问题"), Severity.Critical),
                new("other", "service", new("其他"), Severity.Low),
            ],
            Inquiries = new("service", "service", "quality"),
            Policies =
            [
                Policy(Severity.Critical, ClockBase.Calendar, "PT10M", "PT30M", "P1D", "P2D", "P3D", "PT12H") with
                {
                    EmergencyMeasure = D("PT2H"),
                    CaseReport = D("P5D"),
                },
                Policy(Severity.High, ClockBase.Calendar, "PT30M", "PT2H", "P3D", "P5D", "P7D", "P1D") with
                {
                    CaseReport = D("P10D"),
                },
                Policy(Severity.Medium, ClockBase.Business, "PT2H", "PT4H", "P3D", "P7D", "P10D", "P2D"),
                Policy(Severity.Low, ClockBase.Business, "PT4H", "P1D", "P5D", "P7D", "P10D", "P3D"),
            ],
            LevelFactors = new Dictionary<string, double> { ["vip"] = 0.5, ["key"] = 0.25 },
            Ladder = new() { EscalateAfter = [new(D("P1D"), Rung.Quality), new(D("P3D"), Rung.Executive)] },
            EmergencyContacts = ["wu", "ceo"],
            Confirmation = new(D("P2D"), 2, D("P7D")),
            Survey = new(D("PT1H"), D("P2D"), D("P7D")) { LongFormShare = 0 },
            Quality = new(),
        };

    public static Duration D(string iso) => Duration.TryParse(iso, out var d) ? d : throw new FormatException(iso);

    private static Department Department(string id, string manager) => new(id, new(id), manager);

    private static StaffMember Member(string id, string department, Role[] roles, string[] skills) =>
        new(id, id, department) { Roles = roles.ToHashSet(), Skills = skills.ToHashSet() };

    private static DeadlinePolicy Policy(
        Severity severity,
        ClockBase clock,
        string accept,
        string first,
        string cause,
        string plan,
        string resolve,
        string progress
    ) =>
        new()
        {
            Severity = severity,
            Clock = clock,
            Accept = D(accept),
            FirstResponse = D(first),
            Cause = D(cause),
            Plan = D(plan),
            Resolve = D(resolve),
            ProgressEvery = D(progress),
        };
}
