using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DirectLine.Access;

namespace ComplaintBot.Tab;

/// <summary>The cookie that says who looks at the tab, signed by the bot, for an hour; a script cannot read it. Inside Teams a browser
/// keeps it only when it is marked for that, which needs https.</summary>
public sealed class TabSession(IDirectLineKeys keys, TimeProvider time)
{
    /// <summary>How long somebody looks before Teams is asked again who it is.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private const string Cookie = "complaint-tab";
    private const string Purpose = "tab session";

    /// <summary>The person (aadObjectId); null when there is no session, or it is over.</summary>
    public async Task<string?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.Cookies[Cookie]?.Split('.') is not [.. var kid, var until, var person, var signature])
            return null;
        if ((await keys.GetAsync(cancellationToken)).Find(string.Join('.', kid)) is not { } key)
            return null;
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Sign(key, until, person)), Encoding.UTF8.GetBytes(signature)))
            return null;
        // Signed by us: everything below is as we wrote it.
        return long.Parse(until, CultureInfo.InvariantCulture) <= time.GetUtcNow().ToUnixTimeSeconds()
            ? null
            : Encoding.UTF8.GetString(Base64Url.DecodeFromChars(person));
    }

    /// <summary>Begins a session for somebody.</summary>
    public async Task WriteAsync(HttpResponse response, string person, bool secure, CancellationToken cancellationToken)
    {
        var key = (await keys.GetAsync(cancellationToken)).Current;
        var until = (time.GetUtcNow() + Life).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var name = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(person));
        var options = new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = Life,
            Path = TabEndpoints.Path,
            SameSite = secure ? SameSiteMode.None : SameSiteMode.Lax,
            Secure = secure,
        };
        if (secure)
            options.Extensions.Add("Partitioned");
        response.Cookies.Append(Cookie, $"{key.Id}.{until}.{name}.{Sign(key, until, name)}", options);
    }

    private static string Sign(DirectLineKey key, string until, string person) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(key.Derive(Purpose), Encoding.UTF8.GetBytes($"{until}.{person}")));
}
