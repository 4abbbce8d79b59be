using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Complaints.Events;
using Complaints.PersonalData;

namespace ComplaintBot.Tests.PersonalData;

/// <summary>An event that is added later cannot keep words of people that erasing does not know of.</summary>
public sealed class EventWordsTests
{
    // Codes, ids, numbers and names of staff.
    private static readonly HashSet<string> NoWords =
    [
        "ticket",
        "loggedBy",
        "followUpCodeHash",
        "department",
        "owner",
        "ownerName",
        "answerable",
        "customerLevel",
        "responsible",
        "responsibleDepartment",
        "responsiblePerson",
        "id",
        "itemId",
        "number",
        "why",
        "outcome",
        "recurredAs",
        "solved",
        "to",
        "head",
        "roster",
        "told",
        "classes",
        "level",
        "kind",
        "because",
        "inspector",
        "partId",
        "callId",
        "about",
        "party",
        "from",
        "hash",
        "deadline",
        "category",
    ];

    // Erased as a whole.
    private static readonly HashSet<string> Wholes = ["complainant", "details", "facts", "files", "events"];

    [Fact]
    public void Every_text_in_an_event_is_known_as_words_of_people_or_as_none()
    {
        var unknown = typeof(ComplaintEvent)
            .GetCustomAttributes(typeof(JsonDerivedTypeAttribute), inherit: false)
            .Cast<JsonDerivedTypeAttribute>()
            .SelectMany(a => a.DerivedType.GetProperties().Select(p => (Event: a.DerivedType.Name, Name: NameInJson(p), p.PropertyType)))
            .Where(p =>
                p.PropertyType == typeof(string)
                || p.PropertyType == typeof(IReadOnlyList<string>)
                || (p.PropertyType.IsClass && p.PropertyType.Namespace?.StartsWith("Complaints", StringComparison.Ordinal) == true)
            )
            .Where(p => !Erasure.IsFreeText(p.Name) && !NoWords.Contains(p.Name) && !Wholes.Contains(p.Name))
            .Select(p => $"{p.Event}.{p.Name}");

        Assert.Equal("", string.Join(", ", unknown));
        Assert.Equal(
            [
                "description",
                "product",
                "orderNumber",
                "place",
                "far",
                "notNamed",
                "happenedFrom",
                "happenedTo",
                "remedies",
                "amount",
                "currency",
                "files",
                "aboutStaff",
                "category",
            ],
            typeof(Complaints.Intake.ComplaintDetails)
                .GetProperties()
                .Where(p => p.Name != "EqualityContract")
                .Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name))
                .OrderBy(n =>
                    Array.IndexOf(
                        [
                            "description",
                            "product",
                            "orderNumber",
                            "place",
                            "far",
                            "notNamed",
                            "happenedFrom",
                            "happenedTo",
                            "remedies",
                            "amount",
                            "currency",
                            "files",
                            "aboutStaff",
                            "category",
                        ],
                        n
                    )
                )
        );
    }

    private static string NameInJson(PropertyInfo property) =>
        property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name);
}
