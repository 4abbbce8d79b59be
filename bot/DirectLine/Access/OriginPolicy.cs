namespace DirectLine.Access;

/// <summary>Which pages may call.</summary>
internal static class OriginPolicy
{
    /// <summary>True when the origin is one of the server's own, in the settings, or in the token.</summary>
    public static bool Allows(string origin, params IEnumerable<string>[] lists) =>
        Normalise(origin) is { } o && lists.Any(list => list.Any(allowed => Normalise(allowed) == o));

    /// <summary>Scheme, host and port as browsers write them; null when the text is no http(s) origin.</summary>
    public static string? Normalise(string? origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            ? uri.GetLeftPart(UriPartial.Authority).ToLowerInvariant()
            : null;
}
