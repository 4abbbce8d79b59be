using System.Globalization;

namespace ComplaintBot.People.Graph;

/// <summary>The settings <c>Graph:…</c>: whether and where Microsoft Graph is asked for people, and how often.</summary>
public sealed record GraphSettings
{
    /// <summary>False: the organisation file alone says who is who.</summary>
    public bool Enabled { get; init; }

    /// <summary>The service with its version, without / at the end.</summary>
    public Uri Endpoint { get; init; } = new("https://graph.microsoft.com/v1.0");

    /// <summary>How long what was read of people counts as new.</summary>
    public TimeSpan PeopleEvery { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The same for presence.</summary>
    public TimeSpan PresenceEvery { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The bot's app in the company's catalogue of Teams; null = it is installed for nobody.</summary>
    public string? TeamsApp { get; init; }

    /// <summary>Reads the settings.</summary>
    /// <exception cref="InvalidOperationException">A value is wrong; the message says which.</exception>
    public static GraphSettings Read(IConfiguration configuration)
    {
        string? Text(string name) => configuration["Graph:" + name] is { Length: > 0 } value ? value.Trim() : null;
        var usual = new GraphSettings();
        return new()
        {
            Enabled =
                Text("Enabled") is { } enabled && (bool.TryParse(enabled, out var on) ? on : throw Wrong("Enabled", "is true or false")),
            Endpoint = EndpointOf(Text("Endpoint"), configuration["ChannelService"]),
            PeopleEvery = Time("PeopleEvery", usual.PeopleEvery),
            PresenceEvery = Time("PresenceEvery", usual.PresenceEvery),
            TeamsApp =
                Text("TeamsApp") is not { } app ? null
                : Guid.TryParse(app, out _) ? app
                : throw Wrong("TeamsApp", "is the id of the app in the company's catalogue of Teams, 8-4-4-4-12 hexadecimal digits"),
        };

        TimeSpan Time(string name, TimeSpan otherwise) =>
            Text(name) is not { } text ? otherwise
            : TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time)
            && time >= TimeSpan.FromMinutes(1)
            && time <= TimeSpan.FromDays(1)
                ? time
            : throw Wrong(name, "is a time from 00:01:00 to 1.00:00:00");
    }

    private static Uri EndpointOf(string? text, string? cloud)
    {
        text ??= cloud switch
        {
            "china" => "https://microsoftgraph.chinacloudapi.cn/v1.0",
            "gov" => "https://graph.microsoft.us/v1.0",
            _ => "https://graph.microsoft.com/v1.0",
        };
        return
            Uri.TryCreate(text.TrimEnd('/'), UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
            ? uri
            : throw Wrong("Endpoint", "is an https address such as https://graph.microsoft.com/v1.0 (http only on this machine)");
    }

    private static InvalidOperationException Wrong(string name, string what) => new($"Graph:{name} {what}.");
}
