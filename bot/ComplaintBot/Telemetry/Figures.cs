using System.Diagnostics.Metrics;

namespace ComplaintBot.Telemetry;

/// <summary>What is counted and measured while the bot runs; docs/operations.md explains each. Without a listener nothing is
/// kept.</summary>
public static class Figures
{
    /// <summary>The name by which the figures are collected.</summary>
    public const string MeterName = "ComplaintBot";

    private static readonly Meter Meter = new(MeterName);

    /// <summary>Length of turns in seconds, from the taking of the stored activity to the commit; by type of the activity and
    /// outcome (<c>done</c>, <c>failed</c>). Its count is the number of turns.</summary>
    public static Histogram<double> TurnLength { get; } = Meter.CreateHistogram<double>("complaintbot.turn.duration", "s");

    /// <summary>Rows that wait (and, of the outbox, that were given up), by queue and state.</summary>
    public static Gauge<long> QueueDepth { get; } = Meter.CreateGauge<long>("complaintbot.queue.depth", "{message}");

    /// <summary>Age of the oldest row that waits, in seconds, by queue; 0 when none does.</summary>
    public static Gauge<double> OldestPending { get; } = Meter.CreateGauge<double>("complaintbot.queue.oldest", "s");

    /// <summary>Complaints whose next reminder, escalation or survey is over its time and was not done.</summary>
    public static Gauge<long> RemindersLate { get; } = Meter.CreateGauge<long>("complaintbot.reminders.late", "{complaint}");

    /// <summary>Promises that were kept or not, by kind of promise and outcome (<c>kept</c>, <c>late</c>, <c>missed</c>).</summary>
    public static Counter<long> Promises { get; } = Meter.CreateCounter<long>("complaintbot.promises", "{promise}");

    /// <summary>Messages of people that were read, by role and outcome: <c>understood</c>, or <c>asked_back</c> where the bot had to
    /// ask what was meant.</summary>
    public static Counter<long> Readings { get; } = Meter.CreateCounter<long>("complaintbot.messages.read", "{message}");

    /// <summary>Texts that a model was to read, by outcome: <c>answered</c>, or why they were read locally after all.</summary>
    public static Counter<long> ModelAnswers { get; } = Meter.CreateCounter<long>("complaintbot.model.answers", "{text}");
}
