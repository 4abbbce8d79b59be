using Complaints.Assignment;
using Complaints.Organisations;
using Complaints.Tests.Calendars;

namespace Complaints.Tests.Assignment;

/// <summary>A small firm to choose owners in: the top, after-sales with its workshop below, and quality.</summary>
internal static class Firm
{
    public static readonly DateOnly Today = new(2026, 11, 23);
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 12, 0, TimeSpan.FromHours(8));

    /// <summary>Nobody carries anything.</summary>
    public static readonly IReadOnlyDictionary<string, Workload> NoLoads = new Dictionary<string, Workload>();

    public static StaffMember Handler(string id, string department = "after-sales", params string[] skills) =>
        new(id, id, department)
        {
            Roles = new HashSet<Role> { Role.Handler },
            Skills = (skills.Length == 0 ? ["shims"] : skills).ToHashSet(),
            Languages = ["zh-CN"],
        };

    public static StaffMember Person(string id, string department, params Role[] roles) =>
        new(id, id, department) { Roles = roles.ToHashSet() };

    /// <summary>The firm with these handlers; boss, head, foreman, auditor, inspector and chief are there already.</summary>
    public static Organisation With(params StaffMember[] handlers) =>
        new()
        {
            Name = new("公司"),
            TimeZone = SampleCalendars.Shanghai,
            Calendar = SampleCalendars.China2026,
            Departments =
            [
                new("top", new("总部"), "boss"),
                new("after-sales", new("售后部"), "head") { Parent = "top" },
                new("workshop", new("车间"), "foreman") { Parent = "after-sales" },
                new("quality", new("质量部"), "auditor") { Parent = "top" },
            ],
            Staff =
            [
                Person("boss", "top", Role.Manager),
                Person("head", "after-sales", Role.Manager),
                Person("foreman", "workshop", Role.Manager),
                Person("inspector", "quality", Role.Quality),
                Person("auditor", "quality", Role.Quality, Role.Manager),
                Person("chief", "top", Role.Executive),
                .. handlers,
            ],
            Categories =
            [
                new("shims", "after-sales", new("垫板"), Severity.Medium),
                new("other", "after-sales", new("其他"), Severity.Low),
            ],
            Inquiries = new("after-sales", "after-sales", "quality"),
            Policies = [],
            LevelFactors = new Dictionary<string, double>(),
            Ladder = new(),
            EmergencyContacts = [],
            Confirmation = new(Duration.FromDays(2), 3, Duration.FromDays(7)),
            Survey = new(Duration.FromDays(3), Duration.FromDays(2), Duration.FromDays(14)),
            Quality = new(),
        };

    public static AssignmentQuestion Question(string category = "shims") =>
        new()
        {
            Category = category,
            Severity = Severity.Medium,
            Language = Languages.ZhCn,
        };

    public static Attendance On(this Organisation organisation, DateOnly? day = null) => new(organisation, day ?? Today);

    /// <summary>The firm with one of its people changed.</summary>
    public static Organisation Change(this Organisation organisation, string id, Func<StaffMember, StaffMember> change) =>
        organisation with
        {
            Staff = [.. organisation.Staff.Select(s => s.Id == id ? change(s) : s)],
        };

    /// <summary>Away today, with a substitute if any.</summary>
    public static StaffMember Away(this StaffMember person, string? substitute = null, int days = 1) =>
        person with
        {
            Absences = [new(Today, Today.AddDays(days - 1), substitute)],
        };

    public static IReadOnlyDictionary<string, Workload> Loads(params (string Id, int Open)[] loads) =>
        loads.ToDictionary(l => l.Id, l => new Workload(l.Open));
}
