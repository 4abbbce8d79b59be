using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ComplaintBot.Tests.MainLine;
using Complaints;

namespace ComplaintBot.Tests.Conversations;

/// <summary>Plays a play on a stage: every line of the script happens, and the bot says to customers exactly what the script says,
/// nothing else.</summary>
internal sealed partial class Performance(Play play, Stage stage)
{
    private static readonly string[] Audience = ["customer", "tablet", "stranger"];
    private readonly Dictionary<string, (WebCustomer Who, int Read)> _customers = [];
    private readonly Dictionary<string, int> _staffRead = [];
    private readonly StringBuilder _transcript = new();
    private string? _ticket;
    private string? _code;

    /// <summary>What was said so far, for reading aloud.</summary>
    public string Transcript => _transcript.ToString();

    public async Task RunAsync()
    {
        if (play.Lines[0] is not { What: Did.Comes })
        {
            // The greeting of those who just begin is the same in every play.
            await ComeAsync("customer");
            _customers["customer"] = _customers["customer"] with { Read = _customers["customer"].Who.Heard.Count };
        }
        foreach (var line in play.Lines)
        {
            try
            {
                await DoAsync(line);
            }
            catch (Exception e) when (e is not PlayException)
            {
                throw Wrong(line, e.ToString());
            }
        }
        await AssertNothingLeftAsync(play.Lines[^1]);
        if (IsDraft)
            throw Wrong(play.Lines[^1], "The play is a draft.");
        if (!stage.Problems.IsEmpty)
            throw Wrong(play.Lines[^1], "The host logged: " + string.Join('\n', stage.Problems));
    }

    private async Task DoAsync(PlayLine line)
    {
        if (IsDraft || line.What is not (Did.BotSays or Did.Hears or Did.TicketHas))
            await AssertNothingLeftAsync(line);
        var text = line.Text.Replace("<ticket>", _ticket, StringComparison.Ordinal).Replace("<code>", _code, StringComparison.Ordinal);
        switch (line.What)
        {
            case Did.TimePasses:
                Note("", line.Text);
                await stage.PassAsync(line.Time);
                // An open page renews its token by itself.
                foreach (var (who, _) in _customers.Values)
                    await who.OpenPageAsync();
                break;
            case Did.BotSays:
                await BotSaysAsync(line, text);
                break;
            case Did.Hears:
                await StaffHearsAsync(line, text);
                break;
            case Did.TicketHas:
                await TicketHasAsync(line, text);
                break;
            case Did.Comes:
                await ComeAsync(line.Who);
                break;
            default:
                Note(
                    line.Who,
                    line.What switch
                    {
                        Did.Presses => $"〔{line.Verb}〕 {text}",
                        Did.Sends => $"[{text}]",
                        _ => text.Length > 300 ? $"{text[..300]}… ({text.Length} characters)" : text,
                    }
                );
                if (Audience.Contains(line.Who))
                    await CustomerAsync(line, text);
                else
                    await StaffAsync(line, text);
                break;
        }
        if (line.What is not (Did.BotSays or Did.Hears or Did.TicketHas))
            await stage.QuietAsync();
        if (IsDraft)
            NoteStaff();
    }

    private async Task CustomerAsync(PlayLine line, string text)
    {
        if (!_customers.ContainsKey(line.Who))
            await ComeAsync(line.Who);
        var customer = _customers[line.Who].Who;
        switch (line.What)
        {
            case Did.Presses:
                await customer.PressAsync(line.Verb, [.. Inputs(text)]);
                break;
            case Did.Sends:
                await customer.SendFilesAsync(text.Split(',', StringSplitOptions.TrimEntries));
                break;
            default:
                await customer.SayAsync(text);
                break;
        }
    }

    private async Task ComeAsync(string who)
    {
        Note(who, "(opens the page)");
        if (_customers.TryGetValue(who, out var known))
            await known.Who.OpenPageAsync();
        else
            _customers[who] = (await WebCustomer.OpenPageAsync(stage.Address, play.Language), 0);
        await stage.QuietAsync();
        await _customers[who].Who.ReadAsync();
    }

    private async Task StaffAsync(PlayLine line, string text)
    {
        var person = await PersonAsync(line);
        await MeetAsync(person);
        if (line.What == Did.Says)
        {
            await stage.Staff.SayAsync(person, text);
            return;
        }
        var data =
            stage
                .Staff.Of(person)
                .Reverse()
                .Select(m => Spoken.Button(m.Activity, line.Verb))
                .FirstOrDefault(d => d is not null)
                ?.DeepClone() as JsonObject
            ?? new JsonObject { ["ticket"] = _ticket };
        data.Remove("version");
        foreach (var (id, value) in Inputs(text))
            data[id] = value;
        var answer = await stage.Staff.PressAsync(person, line.Verb, data);
        Note("", "  → " + (answer["value"] is JsonValue words ? words.ToString() : "card"));
    }

    private async Task<string> PersonAsync(PlayLine line) =>
        line.Who switch
        {
            "owner" => (await stage.ComplaintAsync(_ticket!)).AnswerablePerson ?? throw Wrong(line, "Nobody owns the ticket."),
            "alex" => "00000000-0000-0000-0000-0000000000020",
            var name => "aad-" + name,
        };

    // Whoever never spoke to the bot cannot be reached by it: they say hello first, as after installing the app.
    private async Task MeetAsync(string person)
    {
        if (_staffRead.TryAdd(person, 0))
        {
            await stage.Staff.SayAsync(person, "hello");
            await stage.QuietAsync();
        }
    }

    private async Task StaffHearsAsync(PlayLine line, string pattern)
    {
        var person = await PersonAsync(line);
        await MeetAsync(person);
        var got = stage.Staff.Of(person);
        for (var at = _staffRead[person]; at < got.Count; at++)
        {
            if (FitsInAnyLanguage(pattern, got[at].Activity))
            {
                Note(line.Who + " hears", Spoken.Words(got[at].Activity));
                // Of a complaint that staff logged nobody else hears the number.
                _ticket ??= Ticket().Match(Spoken.Words(got[at].Activity)) is { Success: true } logged ? logged.Value : null;
                _staffRead[person] = at + 1;
                return;
            }
        }
        throw Wrong(
            line,
            $"{line.Who} heard only:\n" + string.Join('\n', got.Skip(_staffRead[person]).Select(m => "  " + Spoken.Words(m.Activity)))
        );
    }

    private async Task BotSaysAsync(PlayLine line, string pattern)
    {
        var (customer, read) = _customers[line.Who];
        await customer.ReadAsync();
        if (read == customer.Heard.Count)
            throw Wrong(line, "The bot says nothing.");
        var said = customer.Heard[read];
        _customers[line.Who] = (customer, read + 1);
        var words = Spoken.Words(said);
        Heard(line.Who, words);
        if (!FitsInAnyLanguage(pattern, said))
            throw Wrong(line, "The bot says instead: " + words);
    }

    private async Task TicketHasAsync(PlayLine line, string facts)
    {
        var complaint = await stage.ComplaintAsync(_ticket!);
        foreach (var (name, value) in Inputs(facts))
        {
            var actual = Fact(complaint, name) is { Length: > 0 } known ? known : "nothing";
            // "… words …": they stand somewhere in it.
            if (
                !(
                    value.Contains('…', StringComparison.Ordinal)
                        ? actual.Contains(value.Trim('…', ' '), StringComparison.Ordinal)
                        : actual == value
                )
            )
                throw Wrong(line, $"{name} is {actual}.");
        }
    }

    private static string Fact(Complaint complaint, string name) =>
        name switch
        {
            "category" => complaint.Details.Category,
            "severity" => complaint.Severity.ToString(),
            "because" => complaint.SeverityReason,
            "state" => complaint.State.ToString(),
            "product" => complaint.Details.Product ?? "",
            "order" => complaint.Details.OrderNumber ?? "",
            "place" => complaint.Details.Place ?? "",
            "from" => $"{complaint.Details.HappenedFrom:yyyy-MM-dd}",
            "remedies" => string.Join(',', complaint.Details.Remedies),
            "amount" => complaint.Details.Amount is { } amount ? $"{amount} {complaint.Details.Currency}" : "",
            "phone" => complaint.Complainant.Phone ?? "",
            "email" => complaint.Complainant.Email ?? "",
            "name" => complaint.Complainant.Name ?? "",
            "language" => complaint.Complainant.Language,
            "anonymous" => complaint.Complainant.Anonymous ? "yes" : "no",
            "files" => string.Join(',', complaint.Details.Files.Select(f => f.Name)),
            "words" => complaint.Details.Description,
            "round" => $"{complaint.Round}",
            "history" => string.Join(' ', complaint.History.Select(h => System.Text.Json.JsonSerializer.Serialize(h.Event, Readable))),
            _ => throw new FormatException($"There is no fact '{name}'."),
        };

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    // Every word of the bot must stand in the script.
    private async Task AssertNothingLeftAsync(PlayLine line)
    {
        foreach (var (who, (customer, read)) in _customers)
        {
            await customer.ReadAsync();
            if (customer.Heard.Count > read && IsDraft)
            {
                foreach (var said in customer.Heard.Skip(read))
                    Heard(who, Spoken.Words(said));
                _customers[who] = (customer, customer.Heard.Count);
            }
            else if (customer.Heard.Count > read)
                throw Wrong(
                    line,
                    $"Before this the bot said to {who}, which is not in the script:\n"
                        + string.Join('\n', customer.Heard.Skip(read).Select(a => "  " + Spoken.Words(a)))
                );
        }
    }

    // What staff hear is compared only where the script asks for it; a draft notes all of it.
    private void NoteStaff()
    {
        foreach (var (person, read) in _staffRead.ToList())
        {
            var got = stage.Staff.Of(person);
            foreach (var message in got.Skip(read))
                Note(person + " hears", Spoken.Words(message.Activity));
            _staffRead[person] = got.Count;
        }
    }

    // Staff read their own language, and customers change theirs in the middle.
    private static bool FitsInAnyLanguage(string pattern, JsonNode said) =>
        Complaints.Organisations.Languages.All.Any(language => Spoken.Fits(pattern, said, language));

    // A play that is being written: what the bot says is noted, and the play fails at its end.
    private bool IsDraft => play.Title.StartsWith("draft", StringComparison.Ordinal);

    private void Heard(string who, string words)
    {
        Note(who == "customer" ? "bot" : "bot to " + who, words);
        _ticket = Ticket().Match(words) is { Success: true } ticket ? ticket.Value : _ticket;
        _code = Code().Match(words) is { Success: true } code ? code.Value : _code;
    }

    private PlayException Wrong(PlayLine line, string why) =>
        new(
            $"Line {line.Number}: {line.Who} {line.What} {line.Text}\n{why}\n\nSo far:\n{Transcript}"
                + string.Concat(stage.Problems.Take(1).Select(p => "\n\nThe host logged: " + p))
        );

    private void Note(string who, string words) => _transcript.AppendLine(who.Length == 0 ? words : $"{who}: {words}");

    private static IEnumerable<(string Id, string Value)> Inputs(string text) =>
        text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(p =>
                (p[..p.IndexOf('=', StringComparison.Ordinal)].Trim(), p[(p.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim())
            );

    [GeneratedRegex(@"C-\d{8}-\d{4}")]
    private static partial Regex Ticket();

    [GeneratedRegex(@"\b[0-9A-HJ-NP-TV-Z]{4}-[0-9A-HJ-NP-TV-Z]{4}-[0-9A-HJ-NP-TV-Z]{4}\b")]
    private static partial Regex Code();
}

/// <summary>The play went otherwise than its script.</summary>
internal sealed class PlayException(string message) : Exception(message);
