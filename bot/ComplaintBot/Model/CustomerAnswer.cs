using System.Text.Json;
using System.Text.Json.Serialization;

namespace ComplaintBot.Model;

/// <summary>An answer of the model about a customer's message, as it came: by the schema, but not yet believed.</summary>
internal sealed record CustomerAnswer(string Intent, string? Category, string? Severity, string? Turn, CustomerAnswer.Facts Slots)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
        MaxDepth = 8,
    };

    /// <summary>The slots as they came.</summary>
    internal sealed record Facts(
        string? Product,
        string? OrderNumber,
        string? Place,
        string? HappenedFrom,
        string? HappenedTo,
        string? Remedy,
        Sum? Amount,
        string? Phone,
        string? Email,
        string? Name,
        double? Sentiment,
        bool? OnBehalf
    );

    /// <summary>A sum as it came.</summary>
    internal sealed record Sum(decimal Value, string Currency);

    /// <summary>Reads an answer; null when it is not of the schema. A category that does not exist is for
    /// <see cref="CustomerReading"/> to drop.</summary>
    public static CustomerAnswer? Read(string json)
    {
        try
        {
            return
                JsonSerializer.Deserialize<CustomerAnswer>(json, Options) is { } answer
                && CustomerTask.Wanted.Contains(answer.Intent)
                && (answer.Severity is null || CustomerTask.Severities.Contains(answer.Severity))
                && (answer.Turn is null || CustomerTask.Turns.Contains(answer.Turn))
                && (answer.Slots.Remedy is null || CustomerTask.Remedies.Contains(answer.Slots.Remedy))
                ? answer
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
