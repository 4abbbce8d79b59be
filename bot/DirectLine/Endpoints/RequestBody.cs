using System.Text.Json;
using DirectLine.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Schema;

namespace DirectLine.Endpoints;

/// <summary>Reads bodies that anybody may have sent, never more than a given number of bytes.</summary>
internal static class RequestBody
{
    /// <summary>The whole body, or null when it is larger than <paramref name="most"/> bytes.</summary>
    public static async Task<byte[]?> ReadAsync(Stream body, int most, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (content.Length + read > most)
                return null;
            content.Write(buffer, 0, read);
        }
        return content.ToArray();
    }

    /// <summary>The body as an activity.</summary>
    public static async Task<(Activity? Activity, DirectLineError? Error)> ReadActivityAsync(HttpRequest request, int most)
    {
        if (!request.HasJsonContentType())
            return (null, DirectLineError.NotJson);
        if (await ReadAsync(request.Body, most, request.HttpContext.RequestAborted) is not { } content)
            return (null, DirectLineError.TooLarge);
        var reading = ActivityReader.Read(content);
        return reading.Activity is { } activity ? (activity, null) : (null, DirectLineError.Malformed(reading.Problem!));
    }

    /// <summary>The body as <typeparamref name="T"/>, property names in any casing; an empty body is an empty object.</summary>
    public static async Task<(T? Value, DirectLineError? Error)> ReadOptionalAsync<T>(HttpRequest request, int most)
        where T : class, new()
    {
        if (await ReadAsync(request.Body, most, request.HttpContext.RequestAborted) is not { } content)
            return (null, DirectLineError.TooLarge);
        if (content.Length == 0)
            return (new T(), null);
        if (!request.HasJsonContentType())
            return (null, DirectLineError.NotJson);
        try
        {
            return (JsonSerializer.Deserialize<T>(content, JsonSerializerOptions.Web) ?? new T(), null);
        }
        catch (JsonException)
        {
            return (null, DirectLineError.Malformed("The body is not JSON, or a field has a wrong type."));
        }
    }
}
