using Complaints.Organisations;

namespace Workbench.Bench;

/// <summary>A made-up organisation: four departments, eight categories, forty handlers.</summary>
internal static class BenchOrganisation
{
    public static readonly string[] Departments = ["network", "service", "market", "quality"];

    public static Organisation Make() =>
        new()
        {
            Name = new("Bench"),
            TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"),
            Calendar = new() { WorkingDays = new HashSet<DayOfWeek>(Enum.GetValues<DayOfWeek>()), Hours = [new(new(9, 0), new(18, 0))] },
            Departments =
            [
                new("network", Text("网络部", "Network"), "manager"),
                new("service", Text("客户服务部", "Customer Service"), "s0"),
                new("market", Text("市场部", "Marketing"), "s1"),
                new("quality", Text("品质管理部", "Quality"), "boss"),
            ],
            Staff =
            [
                Person("boss", "quality", Role.Executive),
                Person("manager", "network", Role.Manager),
                Person("handler", "network", Role.Handler),
                .. Enumerable
                    .Range(0, 40)
                    .Select(i =>
                        Person("s" + i.ToString(System.Globalization.CultureInfo.InvariantCulture), Departments[i % 4], Role.Handler)
                    ),
            ],
            Categories =
            [
                new("signal", "network", Text("网络信号", "Signal"), Severity.Medium),
                new("broadband", "network", Text("宽带故障", "Broadband"), Severity.Medium),
                new("billing", "service", Text("账单计费", "Billing"), Severity.Medium),
                new("attitude", "service", Text("服务态度", "Attitude"), Severity.Medium),
                new("tariff", "market", Text("资费套餐", "Tariff"), Severity.Low),
                new("promotion", "market", Text("促销活动", "Promotion"), Severity.Low),
                new("safety", "quality", Text("安全问题", "Safety"), Severity.Critical),
                new("other", "quality", Text("其他", "Other"), Severity.Low),
            ],
            Inquiries = new("market", "service", "quality"),
            Policies = [],
            LevelFactors = new Dictionary<string, double>(),
            Ladder = new(),
            EmergencyContacts = [],
            Confirmation = new(Duration.FromDays(2), 2, Duration.FromDays(7)),
            Survey = new(Duration.FromDays(1), Duration.FromDays(2), Duration.FromDays(7)),
            Quality = new(),
        };

    private static StaffMember Person(string id, string department, Role role) =>
        new(id, id, department) { Roles = new HashSet<Role> { role } };

    private static LocalizedText Text(string zh, string en) => new([new(Languages.ZhCn, zh), new(Languages.En, en)]);
}
