using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using BotFramework.Authentication;
using BotFramework.Schema;
using Microsoft.Extensions.Logging;

namespace BotFramework.Connector;

/// <summary>One call to a channel.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">Path and query below the service URL, escaped.</param>
/// <param name="Body">What is sent as JSON; null for nothing.</param>
/// <param name="Rate">Whose limit it counts against; null when the channel has none.</param>
public sealed record ConnectorCall(HttpMethod Method, string Path, object? Body = null, CallRate? Rate = null);

/// <summary>Whose limit a call counts against.</summary>
public sealed record CallRate(RateKind Kind, string ConversationId, string? TenantId);

/// <summary>Makes calls to channels: limits, token for trusted hosts only, time-outs, retries, and failures told in one way.</summary>
public sealed class ConnectorHttp(
    HttpClient http,
    IAccessTokenSource tokens,
    TrustedHosts trusted,
    ThreadRateLimiter limiter,
    RetryPolicy retries,
    BotFrameworkSettings settings,
    TimeProvider time,
    ILogger<ConnectorHttp> logger
)
{
    private const int MaxAnswerBytes = 8 * 1024 * 1024;

    /// <summary>Makes a call and returns the body of its success; everything else is an <see cref="ErrorResponseException"/>.</summary>
    public async Task<byte[]> SendAsync(Uri serviceUrl, ConnectorCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(serviceUrl);
        ArgumentNullException.ThrowIfNull(call);
        var body = call.Body is null ? null : JsonSerializer.SerializeToUtf8Bytes(call.Body, call.Body.GetType(), ProtocolJson.Options);
        var address = serviceUrl;
        var tokenRenewed = false;
        for (var attempt = 1; ; attempt++)
        {
            if (call.Rate is { } rate)
                await limiter.WaitAsync(rate.Kind, rate.ConversationId, rate.TenantId, cancellationToken);
            var url = new Uri(address.AbsoluteUri.TrimEnd('/') + call.Path);
            var token = trusted.MaySeeToken(url) ? await tokens.GetTokenAsync(cancellationToken) : null;
            try
            {
                return await SendOnceAsync(call.Method, url, body, token, cancellationToken);
            }
            catch (ErrorResponseException failure)
                when (failure.Status == HttpStatusCode.Unauthorized && token is not null && !tokenRenewed)
            {
                tokens.Invalidate(token);
                tokenRenewed = true;
            }
            catch (ErrorResponseException failure) when (failure.Code == GovernmentHost.Code && GovernmentHost.For(address) is { } other)
            {
                address = other;
            }
            catch (ErrorResponseException failure) when (retries.NextDelay(failure, attempt) is { } delay)
            {
                logger.LogInformation(
                    "Attempt {Attempt} at {Host} failed ({Reason}); the next is in {Delay}.",
                    attempt,
                    url.Host,
                    failure.Message,
                    delay
                );
                await Task.Delay(delay, time, cancellationToken);
            }
        }
    }

    private async Task<byte[]> SendOnceAsync(HttpMethod method, Uri url, byte[]? body, string? token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, url);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("BotFramework-DotNet", "1.0"));
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (body is not null)
            request.Content = new ByteArrayContent(body)
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") },
            };
        using var timeout = new CancellationTokenSource(settings.ConnectorTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            await response.Content.LoadIntoBufferAsync(MaxAnswerBytes, either.Token);
            var answer = await response.Content.ReadAsByteArrayAsync(either.Token);
            return response.IsSuccessStatusCode
                ? answer
                : throw ErrorBody.Read(response.StatusCode, response.Headers, answer, time.GetUtcNow());
        }
        catch (Exception exception)
            when (exception is HttpRequestException or IOException
                || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            throw new ErrorResponseException($"{url.Host} did not answer: {exception.Message}", exception);
        }
    }
}
