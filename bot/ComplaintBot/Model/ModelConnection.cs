using System.ClientModel;
using System.ClientModel.Primitives;
using System.Globalization;
using System.Text.Json.Nodes;
using Azure.AI.OpenAI;
using Azure.Core;
using Azure.Identity;
using OpenAI;
using OpenAI.Chat;

namespace ComplaintBot.Model;

/// <summary>One call of chat completions, at Azure OpenAI or another server of the same API. What can go wrong is a
/// <see cref="ModelReply"/>; only cancellation throws.</summary>
internal sealed class ModelConnection
{
    // An answer by the schema is some 200 tokens; a reasoning model thinks within the same limit.
    private const int MostTokens = 800,
        MostTokensReasoning = 4000;

    private const AzureOpenAIClientOptions.ServiceVersion Version = AzureOpenAIClientOptions.ServiceVersion.V2024_10_21;

    private readonly AzureOpenAiSettings _settings;
    private readonly ChatClient _client;

    /// <summary>A connection; nothing is sent yet. Without a key, <paramref name="credential"/> (null = what Azure.Identity finds)
    /// gives the tokens; null for <paramref name="transport"/> is the usual one.</summary>
    public ModelConnection(AzureOpenAiSettings settings, TokenCredential? credential = null, PipelineTransport? transport = null)
    {
        _settings = settings;
        _client =
            settings.Kind == ModelKind.OpenAI
                ? new ChatClient(
                    settings.Deployment,
                    new ApiKeyCredential(settings.ApiKey!),
                    Options(new OpenAIClientOptions { Endpoint = settings.Endpoint }, transport)
                )
                : Azure(credential, transport).GetChatClient(settings.Deployment);
    }

    private AzureOpenAIClient Azure(TokenCredential? credential, PipelineTransport? transport)
    {
        var options = Options(new AzureOpenAIClientOptions(Version) { Audience = new(_settings.Scope) }, transport);
        return _settings.ApiKey is { } key
            ? new AzureOpenAIClient(_settings.Endpoint, new ApiKeyCredential(key), options)
            : new AzureOpenAIClient(_settings.Endpoint, credential ?? new DefaultAzureCredential(), options);
    }

    // The turn's time-out ends a call, and what failed is understood locally at once instead of being tried again.
    private T Options<T>(T options, PipelineTransport? transport)
        where T : ClientPipelineOptions
    {
        options.RetryPolicy = new ClientRetryPolicy(maxRetries: 0);
        options.NetworkTimeout = _settings.Timeout * 2;
        if (transport is not null)
            options.Transport = transport;
        return options;
    }

    /// <summary>Asks. <paramref name="data"/> is JSON that carries people's texts; it is the whole user message.</summary>
    public async Task<ModelReply> AskAsync(ModelTask task, string data, CancellationToken cancellationToken)
    {
        try
        {
            using var content = BinaryContent.Create(BinaryData.FromString(Body(task, data).ToJsonString()));
            var result = await _client.CompleteChatAsync(
                content,
                new RequestOptions { CancellationToken = cancellationToken, ErrorOptions = ClientErrorBehaviors.NoThrow }
            );
            using var response = result.GetRawResponse();
            return response.Status == 200 ? ChatAnswer.Read(response.Content.ToMemory()) : Refusal(response);
        }
        catch (Exception e)
            when (e is ClientResultException or HttpRequestException or IOException && !cancellationToken.IsCancellationRequested)
        {
            return new ModelReply.Failed("connection broken") { Tokens = 0 };
        }
        catch (AuthenticationFailedException) when (!cancellationToken.IsCancellationRequested)
        {
            return new ModelReply.Failed("no token of Microsoft Entra") { Tokens = 0 };
        }
        catch (Exception e) when (e is not OperationCanceledException && cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException("The call was given up.", e, cancellationToken);
        }
    }

    private JsonObject Body(ModelTask task, string data)
    {
        var body = new JsonObject
        {
            ["model"] = _settings.Deployment,
            ["messages"] = new JsonArray(
                new JsonObject { ["role"] = "system", ["content"] = task.Instructions },
                new JsonObject { ["role"] = "user", ["content"] = data }
            ),
            ["response_format"] = new JsonObject
            {
                ["type"] = "json_schema",
                ["json_schema"] = new JsonObject
                {
                    ["name"] = task.Name,
                    ["strict"] = true,
                    ["schema"] = task.Schema.DeepClone(),
                },
            },
            ["max_completion_tokens"] = _settings.ReasoningEffort is null ? MostTokens : MostTokensReasoning,
        };
        // Reasoning models refuse a temperature, others do not know an effort.
        if (_settings.ReasoningEffort is { } effort)
            body["reasoning_effort"] = effort;
        else
            body["temperature"] = 0;
        return body;
    }

    private static ModelReply Refusal(PipelineResponse response) =>
        response.Status switch
        {
            429 => new ModelReply.Busy(RetryAfter(response.Headers)) { Tokens = 0 },
            400 when ChatAnswer.IsContentFilter(response.Content.ToMemory()) => new ModelReply.Declined("content filter") { Tokens = 0 },
            401 or 403 => new ModelReply.Failed($"status {response.Status}: the key or token is refused") { Tokens = 0 },
            404 => new ModelReply.Failed("status 404: no such deployment or endpoint") { Tokens = 0 },
            var status => new ModelReply.Failed($"status {status}") { Tokens = 0 },
        };

    private static TimeSpan? RetryAfter(PipelineResponseHeaders headers) =>
        headers.TryGetValue("retry-after-ms", out var milliseconds)
        && double.TryParse(milliseconds, NumberStyles.Float, CultureInfo.InvariantCulture, out var ms)
        && ms is >= 0 and < 1e9
            ? TimeSpan.FromMilliseconds(ms)
        : headers.TryGetValue("Retry-After", out var seconds)
        && double.TryParse(seconds, NumberStyles.Float, CultureInfo.InvariantCulture, out var s)
        && s is >= 0 and < 1e6
            ? TimeSpan.FromSeconds(s)
        : null;
}
