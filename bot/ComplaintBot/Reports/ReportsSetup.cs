namespace ComplaintBot.Reports;

/// <summary>Registers the answers to questions of staff, and the reports that come by themselves.</summary>
public static class ReportsSetup
{
    /// <summary>Adds what reads a question, answers it, and hands it over as a file.</summary>
    public static IServiceCollection AddReports(this IServiceCollection services)
    {
        services.AddSingleton<Sums.SumTable>();
        services.AddSingleton<Storage.IKeptBeside, Sums.SumsBeside>();
        services.AddSingleton<Answers.Answering>();
        services.AddSingleton<Searching.TicketSearch>();
        services.AddSingleton<Regular.DailyDigest>();
        services.AddSingleton<Regular.ReportFacts>();
        services.AddSingleton<Regular.RegularReports>();
        services.AddSingleton<Regular.Subscriptions>();
        services.AddSingleton<Regular.ReportRequests>();
        services.AddSingleton<Regular.ReportWorker>();
        services.AddHostedService(s => s.GetRequiredService<Regular.ReportWorker>());
        services.AddSingleton<Downloads.AnswerFiles>();
        services.AddSingleton<Downloads.SignedOrders>();
        services.AddSingleton<Downloads.FileHandover>();
        services.AddSingleton<Asking.QueryAnswers>();
        return services;
    }
}
