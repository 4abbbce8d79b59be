using Understanding;
using Understanding.Categories;
using Understanding.Learning;
using Understanding.Local;
using Understanding.Questions;

namespace ComplaintBot.Retraining;

/// <summary>Registers the understanding of messages and questions.</summary>
public static class UnderstandingSetup
{
    /// <summary>Adds it: offline, without settings.</summary>
    public static IServiceCollection AddUnderstanding(this IServiceCollection services)
    {
        services.AddSingleton<LearnedCategories>();
        services.AddSingleton<ConfirmedComplaints>();
        services.AddHostedService<CategoryRetraining>();
        services.AddSingleton<LearnedMeanings>();
        services.AddSingleton<PickedMeanings>();
        services.AddHostedService<MeaningRetraining>();
        services.AddSingleton<LocalUnderstanding>();
        services.AddSingleton<IUnderstanding>(s => s.GetRequiredService<LocalUnderstanding>());
        services.AddSingleton<IQuestionParser, QuestionParser>();
        return services;
    }
}
