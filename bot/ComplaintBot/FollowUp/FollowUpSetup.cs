namespace ComplaintBot.FollowUp;

/// <summary>Registers what happens by time.</summary>
public static class FollowUpSetup
{
    /// <summary>Adds the timer worker.</summary>
    public static IServiceCollection AddFollowUp(this IServiceCollection services)
    {
        services.AddSingleton<ReminderLoad>();
        services.AddSingleton<ReminderDigests>();
        services.AddSingleton<QueueSweep>();
        services.AddSingleton<TimerWorker>();
        services.AddHostedService(s => s.GetRequiredService<TimerWorker>());
        return services;
    }
}
