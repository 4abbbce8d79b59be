using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using Understanding.Staff.Times;

namespace Understanding.Staff.Inputs;

/// <summary>Commands about a time: extend, snooze, hold.</summary>
internal static partial class TimedInputs
{
    /// <summary>Inputs <c>until</c>, or <c>by</c> (an ISO 8601 length on top of the present deadline), and <c>reason</c>.</summary>
    public static Dictionary<string, string> Extend(Phrase rest, CommandText text, string words)
    {
        var inputs = new Dictionary<string, string>(StringComparer.Ordinal);
        // "延期3天" counts from the deadline, "延期到三天后" from now.
        if (
            !Until().IsMatch(words + rest.Folded[..Math.Min(3, rest.Folded.Length)])
            && SpokenLength.In(rest.Folded) is { } more
            && rest.Folded[..more.Start].Trim(' ', ':', ',') is "" or "by" or "another" or "再"
        )
        {
            inputs["by"] =
                more.Unit == LengthUnit.WorkingDay
                    ? string.Create(CultureInfo.InvariantCulture, $"working:{more.Count}")
                    : XmlConvert.ToString(more.Wall);
            Reason(inputs, rest.From(more.Start + more.Length));
            return inputs;
        }
        if (UpcomingTime.In(rest.Folded, text.Now, text.Organisation) is not { } time)
        {
            Reason(inputs, rest);
            return inputs;
        }
        inputs["until"] = time.Value;
        Reason(inputs, rest.From(time.Start + time.Length) is { IsEmpty: false } after ? after : rest.Part(0, time.Start));
        return inputs;
    }

    /// <summary>Inputs <c>for</c> (ISO 8601) and <c>reason</c>. Without a length: an hour, as the card's button. Null when "提醒" was
    /// said of something else.</summary>
    public static Dictionary<string, string>? Snooze(CommandText text, string words)
    {
        var whole = new Phrase(text.Body, text.Folded);
        var inputs = new Dictionary<string, string>(StringComparer.Ordinal);
        var end = 0;
        if (SpokenLength.In(text.Folded) is { } length)
            (inputs["for"], end) = (XmlConvert.ToString(length.Wall), length.Start + length.Length);
        else if (UpcomingTime.In(text.Folded, text.Now, text.Organisation) is { } time)
        {
            var at = DateTime.Parse(time.Value, CultureInfo.InvariantCulture);
            // "Remind me tomorrow" means when the working day begins.
            if (!time.Value.Contains('T', StringComparison.Ordinal))
                at = at.Add(text.Organisation.Calendar.Hours[0].From.ToTimeSpan());
            if (at > text.Now.DateTime)
                (inputs["for"], end) = (
                    XmlConvert.ToString(TimeSpan.FromMinutes(Math.Ceiling((at - text.Now.DateTime).TotalMinutes))),
                    time.Start + time.Length
                );
        }
        if (end == 0 && !Later().IsMatch(words))
            return null;
        var tail = Remind().Match(text.Folded, end);
        Reason(inputs, whole.From(tail.Success ? tail.Index + tail.Length : end));
        return inputs;
    }

    /// <summary>Inputs of <c>hold</c>: reason, until, question. Words that name no other reason are the question to the customer.</summary>
    public static Dictionary<string, string> Hold(Phrase rest, CommandText text, string words)
    {
        var inputs = new Dictionary<string, string>(StringComparer.Ordinal);
        var asks = Asks().IsMatch(words);
        var said = words + rest.Folded;
        var reason =
            asks ? "waitingCustomer"
            : Parts().IsMatch(said) ? "waitingParts"
            : ThirdParty().IsMatch(said) ? "waitingThirdParty"
            : Agreed().IsMatch(said) ? "agreedDate"
            : null;
        var time = asks ? null : UpcomingTime.In(rest.Folded, text.Now, text.Organisation);
        // "Hold until Friday" and nothing else: so it was agreed.
        if (reason is null && time is not null && rest.Without(time.Start, time.Length).IsEmpty)
            reason = "agreedDate";
        inputs["reason"] = reason ?? "waitingCustomer";
        if (time is not null)
            inputs["until"] = time.Value;
        if (inputs["reason"] == "waitingCustomer" && Question().Replace(rest.Text, "") is { Length: > 0 } question)
            inputs["question"] = CommandText.Trim(question);
        return inputs;
    }

    private static void Reason(Dictionary<string, string> inputs, Phrase words)
    {
        if (words.Reason() is { Length: > 0 } reason)
            inputs["reason"] = reason;
    }

    [GeneratedRegex(@"到|至|成|\b(to|till|until)\b", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Until();

    [GeneratedRegex(@"\G.{0,3}?(提醒|催)(我|一下)?|(?<=remind me.*)\G\s", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Remind();

    [GeneratedRegex(@"^(稍后|等会|晚|待会|过会|回头|推迟|延后|暂缓|推后|snooze|remind)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Later();

    [GeneratedRegex(@"问|ask|请客户", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Asks();

    [GeneratedRegex(@"备件|配件|零件|缺件|缺货|到货|\b(spare )?parts?\b|in stock|delivery", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Parts();

    [GeneratedRegex(
        @"第三方|厂家|厂商|供应商|物业|合作方|third part(y|ies)|supplier|vendor|manufacturer|contractor",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex ThirdParty();

    [GeneratedRegex(@"约好|约定|约了|约在|客户约|agreed|appointment", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Agreed();

    [GeneratedRegex(
        @"^(等待?客户(补充|提供)?|waiting for (the )?customer|待客户补充)[\s:：,，]*",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        10_000
    )]
    private static partial Regex Question();
}
