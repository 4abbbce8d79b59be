using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Complaints.Events;

namespace Complaints.PersonalData;

/// <summary>What is left of a complaint's events when a customer's personal data is taken out: what happened, when and by which
/// member of staff. The customer's own words, files, name and addresses go; in the words of others their name, numbers and
/// addresses go.</summary>
public static class Erasure
{
    /// <summary>What stands where something was.</summary>
    public const string Gone = "—";

    /// <summary>Beginning of the id of a customer who was forgotten.</summary>
    public const string ErasedPrefix = "erased:";

    // Words that people write. What is a code, an id or a number has another name.
    private static readonly HashSet<string> FreeText =
    [
        "text",
        "reason",
        "reasons",
        "severityReason",
        "description",
        "comment",
        "answer",
        "measure",
        "question",
        "offer",
        "requirement",
        "evidence",
        "prevention",
        "whys",
        "cause",
    ];

    /// <summary>Whether a property of an event holds words of people.</summary>
    public static bool IsFreeText(string property) => FreeText.Contains(property);

    /// <summary>The events that change, as they are to be stored from then on; their hashes stay those of the chain.</summary>
    public static IReadOnlyList<RecordedEvent> Left(Complaint complaint, string customer)
    {
        var newId = ErasedPrefix + complaint.Ticket;
        var values = Values(complaint, customer);
        List<RecordedEvent> left = [];
        foreach (var e in complaint.History.Where(e => e.Event is not PersonalDataErased))
        {
            var own = e.By.Id == customer;
            var json = JsonNode.Parse(e.Json)!.AsObject();
            var redaction = new Redaction(customer, newId, values, own);
            redaction.Object(json);
            var text = json.ToJsonString(EventJson.Options);
            if (text == e.Json && !own)
                continue;
            left.Add(
                e with
                {
                    Json = text,
                    Event = EventJson.Read(text),
                    By = own ? new Actor(ActorKind.Customer, newId, "") : e.By,
                    // The digest of short inputs, such as a phone number, could be found by trying.
                    Command = text == e.Json && !own ? e.Command : e.Command.Split(':')[0],
                }
            );
        }
        return left;
    }

    /// <summary>What vouches for a redacted event in <see cref="PersonalDataErased"/>: hexadecimal SHA-256 over everything that is
    /// stored of it.</summary>
    public static string DigestOf(RecordedEvent e)
    {
        return DigestOf(e.Version, e.At, e.By, e.Channel, e.Command, e.Json);
    }

    /// <summary>The same from its parts.</summary>
    public static string DigestOf(int version, DateTimeOffset at, Actor by, Channel channel, string command, string json)
    {
        var text = string.Join(
            '\n',
            version.ToString(System.Globalization.CultureInfo.InvariantCulture),
            at.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            by.Kind,
            by.Id,
            channel,
            command,
            json
        );
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    // What a customer is known by; the longest first, so that a name within an address goes with it.
    private static List<string> Values(Complaint complaint, string customer)
    {
        var known = new List<string?>();
        foreach (var party in complaint.OtherParties.Append(complaint.Complainant).Where(p => p.Id == customer))
            known.AddRange([party.Name, party.Phone, party.Email]);
        if (complaint.Complainant.Id == customer)
            known.AddRange([complaint.Details.OrderNumber, complaint.Details.Place]);
        foreach (var e in complaint.History.Select(h => h.Event))
        {
            if (e is Received { Complainant: { } filed } first && filed.Id == customer)
                known.AddRange([filed.Name, filed.Phone, filed.Email, first.Details.OrderNumber, first.Details.Place]);
            if (e is FactsCorrected { Facts: { } right })
                known.AddRange([right.Name, right.Phone, right.Email, right.OrderNumber, right.Place]);
        }
        return [.. known.OfType<string>().Where(v => v.Length > 1).Distinct().OrderByDescending(v => v.Length)];
    }

    private sealed class Redaction(string customer, string newId, List<string> values, bool own)
    {
        public void Object(JsonObject json)
        {
            // What a customer put right is theirs as a whole; where staff did it for them, the values above are taken out.
            if (own && json["facts"] is JsonObject)
                json["facts"] = new JsonObject();
            if (json["complainant"] is JsonObject party)
            {
                var theirs = party["id"]?.GetValue<string>() == customer;
                if (theirs)
                    json["complainant"] = new JsonObject
                    {
                        ["id"] = newId,
                        ["language"] = party["language"]?.DeepClone(),
                        ["level"] = party["level"]?.DeepClone(),
                    };
                if (theirs && json["details"] is JsonObject details)
                    Details(details);
            }
            foreach (var (name, value) in json.ToList())
            {
                if (name is "complainant" or "details")
                    continue;
                if (name == "facts" && value is JsonObject facts)
                    Facts(facts);
                else if (name == "files" && value is JsonArray && own)
                    json[name] = new JsonArray();
                else if (IsFreeText(name))
                    json[name] = Words(value);
                else if (value is JsonObject inner)
                    Object(inner);
            }
        }

        private static void Facts(JsonObject facts)
        {
            foreach (var name in new[] { "name", "phone", "email", "orderNumber", "place" })
                facts.Remove(name);
        }

        private static void Details(JsonObject details)
        {
            details["description"] = Gone;
            details["files"] = new JsonArray();
            details.Remove("orderNumber");
            details.Remove("place");
        }

        private JsonNode? Words(JsonNode? value) =>
            value switch
            {
                JsonArray list => new JsonArray([.. list.Select(Words)]),
                JsonValue text when text.TryGetValue<string>(out var words) => own ? Gone : Scrub(words),
                _ => value?.DeepClone(),
            };

        private string Scrub(string words)
        {
            foreach (var value in values)
                words = words.Replace(value, Gone, StringComparison.OrdinalIgnoreCase);
            return Masking.Mask(words);
        }
    }
}
