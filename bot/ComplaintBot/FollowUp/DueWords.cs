using System.Globalization;
using ComplaintBot.Conversations;
using Complaints;
using Complaints.Calendars;
using Complaints.Deadlines;
using Complaints.Events;
using Complaints.Organisations;

namespace ComplaintBot.FollowUp;

/// <summary>Says why a promise falls due when it does: what was counted, which days were not, what it waited for, who moved it.</summary>
public static class DueWords
{
    // Of a long count the first and the last days are told; the ones between are said to be like them.
    private const int FirstDays = 3;
    private const int LastDays = 2;

    /// <summary>The explanation, one thing a line.</summary>
    public static string Of(Complaint complaint, Deadline deadline, Reader reader)
    {
        return string.Join("\n", Lines(complaint, deadline, reader));
    }

    private static IEnumerable<string> Lines(Complaint complaint, Deadline deadline, Reader reader)
    {
        var what = reader.Text("deadline." + Reader.Code(deadline.Kind));
        yield return deadline.PausedSince is null
            ? reader.Text("due.is", ("what", what), ("ticket", complaint.Ticket), ("at", reader.Promise(deadline.Due)))
            : reader.Text("due.paused", ("what", what), ("ticket", complaint.Ticket), ("since", reader.Moment(deadline.PausedSince.Value)));
        if (DueReason.Of(deadline, complaint, reader.Organisation) is not { } why)
        {
            yield return reader.Text("due.olderCalendar", ("start", reader.Moment(deadline.Start)));
            yield break;
        }
        yield return reader.Text(
            why.Clock == ClockBase.Business ? "due.working" : "due.calendar",
            ("start", reader.Moment(why.Start)),
            ("length", Length(why.Length, why.Clock, complaint, reader))
        );
        foreach (var day in Days(why, reader))
            yield return day;
        foreach (var rest in Joined(why.Skipped))
            yield return reader.Text(
                rest.Kind == DayKind.Holiday ? "due.holiday" : "due.weekend",
                ("days", Range(rest.First, rest.Last, reader))
            );
        if (why.MakeUpDays.Count > 0)
            yield return reader.Text(
                "due.makeUp",
                ("days", string.Join(reader.Text("common.listSeparator"), why.MakeUpDays.Select(reader.Day)))
            );
        foreach (var pause in why.Pauses.Where(p => p.To is not null))
            yield return reader.Text(
                "due.waited",
                ("from", reader.Moment(pause.From)),
                ("to", reader.Moment(pause.To!.Value)),
                ("length", reader.Speech.Times.Length(reader.Language, pause.HeldBack))
            );
        foreach (var moved in complaint.History.Where(e => e.Event is DeadlineMoved { Why: "extended" } m && m.Id == deadline.Id))
            yield return reader.Text(
                "due.extended",
                ("who", moved.By.Name),
                ("at", reader.Moment(moved.At)),
                ("reason", ((DeadlineMoved)moved.Event).Reason)
            );
    }

    // Whole working days read better than 75 hours.
    private static string Length(TimeSpan length, ClockBase clock, Complaint complaint, Reader reader)
    {
        var day = BusinessClock.Of(reader.Organisation, complaint.Department).WorkingDayLength;
        return clock == ClockBase.Business && length >= day && length.Ticks % day.Ticks == 0
            ? reader.Text(
                "due.workingDays",
                ("count", (int)(length / day)),
                ("hours", (length / (length / day)).TotalHours.ToString("0.##", CultureInfo.InvariantCulture))
            )
            : reader.Speech.Times.Length(reader.Language, length);
    }

    private static IEnumerable<string> Days(DueExplanation why, Reader reader)
    {
        if (why.Clock == ClockBase.Calendar)
            yield break;
        var days = why.Counted.GroupBy(s => DateOnly.FromDateTime(s.From.DateTime)).ToList();
        var cut = days.Count > FirstDays + LastDays + 1;
        for (var i = 0; i < days.Count; i++)
        {
            if (cut && i >= FirstDays && i < days.Count - LastDays)
            {
                if (i == FirstDays)
                    yield return reader.Text("due.andSo", ("count", days.Count - FirstDays - LastDays));
                continue;
            }
            // To the minute, as the times beside it are shown: seconds of the start would make a minute seem to be missing.
            var sum = TimeSpan.FromMinutes(Math.Round(days[i].Sum(s => s.Length.TotalMinutes)));
            var spans = string.Join(reader.Text("common.listSeparator"), days[i].Select(s => $"{Clock(s.From)}–{Clock(s.To)}"));
            yield return reader.Text(
                "due.day",
                ("day", reader.Day(days[i].Key)),
                ("spans", spans),
                ("length", reader.Speech.Times.Length(reader.Language, sum))
            );
        }
    }

    // People call it one holiday when the weekend lies in it.
    private static List<SkippedDays> Joined(IReadOnlyList<SkippedDays> days)
    {
        var joined = new List<SkippedDays>();
        foreach (var d in days)
        {
            if (joined.Count > 0 && joined[^1].Last.AddDays(1) == d.First)
                joined[^1] = new(
                    joined[^1].Kind == DayKind.Holiday || d.Kind == DayKind.Holiday ? DayKind.Holiday : d.Kind,
                    joined[^1].First,
                    d.Last
                );
            else
                joined.Add(d);
        }
        return joined;
    }

    private static string Range(DateOnly first, DateOnly last, Reader reader) =>
        first == last ? reader.Day(first) : $"{reader.Day(first)} – {reader.Day(last)}";

    private static string Clock(DateTimeOffset at) => at.ToString("HH:mm", CultureInfo.InvariantCulture);
}
