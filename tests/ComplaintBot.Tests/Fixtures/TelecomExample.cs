using Complaints.Organisations;

namespace ComplaintBot.Tests.Fixtures;

/// <summary>The organisation that the book of questions is about.</summary>
internal static class TelecomExample
{
    public static readonly Organisation Organisation = new()
    {
        Name = Text("示例通信公司", "示例通信公司", "Example Telecom"),
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
            Holidays = new HashSet<DateOnly>
            {
                new(2026, 10, 1),
                new(2026, 10, 2),
                new(2026, 10, 5),
                new(2026, 10, 6),
                new(2026, 10, 7),
                new(2027, 1, 1),
            },
            MakeUpWorkingDays = new HashSet<DateOnly> { new(2026, 10, 10) },
        },
        Departments =
        [
            new("service", Text("客户服务部", "客戶服務部", "Customer Service"), "aad-alex"),
            new("network", Text("网络部", "網路部", "Network"), "aad-zhang-min"),
            new("market", Text("市场部", "市場部", "Marketing"), "aad-chen-jie"),
            new("quality", Text("品质管理部", "品質管理部", "Quality"), "aad-wu-fang"),
        ],
        Staff =
        [
            Person("aad-alex", "Alex Wilber", "service", Role.Manager, Role.Handler),
            Person("aad-li-wei", "李伟", "network", Role.Handler),
            Person("aad-zhang-min", "张敏", "network", Role.Manager, Role.Handler),
            Person("aad-chen-jie", "陈洁", "market", Role.Manager, Role.Handler),
            Person("aad-wu-fang", "吴芳", "quality", Role.Quality),
            Person("aad-ceo", "周总", "quality", Role.Executive),
        ],
        Categories =
        [
            new("signal", "network", Text("网络信号", "網路訊號", "Signal"), Severity.Medium),
            new("broadband", "network", Text("宽带故障", "寬頻故障", "Broadband"), Severity.Medium),
            new("billing", "service", Text("账单计费", "帳單計費", "Billing"), Severity.Medium),
            new("tariff", "market", Text("资费套餐", "資費方案", "Tariff"), Severity.Low),
            new("promotion", "market", Text("促销活动", "促銷活動", "Promotion"), Severity.Low),
            new("staff-attitude", "service", Text("服务态度", "服務態度", "Staff attitude"), Severity.Medium),
            new("safety", "quality", Text("安全问题", "安全問題", "Safety"), Severity.Critical),
            new("other", "service", Text("其他", "其他", "Other"), Severity.Low),
        ],
        Inquiries = new("market", "service", "quality"),
        Policies = [],
        LevelFactors = new Dictionary<string, double> { ["vip"] = 0.5, ["key"] = 0.25 },
        Ladder = new(),
        EmergencyContacts = ["aad-wu-fang"],
        Confirmation = new(Duration.FromDays(2), 2, Duration.FromDays(7)),
        Survey = new(Duration.FromDays(1), Duration.FromDays(2), Duration.FromDays(7)),
        Quality = new(),
    };

    /// <summary>A Saturday morning.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 21, 10, 0, 0, TimeSpan.FromHours(8));

    /// <summary>The same with more people, so that names are ambiguous.</summary>
    public static Organisation With(params (string Id, string Name)[] more) =>
        Organisation with
        {
            Staff = [.. Organisation.Staff, .. more.Select(m => Person(m.Id, m.Name, "network", Role.Handler))],
        };

    private static StaffMember Person(string id, string name, string department, params Role[] roles) =>
        new(id, name, department) { Roles = roles.ToHashSet() };

    private static LocalizedText Text(string zhCn, string zhTw, string en) =>
        new([new(Languages.ZhCn, zhCn), new(Languages.ZhTw, zhTw), new(Languages.En, en)]);
}
