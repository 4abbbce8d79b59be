using System.ComponentModel;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Spectre.Console.Cli;

namespace Workbench.Bench;

/// <summary>The bare echo of the SDK's samples, as a process of its own: what <c>bench turns</c> is measured beside.</summary>
internal sealed class EchoCommand : AsyncCommand<EchoCommand.Settings>
{
    internal sealed class Settings : CommandSettings
    {
        [CommandArgument(0, "<url>")]
        [Description("Where it listens.")]
        public string Url { get; init; } = "";
    }

    protected override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(settings.Url);
        builder.Services.AddSingleton<BotFrameworkAuthentication>(s => new ConfigurationBotFrameworkAuthentication(
            s.GetRequiredService<IConfiguration>()
        ));
        builder.Services.AddSingleton(s => new CloudAdapter(s.GetRequiredService<BotFrameworkAuthentication>()));
        builder.Services.AddSingleton<IBot, EchoBot>();
        await using var app = builder.Build();
        app.MapPost(
            "/api/messages",
            (HttpRequest request, HttpResponse response, CloudAdapter adapter, IBot bot, CancellationToken aborted) =>
                adapter.ProcessAsync(request, response, bot, aborted)
        );
        app.MapGet("/readyz", () => "ready");
        await app.RunAsync(cancellationToken);
        return 0;
    }

    private sealed class EchoBot : ActivityHandler
    {
        protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) =>
            turnContext.SendActivityAsync(MessageFactory.Text("Echo: " + turnContext.Activity.Text), cancellationToken);
    }
}
