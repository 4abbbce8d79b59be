using ComplaintBot.BotService.Settings;
using ComplaintBot.People;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ComplaintBot.Operation.Doctor;

/// <summary>An installation as its settings describe it: the same parts that the bot would start with, not started.</summary>
internal sealed class Installation : IAsyncDisposable
{
    private readonly WebApplication? _app;

    private Installation(IConfiguration configuration, string root, WebApplication? app, string? fault) =>
        (Configuration, Root, _app, Fault) = (configuration, root, app, fault);

    public IConfiguration Configuration { get; }

    /// <summary>The content root, below which relative paths stand.</summary>
    public string Root { get; }

    /// <summary>Why the bot would not start with these settings; null when it would.</summary>
    public string? Fault { get; }

    /// <summary>The parts; null when a setting is wrong.</summary>
    public IServiceProvider? Services => Fault is null ? _app?.Services : null;

    /// <summary>True when nothing proves who calls: for one machine only.</summary>
    public bool IsLocal => Services?.GetRequiredService<BotFrameworkSettings>().AuthMode == AuthMode.Disabled;

    /// <summary>The organisation file.</summary>
    public string OrganisationPath =>
        Configuration["Organisation:File"] is { Length: > 0 } given ? Path.GetFullPath(given) : OrganisationFile.ExamplePath;

    /// <summary>Puts the parts together; nothing is sent or written.</summary>
    public static Installation Of(string[] settings, TimeProvider? time = null)
    {
        var builder = WebApplication.CreateBuilder(settings);
        builder.Logging.ClearProviders();
        WebApplication? app = null;
        string? fault = null;
        try
        {
            builder.AddComplaintBot();
            if (time is not null)
                builder.Services.Replace(ServiceDescriptor.Singleton(time));
            app = builder.Build();
            app.Services.GetService<IStartupValidator>()?.Validate();
            fault = Guard(app.Services.GetRequiredService<BotFrameworkSettings>(), builder.Environment);
            app.Services.GetRequiredService<Storage.Files.FileSettings>();
        }
        catch (Exception e)
            when (e is InvalidOperationException or ArgumentException or BotFrameworkSettingsException or OptionsValidationException)
        {
            fault = e.Message;
        }
        return new(builder.Configuration, builder.Environment.ContentRootPath, app, fault);
    }

    public ValueTask DisposeAsync() => _app?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static string? Guard(BotFrameworkSettings settings, IHostEnvironment environment) =>
        settings.AuthMode == AuthMode.Disabled && environment.IsProduction()
            ? "Authentication is off, which is not allowed in Production: MicrosoftAppId is not set."
            : null;
}
