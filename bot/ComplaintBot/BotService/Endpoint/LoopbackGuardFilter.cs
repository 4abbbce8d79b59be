using ComplaintBot.BotService.Settings;
using DirectLine.Wire;

namespace ComplaintBot.BotService.Endpoint;

/// <summary>Puts <see cref="LoopbackGuard"/> before everything else the host serves, while authentication is off.</summary>
internal sealed class LoopbackGuardFilter(BotFrameworkSettings settings) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            if (settings.AuthMode == AuthMode.Disabled)
                app.Use(GuardAsync);
            next(app);
        };

    private static Task GuardAsync(HttpContext http, RequestDelegate next)
    {
        if (LoopbackGuard.Refusal(http) is not { } refusal)
            return next(http);
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return http.Response.WriteAsJsonAsync(
            new { error = new { code = "Forbidden", message = $"Authentication is off, so {refusal} are refused." } },
            WireText.Options
        );
    }
}
