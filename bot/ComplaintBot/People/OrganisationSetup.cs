using ComplaintBot.People.Directory;
using ComplaintBot.People.Graph;

namespace ComplaintBot.People;

/// <summary>Registers the organisation: read from Organisation:File (default: the example), re-read when the file changes;
/// with Graph:Enabled what Microsoft Graph knows of people is added.</summary>
public static class OrganisationSetup
{
    /// <summary>Adds it. A wrong file stops the start with an <see cref="OrganisationFileException"/> that says where and what.</summary>
    public static IServiceCollection AddOrganisation(this IServiceCollection services, IConfiguration configuration)
    {
        var path = configuration["Organisation:File"] is { Length: > 0 } given ? Path.GetFullPath(given) : OrganisationFile.ExamplePath;
        services.AddSingleton(_ => new OrganisationSource(OrganisationFileException.Demand(OrganisationFile.Load(path))));
        services.AddHostedService(s => new OrganisationFileWatcher(
            path,
            s.GetRequiredService<OrganisationSource>(),
            s.GetRequiredService<TimeProvider>(),
            s.GetRequiredService<ILogger<OrganisationFileWatcher>>()
        ));
        var graph = GraphSettings.Read(configuration);
        services.AddSingleton(graph);
        if (!graph.Enabled)
            return services;
        services.AddSingleton<IDirectory>(s => new GraphDirectory(
            GraphConnection.Open(graph, configuration),
            s.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton(s => new GraphPhotos(
            GraphConnection.Open(graph, configuration),
            s.GetRequiredService<TimeProvider>(),
            s.GetRequiredService<ILogger<GraphPhotos>>()
        ));
        services.AddSingleton<DirectoryStore>();
        services.AddHostedService<DirectoryWorker>();
        return services;
    }
}
