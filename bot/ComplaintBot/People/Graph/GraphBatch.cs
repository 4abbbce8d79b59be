using System.Net;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace ComplaintBot.People.Graph;

/// <summary>Many reads in few calls (the service takes twenty at once). Each part has its own answer: parts that were throttled are asked
/// again when the service says so, and the failure of one is no failure of the others.</summary>
internal sealed class GraphBatch(GraphServiceClient graph)
{
    private const int Tries = 4;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>Asks; answers by the keys given.</summary>
    public async Task<IReadOnlyDictionary<string, BatchAnswer<T>>> GetAsync<T>(
        IReadOnlyDictionary<string, RequestInformation> requests,
        CancellationToken cancellationToken
    )
        where T : IParsable, new()
    {
        var answers = new Dictionary<string, BatchAnswer<T>>(requests.Count);
        var pending = requests;
        for (var tried = 1; pending.Count > 0; tried++)
        {
            var batch = new BatchRequestContentCollection(graph);
            var keys = new Dictionary<string, string>();
            foreach (var (key, request) in pending)
                keys[await batch.AddBatchRequestStepAsync(request)] = key;
            var response = await graph.Batch.PostAsync(batch, cancellationToken);
            var (again, wait) = (new Dictionary<string, RequestInformation>(), TimeSpan.Zero);
            foreach (var (id, key) in keys)
            {
                using var part = await response.GetResponseByIdAsync(id);
                if (part is { StatusCode: HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable } && tried < Tries)
                {
                    again[key] = pending[key];
                    var asked = part.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1 << tried);
                    wait = asked > wait ? asked : wait;
                }
                else
                {
                    answers[key] = await ReadAsync<T>(part, cancellationToken);
                }
            }
            if (again.Count > 0)
                await Task.Delay(wait < Longest ? wait : Longest, cancellationToken);
            pending = again;
        }
        return answers;
    }

    private static async Task<BatchAnswer<T>> ReadAsync<T>(HttpResponseMessage? part, CancellationToken cancellationToken)
        where T : IParsable, new()
    {
        // The service may leave a part out: that is a failure of its own.
        if (part is null)
            return new(500, default);
        if (!part.IsSuccessStatusCode)
            return new((int)part.StatusCode, default);
        var text = await part.Content.ReadAsStringAsync(cancellationToken);
        var value = await KiotaJsonSerializer.DeserializeAsync<T>(text, cancellationToken);
        return new((int)part.StatusCode, value);
    }
}

/// <summary>The answer to one part: an HTTP status and, when that is success, the value.</summary>
internal sealed record BatchAnswer<T>(int Status, T? Value);
