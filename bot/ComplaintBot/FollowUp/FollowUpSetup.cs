namespace ComplaintBot.FollowUp;

/// <summary>Registers what happens by time.</summary>
public static class FollowUpSetup
{
    /// <summary>Adds the timer worker. <c>FollowUp:Enabled</c> false: another process on the same database does what falls due.</summary>
    public static IServiceCollection AddFollowUp(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ReminderLoad>();
        services.AddSingleton<ReminderDigests>();
        services.AddSingleton<HeldSending>();
        services.AddSingleton<QueueSweep>();
        services.AddSingleton<LeaverSweep>();
        services.AddSingleton<TimerWorker>();
        if (configuration.GetValue("FollowUp:Enabled", true))
            services.AddHostedService(s => s.GetRequiredService<TimerWorker>());
        services.AddHostedService<ReminderFigures>();
        return services;
    }
}
