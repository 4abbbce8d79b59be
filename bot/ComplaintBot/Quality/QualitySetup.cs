namespace ComplaintBot.Quality;

/// <summary>Registers what finds the same problem again.</summary>
public static class QualitySetup
{
    /// <summary>Adds the comparison of complaints.</summary>
    public static IServiceCollection AddQuality(this IServiceCollection services)
    {
        services.AddSingleton<PatternStore>();
        services.AddSingleton<PatternWorker>();
        services.AddHostedService(s => s.GetRequiredService<PatternWorker>());
        return services;
    }
}
