namespace ComplaintBot.Work;

/// <summary>Registers "my work".</summary>
public static class WorkSetup
{
    /// <summary>Adds the list, and the worker that makes its rows anew when the organisation changed.</summary>
    public static IServiceCollection AddWork(this IServiceCollection services)
    {
        services.AddSingleton<WorkList>();
        services.AddSingleton<WorkKeeper>();
        services.AddHostedService(s => s.GetRequiredService<WorkKeeper>());
        return services;
    }
}
