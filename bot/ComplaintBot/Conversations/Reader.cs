using System.Globalization;
using System.Text.Json.Nodes;
using ComplaintBot.Cards;
using Complaints;
using Complaints.Deadlines;
using Complaints.Organisations;

namespace ComplaintBot.Conversations;

/// <summary>Who reads a card: in which language, at which time. Names and times come out as that reader says them.</summary>
public sealed record Reader(Organisation Organisation, DateTimeOffset Now, Speech Speech, string Language)
{
    /// <summary>The customer who reads (<c>channel:userId</c>); null for staff.</summary>
    public string? Customer { get; init; }

    /// <summary>The number by which the reader knows a complaint: a customer sees their own and never that of another.</summary>
    public string NumberOf(Complaint complaint)
    {
        return Customer is null ? complaint.Ticket : complaint.NumberFor(Customer);
    }

    /// <summary>The words of a key.</summary>
    public string Text(string key, params ReadOnlySpan<(string Name, object? Value)> arguments) =>
        Speech.Strings.Text(Language, key, arguments);

    /// <summary>A moment, such as "today 11:12".</summary>
    public string Moment(DateTimeOffset at) => Speech.Times.Moment(Language, Organisation.Local(at), Organisation.Local(Now));

    /// <summary>A moment by which something is promised: as <see cref="Moment"/>, with the zone where the reader may be in another one.
    /// </summary>
    public string Promise(DateTimeOffset at) =>
        IsMaybeElsewhere ? Text("time.inZone", ("time", Moment(at)), ("zone", TimeText.Zone(Organisation.Local(at)))) : Moment(at);

    // Chinese is at home eight hours east of Greenwich; a customer who reads anything else may sit anywhere.
    private bool IsMaybeElsewhere =>
        Customer is not null && (Language == Languages.En || Organisation.Local(Now).Offset != TimeSpan.FromHours(8));

    /// <summary>A moment with its day, such as "Mon 30 Nov 09:12": for what is read later, too.</summary>
    public string OnDay(DateTimeOffset at)
    {
        var local = Organisation.Local(at);
        var time = local.ToString("HH:mm", CultureInfo.InvariantCulture);
        return Text("time.onDay", ("day", Day(DateOnly.FromDateTime(local.DateTime))), ("time", time));
    }

    /// <summary>The zone of all times that are said, such as "UTC+8".</summary>
    public string Zone => TimeText.Zone(Organisation.Local(Now));

    /// <summary>A day, such as "Mon 30 Nov".</summary>
    public string Day(DateOnly day) => Speech.Times.Day(Language, day, DateOnly.FromDateTime(Organisation.Local(Now).DateTime));

    /// <summary>A stretch of days, such as "Mon 30 Nov – Wed 2 Dec"; a whole month by its name, since a bill's month is no day.</summary>
    public string Days(DateOnly from, DateOnly? to) =>
        to is not { } last || last == from ? Day(from)
        : from.Day == 1 && last == from.AddMonths(1).AddDays(-1) ? Speech.Times.Month(Language, from)
        : $"{Day(from)} – {Day(last)}";

    /// <summary>The name of a category.</summary>
    public string Category(string? id) => (Organisation.FindCategory(id) ?? Organisation.OtherCategory).Name.In(Language);

    /// <summary>The name of a department; the id when it is not in the file any more.</summary>
    public string Department(string? id) => Organisation.FindDepartment(id)?.Name.In(Language) ?? id ?? "";

    /// <summary>A member of staff with department, such as "李伟 · 网络部"; null for nobody.</summary>
    public string? PersonWithDepartment(string? id) =>
        Organisation.FindStaff(id) is { } s ? $"{s.Name} · {Department(s.Department)}" : null;

    /// <summary>A name of staff; a former colleague who is not in the file any more is called that, never by an id.</summary>
    public string Person(string? id) => id is null ? "" : Organisation.FindStaff(id)?.Name ?? Text("common.formerColleague");

    /// <summary>The wanted remedies in words.</summary>
    public string? Remedies(IReadOnlyList<string> remedies) =>
        remedies.Count == 0
            ? null
            : string.Join(Text("common.listSeparator"), remedies.Select(r => Speech.Strings.Has("remedy." + r) ? Text("remedy." + r) : r));

    /// <summary>The code of an enum member as cards and strings use it: camelCase.</summary>
    public static string Code(Enum value) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>The promise that matters next to whoever waits for it: the earliest pending one of these kinds; null when none
    /// runs.</summary>
    public JsonObject? Next(Complaint complaint, params DeadlineKind[] kinds)
    {
        var next = complaint.PendingOfStaff.FirstOrDefault(d => kinds.Contains(d.Kind) && d.PausedSince is null);
        return next is null
            ? null
            : new JsonObject
            {
                ["what"] = Code(next.Kind),
                ["at"] = Promise(next.Due),
                ["late"] = next.IsOverdue(Now),
                ["why"] = next.IsOverdue(Now) ? Text("talk.lateSorry") : null,
            };
    }
}
