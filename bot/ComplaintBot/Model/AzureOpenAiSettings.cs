using System.Globalization;

namespace ComplaintBot.Model;

/// <summary>What kind of server the model is behind; their calls have different addresses and another header for the key.</summary>
public enum ModelKind
{
    /// <summary>A deployment of Azure OpenAI.</summary>
    AzureOpenAI,

    /// <summary>Any other server of the same API, such as one on the own premises.</summary>
    OpenAI,
}

/// <summary>The settings <c>AzureOpenAI:…</c> and <c>Model:Kind</c>: where the model is and how much of it may be used.</summary>
public sealed record AzureOpenAiSettings
{
    // An invoke of Teams waits 8 seconds for its turn; the model gets at most what leaves room for the rest of it.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(7),
        Shortest = TimeSpan.FromMilliseconds(200);

    /// <summary>What the server is.</summary>
    public ModelKind Kind { get; init; }

    /// <summary>The resource, <c>https://&lt;resource&gt;.openai.azure.com/</c>; of another server the address below which
    /// <c>chat/completions</c> is, mostly <c>…/v1/</c>.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>The name of the deployment, or of the model on another server.</summary>
    public required string Deployment { get; init; }

    /// <summary>The server's key; null = a token of Microsoft Entra by Azure.Identity, which only Azure OpenAI takes.</summary>
    public string? ApiKey { get; init; }

    /// <summary>What a token is asked for when there is no key.</summary>
    public string Scope { get; init; } = "https://cognitiveservices.azure.com/.default";

    /// <summary>True: only what the local understanding cannot read, or not to the end, is asked.</summary>
    public bool OnlyInDoubt { get; init; }

    /// <summary>How long a turn waits for the model before the message is understood locally.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>Calls in a minute, of this process.</summary>
    public int CallsPerMinute { get; init; } = 60;

    /// <summary>Tokens in a day of the organisation, of all processes together.</summary>
    public long TokensPerDay { get; init; } = 2_000_000;

    /// <summary>For reasoning models, such as <c>minimal</c> or <c>low</c>; null = a model that takes a temperature.</summary>
    public string? ReasoningEffort { get; init; }

    /// <summary>Reads the settings; null when neither endpoint nor deployment is set.</summary>
    /// <exception cref="InvalidOperationException">A value is missing or wrong; the message says which.</exception>
    public static AzureOpenAiSettings? Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("AzureOpenAI");
        string? Text(string name) => section[name] is { Length: > 0 } value ? value.Trim() : null;
        if (Text("Endpoint") is null && Text("Deployment") is null)
            return null;
        var kind = KindOf(configuration["Model:Kind"]);
        var settings = new AzureOpenAiSettings
        {
            Kind = kind,
            Endpoint = EndpointOf(Text("Endpoint"), kind),
            Deployment = Text("Deployment") ?? throw Wrong("Deployment", "is missing: the name of the deployment"),
            ApiKey = Text("ApiKey"),
            ReasoningEffort = Text("ReasoningEffort"),
        };
        if (settings.ApiKey is null && kind == ModelKind.OpenAI)
            throw Wrong("ApiKey", "is missing: a server that asks for none takes any word");
        if (settings.ApiKey is null && settings.Endpoint.Scheme != Uri.UriSchemeHttps)
            throw Wrong("ApiKey", "is missing: tokens of Microsoft Entra go only over https");
        return settings with
        {
            Scope = Text("Scope") ?? settings.Scope,
            OnlyInDoubt = (Text("Ask") ?? "always") switch
            {
                "always" => false,
                "doubt" => true,
                _ => throw Wrong("Ask", "is always or doubt"),
            },
            Timeout = Text("Timeout") is { } timeout
                ? TimeSpan.TryParse(timeout, CultureInfo.InvariantCulture, out var time) && time >= Shortest && time <= Longest
                    ? time
                    : throw Wrong("Timeout", "is a time from 00:00:00.2 to 00:00:07")
                : settings.Timeout,
            CallsPerMinute = (int)Whole(Text("CallsPerMinute"), settings.CallsPerMinute, 100_000, "CallsPerMinute"),
            TokensPerDay = Whole(Text("TokensPerDay"), settings.TokensPerDay, 1_000_000_000_000, "TokensPerDay"),
        };
    }

    private static long Whole(string? text, long otherwise, long most, string name) =>
        text is null ? otherwise
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most ? number
        : throw Wrong(name, $"is a whole number from 1 to {most}");

    private static ModelKind KindOf(string? text) =>
        string.IsNullOrWhiteSpace(text) ? ModelKind.AzureOpenAI
        : Enum.TryParse<ModelKind>(text, ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind
        : throw new InvalidOperationException("Model:Kind is AzureOpenAI or OpenAI.");

    // People copy addresses with or without the path below them: Azure's client adds its own, the other one needs /v1.
    private static Uri EndpointOf(string? text, ModelKind kind)
    {
        if (text is null)
            throw Wrong("Endpoint", "is missing: https://<resource>.openai.azure.com/");
        if (
            !Uri.TryCreate(text.EndsWith('/') ? text : text + "/", UriKind.Absolute, out var uri)
            || (uri.Scheme != Uri.UriSchemeHttps && !(uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        )
            throw Wrong("Endpoint", "is an https address (http only on this machine)");
        return kind == ModelKind.AzureOpenAI ? new Uri(uri, "/")
            : uri.AbsolutePath == "/" ? new Uri(uri, "v1/")
            : uri;
    }

    private static InvalidOperationException Wrong(string name, string what) => new($"AzureOpenAI:{name} {what}.");
}
