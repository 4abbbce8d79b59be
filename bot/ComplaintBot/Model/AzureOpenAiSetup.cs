using ComplaintBot.Retraining;
using ComplaintBot.Storage;
using Understanding;

namespace ComplaintBot.Model;

/// <summary>Registers the model, when one is configured.</summary>
public static class AzureOpenAiSetup
{
    /// <summary>Puts the model before the local understanding when <c>AzureOpenAI:Endpoint</c> and <c>AzureOpenAI:Deployment</c>
    /// are set; comes after <see cref="UnderstandingSetup.AddUnderstanding"/>. A wrong setting stops the start.</summary>
    public static IServiceCollection AddAzureOpenAi(this IServiceCollection services, IConfiguration configuration)
    {
        if (AzureOpenAiSettings.Read(configuration) is not { } settings)
            return services;
        services.AddSingleton(settings);
        services.AddSingleton(_ => new ModelConnection(settings));
        services.AddSingleton(s => new ModelBudget(settings, s.GetRequiredService<Database>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<LanguageModel>();
        services.AddSingleton<StaffModel>();
        services.AddSingleton<ButtonWords>();
        services.AddSingleton<IUnderstanding, AzureUnderstanding>();
        return services;
    }
}
