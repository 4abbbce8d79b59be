using ComplaintBot.Storage.Files;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ComplaintBot.Storage;

/// <summary>Registers the database and what is kept in it.</summary>
public static class StorageSetup
{
    /// <summary>Adds the database of <c>ConnectionStrings:ComplaintBot</c>; without that setting a SQLite file in the folder
    /// <c>data</c>. A relative file stands below the content root, wherever the program was started from. <c>Storage:…</c> says
    /// where contents of files lie.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        var connection = configuration.GetConnectionString("ComplaintBot") is { Length: > 0 } given
            ? given
            : "Data Source=data/complaintbot.db";
        services.AddSingleton(s => Database.For(connection, s.GetRequiredService<IHostEnvironment>().ContentRootPath));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(s => FileSettings.Read(configuration, s.GetRequiredService<IHostEnvironment>().ContentRootPath));
        services.AddSingleton<FileContents>();
        services.AddHostedService<LooseFiles>();
        services.AddSingleton<ComplaintStore>();
        services.AddSingleton<Audit>();
        services.AddHostedService<Tidying>();
        return services;
    }
}
