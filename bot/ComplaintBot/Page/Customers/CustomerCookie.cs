using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using DirectLine.Access;

namespace ComplaintBot.Page.Customers;

/// <summary>Who a browser is and which conversation it shows. Both ids are 128 random bits made by the server.</summary>
public sealed record Customer(string UserId, string ConversationId);

/// <summary>Where a cookie lives: inside another site's page or on our own, over https or not.</summary>
internal readonly record struct CookieSetting(bool Embedded, bool Secure)
{
    /// <summary>True when it is kept apart for each site that embeds the chat.</summary>
    public bool IsForeign => Embedded && Secure;
}

/// <summary>
/// The cookie that lets a browser come back to its conversation, days later too: the two ids and a signature, so that nobody can make one.
/// Whoever has the cookie is that customer; a script cannot read it.
/// </summary>
internal sealed class CustomerCookie(IDirectLineKeys keys)
{
    private const string Purpose = "customer cookie";

    // The longest time for which browsers keep a cookie; each visit starts it again.
    private static readonly TimeSpan Life = TimeSpan.FromDays(400);

    /// <summary>True when the browser was here before, as far as its cookies say; nothing is checked.</summary>
    public static bool IsThere(HttpRequest request) =>
        request.Cookies.ContainsKey(NameOf(new(false, false))) || request.Cookies.ContainsKey(NameOf(new(true, true)));

    /// <summary>The customer of the request; null when there is no cookie of ours.</summary>
    public async Task<Customer?> ReadAsync(HttpRequest request, CookieSetting setting, CancellationToken cancellationToken)
    {
        if (request.Cookies[NameOf(setting)]?.Split('.') is not [.. var kid, var user, var conversation, var signature])
            return null;
        if ((await keys.GetAsync(cancellationToken)).Find(string.Join('.', kid)) is not { } key)
            return null;
        var expected = Encoding.ASCII.GetBytes(Sign(key, user, conversation));
        return CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(signature)) ? new(user, conversation) : null;
    }

    /// <summary>Sets or renews the cookie. Inside another site's page a browser keeps it only when it is marked for that, which
    /// needs https.</summary>
    public async Task WriteAsync(HttpResponse response, Customer customer, CookieSetting setting, CancellationToken cancellationToken)
    {
        var key = (await keys.GetAsync(cancellationToken)).Current;
        var options = new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = Life,
            SameSite = setting.IsForeign ? SameSiteMode.None : SameSiteMode.Lax,
            Secure = setting.Secure,
        };
        if (setting.IsForeign)
            options.Extensions.Add("Partitioned");
        response.Cookies.Append(
            NameOf(setting),
            $"{key.Id}.{customer.UserId}.{customer.ConversationId}.{Sign(key, customer.UserId, customer.ConversationId)}",
            options
        );
    }

    private static string NameOf(CookieSetting setting) => setting.IsForeign ? "complaint-customer-embedded" : "complaint-customer";

    private static string Sign(DirectLineKey key, string user, string conversation) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(key.Derive(Purpose), Encoding.UTF8.GetBytes($"{user}.{conversation}")));
}
