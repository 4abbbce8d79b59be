using DirectLine.Access;

namespace DirectLine;

/// <summary>Settings of the embedded Direct Line. Every length is a positive time, every size is in bytes.</summary>
public sealed class DirectLineOptions
{
    /// <summary>The bot's account id as clients see it in <c>from.id</c>; also the token's <c>bot</c> claim.</summary>
    public string BotId { get; set; } = "bot";

    /// <summary>The bot's name as clients see it; null = none.</summary>
    public string? BotName { get; set; }

    /// <summary>The site name in the token (claims <c>site</c> and <c>iss</c>).</summary>
    public string Site { get; set; } = "embedded";

    /// <summary>Allows <c>tokens/generate</c> and everything else without a token. Null or empty = no secret is accepted.</summary>
    public string? Secret { get; set; }

    /// <summary>The address clients reach this server at, with scheme and host; null = taken from each request.</summary>
    public Uri? PublicBaseUrl { get; set; }

    /// <summary>Foreign page origins (<c>https://host[:port]</c>) that may call, beside the server's own and those in a token.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; set; } = [];

    /// <summary>Event names a client may send; others are refused.</summary>
    public IReadOnlyList<string> AllowedEvents { get; set; } = ["webchat/join", "requestWelcomeDialog", "startConversation"];

    /// <summary>Life of a token. DirectLineJS renews every 15 minutes and counts on 30.</summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Time between handing out a stream URL and its use.</summary>
    public TimeSpan TicketLifetime { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Life of a download link.</summary>
    public TimeSpan LinkLifetime { get; set; } = TimeSpan.FromHours(4);

    /// <summary>How often the log is asked for what another process wrote.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>A stream client that takes longer than this for one frame is cut off; it resumes by its watermark.</summary>
    public TimeSpan SlowReaderLimit { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Time between WebSocket pings; a client that does not answer for as long again is dropped.</summary>
    public TimeSpan KeepAlive { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Open streams of one conversation in one process; the oldest is closed for the newest.</summary>
    public int MaxStreamsPerConversation { get; set; } = 8;

    /// <summary>Largest body of a posted activity.</summary>
    public int MaxActivityBytes { get; set; } = 256 * 1024;

    /// <summary>Largest uploaded file.</summary>
    public int MaxFileBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>Files in one upload.</summary>
    public int MaxFiles { get; set; } = 10;

    /// <summary>Largest whole upload.</summary>
    public int MaxUploadBytes { get; set; } = 30 * 1024 * 1024;

    /// <summary>Uploads read at the same time in this process; further ones wait. Bounds memory at this times
    /// <see cref="MaxUploadBytes"/>.</summary>
    public int MaxParallelUploads { get; set; } = 4;

    /// <summary>How much one visitor, conversation and address may do.</summary>
    public DirectLineLimits Limits { get; set; } = new();
}
