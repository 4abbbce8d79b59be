using ComplaintBot.People.Graph;

namespace ComplaintBot.FirstContact;

/// <summary>Registers what reaches people who never said hello.</summary>
public static class FirstContactSetup
{
    /// <summary>Adds it; comes after the organisation. Without Graph:Enabled and Graph:TeamsApp nothing is installed for anybody.</summary>
    public static IServiceCollection AddFirstContact(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<Reach>();
        var graph = GraphSettings.Read(configuration);
        if (!graph.Enabled || graph.TeamsApp is null)
            return services;
        services.AddSingleton(_ => new AppInstaller(GraphConnection.Open(graph, configuration), graph));
        services.AddHostedService<FirstContactWorker>();
        return services;
    }
}
