using Complaints.Organisations;

namespace ComplaintBot.PersonalData;

/// <summary>Registers export, erasure and retention of customers' data.</summary>
public static class PersonalDataSetup
{
    /// <summary>Adds them with <c>PersonalData:KeepFor</c>. A wrong setting stops the start.</summary>
    public static IServiceCollection AddPersonalData(this IServiceCollection services, IConfiguration configuration)
    {
        var keep = configuration["PersonalData:KeepFor"];
        Duration? keepFor = null;
        if (!string.IsNullOrWhiteSpace(keep))
            keepFor = Duration.TryParse(keep, out var parsed)
                ? parsed
                : throw new InvalidOperationException($"PersonalData:KeepFor must be an ISO 8601 duration such as P3Y, not '{keep}'.");
        services.AddSingleton(new PersonalDataSettings(keepFor));
        services.AddSingleton<CustomerErasure>();
        services.AddSingleton<CustomerExport>();
        services.AddSingleton<ExportLinks>();
        services.AddSingleton<PersonalDataTalk>();
        services.AddSingleton<PersonalDataRetention>();
        services.AddHostedService(s => s.GetRequiredService<PersonalDataRetention>());
        return services;
    }

    /// <summary>Maps <c>GET /exports/{secret}</c>.</summary>
    public static IEndpointConventionBuilder MapExports(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(
            "/exports/{secret}",
            (string secret, HttpContext http) => http.RequestServices.GetRequiredService<ExportLinks>().OpenAsync(secret, http)
        );
}
