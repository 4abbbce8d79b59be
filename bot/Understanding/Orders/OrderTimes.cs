using System.Globalization;
using System.Xml;
using Understanding.Dates;
using Understanding.Learning.Examples;
using Understanding.Orders.Times;
using Understanding.Writing;

namespace Understanding.Orders;

/// <summary>Words of time in an order as values of card inputs.</summary>
internal static class OrderTimes
{
    /// <summary>The words of time in Times/Times.txt.</summary>
    internal static readonly PhraseForms Forms = PhraseForms.Beside(typeof(TimeOfDay), "Times.txt");

    /// <summary>A day or an hour to come: YYYY-MM-DD or YYYY-MM-DDTHH:MM; null when the words are none ("until he is back").</summary>
    public static string? Until(Mark mark, OrderText text) =>
        UpcomingTime.In(text.Folded.Substring(mark.Start, mark.Length), text.Context.Now, text.Context.Organisation);

    /// <summary>The last day of the words: of "tomorrow" the same day, of "next week" its last one.</summary>
    public static string? LastDay(Mark mark, OrderText text)
    {
        var words = text.Text.Substring(mark.Start, mark.Length);
        var day = DateRecognizer.Upcoming(words, text.Context.Now).FirstOrDefault(d => !d.IsVague);
        return day?.To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    /// <summary>A length as ISO 8601; null when the words are none.</summary>
    public static string? Length(Mark mark, OrderText text) =>
        SpokenLength.In(text.Folded.Substring(mark.Start, mark.Length)) is { } length ? XmlConvert.ToString(length.Wall) : null;

    /// <summary>How many working days a length is; null when it is another one.</summary>
    public static string? WorkingDays(Mark mark, OrderText text) =>
        SpokenLength.In(text.Folded.Substring(mark.Start, mark.Length)) is { Unit: LengthUnit.WorkingDay } length
            ? length.Count.ToString(CultureInfo.InvariantCulture)
            : null;

    /// <summary>An hour of the day: HH:MM.</summary>
    public static string? Hour(Mark mark, OrderText text) =>
        TimeOfDay.In(text.Folded.Substring(mark.Start, mark.Length))?.Time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A day of the week in English; the words as said when they are none.</summary>
    public static string Weekday(Mark mark, OrderText text)
    {
        var folded = text.Folded.Substring(mark.Start, mark.Length);
        return Enum.GetNames<DayOfWeek>().Select(d => d.ToLowerInvariant()).FirstOrDefault(d => Forms[d].IsMatch(folded))
            ?? text.Words(mark);
    }
}
