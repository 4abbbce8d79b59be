namespace Complaints.Organisations;

/// <summary>Who handles complaints and by which rules: the content of the organisation file. Immutable; a new file makes a new
/// one.</summary>
public sealed record Organisation
{
    /// <summary>The name that customers see.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>The zone that ticket days, business hours and named periods ("last month") are counted in.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>The one Teams tenant whose people are staff. An opaque string; without it the host's own directory counts.</summary>
    public string? TenantId { get; init; }

    /// <summary>Working days, hours, holidays, quiet hours.</summary>
    public required WorkCalendar Calendar { get; init; }

    /// <summary>All departments, in the file's order.</summary>
    public required IReadOnlyList<Department> Departments { get; init; }

    /// <summary>All staff, in the file's order.</summary>
    public required IReadOnlyList<StaffMember> Staff { get; init; }

    /// <summary>All complaint categories, in the file's order. The last resort is the one with id "other", else the last.</summary>
    public required IReadOnlyList<Category> Categories { get; init; }

    /// <summary>Department ids that receive what is no complaint (docs/procedure.md §2).</summary>
    public required InquiryDepartments Inquiries { get; init; }

    /// <summary>Deadline policies; the most specific one that fits a complaint holds.</summary>
    public required IReadOnlyList<DeadlinePolicy> Policies { get; init; }

    /// <summary>Factor on the lengths of deadlines by customer level, e.g. vip 0.5. A level that is not listed counts 1.</summary>
    public required IReadOnlyDictionary<string, double> LevelFactors { get; init; }

    /// <summary>When reminders come and who gets them.</summary>
    public required Ladder Ladder { get; init; }

    /// <summary>The aadObjectIds told at once of a critical complaint.</summary>
    public required IReadOnlyList<string> EmergencyContacts { get; init; }

    /// <summary>How the customer is asked whether the result satisfied them.</summary>
    public required ConfirmationPolicy Confirmation { get; init; }

    /// <summary>Timing of the survey after close.</summary>
    public required SurveyPolicy Survey { get; init; }

    /// <summary>Spot checks, effectiveness tracking, windows for repetition.</summary>
    public required QualityPolicy Quality { get; init; }

    /// <summary>What the company's directory decides where this file is silent.</summary>
    public DirectoryRules Directory { get; init; } = new();

    /// <summary>Ids of staff whom the directory shows as out of office now, beside the absences written down.</summary>
    public IReadOnlySet<string> Away { get; init; } = new HashSet<string>();

    /// <summary>The department with this id, or null.</summary>
    public Department? FindDepartment(string? id) => Departments.FirstOrDefault(d => d.Id == id);

    /// <summary>The category with this id, or null.</summary>
    public Category? FindCategory(string? id) => Categories.FirstOrDefault(c => c.Id == id);

    /// <summary>The member of staff with this aadObjectId (ordinal), or null.</summary>
    public StaffMember? FindStaff(string? aadObjectId) => Staff.FirstOrDefault(s => s.Id == aadObjectId);

    /// <summary>What a text that fits nothing else is filed under.</summary>
    public Category OtherCategory => FindCategory("other") ?? Categories[^1];

    /// <summary>Staff who hold a role.</summary>
    public IEnumerable<StaffMember> StaffWith(Role role) => Staff.Where(s => s.Roles.Contains(role));

    /// <summary>The person answerable for a department: its manager.</summary>
    public StaffMember? ManagerOf(string? departmentId) => FindStaff(FindDepartment(departmentId)?.Manager);

    /// <summary>True when <paramref name="departmentId"/> is <paramref name="ancestorId"/> or lies below it.</summary>
    public bool IsWithin(string? departmentId, string? ancestorId)
    {
        for (var (d, steps) = (FindDepartment(departmentId), 0); d is not null && steps < 32; d = FindDepartment(d.Parent), steps++)
        {
            if (d.Id == ancestorId)
                return true;
        }
        return false;
    }

    /// <summary>The local time in the organisation's zone at an instant.</summary>
    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, TimeZone);
}

/// <summary>A department; <paramref name="Manager"/> is the aadObjectId of the person answerable for it.</summary>
public sealed record Department(string Id, LocalizedText Name, string Manager)
{
    /// <summary>Id of the department above, if any: its manager sees this one too.</summary>
    public string? Parent { get; init; }

    /// <summary>Other words people use for it, in any language.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Own working hours, when they differ from the organisation's.</summary>
    public IReadOnlyList<WorkPeriod>? Hours { get; init; }

    /// <summary>Teams channel conversation id where the department's cards go as well, if any.</summary>
    public string? Channel { get; init; }
}

/// <summary>A person of the staff. <paramref name="Id"/> is the aadObjectId: opaque, not always a well-formed GUID.</summary>
public sealed record StaffMember(string Id, string Name, string Department)
{
    /// <summary>What they may do (docs/procedure.md §11).</summary>
    public IReadOnlySet<Role> Roles { get; init; } = new HashSet<Role>();

    /// <summary>Category ids or free skill words.</summary>
    public IReadOnlySet<string> Skills { get; init; } = new HashSet<string>();

    /// <summary>Languages they serve customers in; empty means any.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>How many open complaints they can carry; at that load they are passed over.</summary>
    public int Capacity { get; init; } = 20;

    /// <summary>Senior handlers are preferred for vip and key customers and for high and critical complaints.</summary>
    public bool Senior { get; init; }

    /// <summary>Phone number shown to customers and colleagues, if the organisation wants that.</summary>
    public string? Phone { get; init; }

    /// <summary>Days away, both ends included, with the person who stands in.</summary>
    public IReadOnlyList<Absence> Absences { get; init; } = [];

    /// <summary>Other ways the name is written (pinyin, nickname).</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Where they work, when that is another zone than the organisation's.</summary>
    public TimeZoneInfo? TimeZone { get; init; }

    /// <summary>True on a day (in the organisation's zone) that an absence covers.</summary>
    public bool IsAbsentOn(DateOnly day) => Absences.Any(a => a.From <= day && day <= a.To);
}

/// <summary>Days away from work, both ends included; <paramref name="Substitute"/> is an aadObjectId.</summary>
public sealed record Absence(DateOnly From, DateOnly To, string? Substitute);

/// <summary>What a person may do (docs/procedure.md §11).</summary>
public enum Role
{
    /// <summary>Files and follows their own complaints.</summary>
    Customer,

    /// <summary>Logs complaints for customers who phoned, wrote or came.</summary>
    Frontline,

    /// <summary>Owns complaints.</summary>
    Handler,

    /// <summary>Answers for a department and those below it.</summary>
    Manager,

    /// <summary>Sees and inspects everything; makes return visits.</summary>
    Quality,

    /// <summary>Reads everything; last rung of the ladder.</summary>
    Executive,

    /// <summary>Organisation file, export and erasure of personal data.</summary>
    Admin,
}

/// <summary>A kind of complaint and the department that answers for it.</summary>
public sealed record Category(string Id, string Department, LocalizedText Name, Severity Severity)
{
    /// <summary>True when somebody may have to come: the on-site deadline of the policy applies.</summary>
    public bool OnSite { get; init; }

    /// <summary>Other words people use for it, in any language; the local understanding knows them.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];
}

/// <summary>How serious a complaint is (docs/procedure.md §3), least first so that they compare.</summary>
public enum Severity
{
    /// <summary>Inconvenience, information, cosmetic. 轻微</summary>
    Low,

    /// <summary>Function impaired with a workaround, attitude, late delivery. 一般</summary>
    Medium,

    /// <summary>Blocks the customer, repeated after close, large claim. 紧急</summary>
    High,

    /// <summary>An emergency: danger, injury, regulator, media, many customers. 特急</summary>
    Critical,
}

/// <summary>Department ids for what is no complaint (docs/procedure.md §2).</summary>
public sealed record InquiryDepartments(string PreSale, string Order, string Praise);
