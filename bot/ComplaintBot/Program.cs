using ComplaintBot;
using ComplaintBot.People;
using ComplaintBot.Reports.Sums;
using ComplaintBot.Storage;

if (args is ["cards", .. var cardArguments])
    return ComplaintBot.Cards.Gallery.CardGallery.Run(cardArguments, Console.Out);
if (args is ["verify-audit", .. var auditArguments])
    return await AuditCommand.RunAsync(auditArguments, Console.Out);

if (args is ["demo", .. var demoArguments])
    return await ComplaintBot.Reports.DemoCommand.RunAsync(demoArguments, Console.Out, TimeProvider.System);
if (args is ["simulate", .. var simulateArguments])
    return await ComplaintBot.Simulation.SimulateCommand.RunAsync(simulateArguments, Console.Out, TimeProvider.System);
if (args is ["bench", "queries", .. var queriesArguments])
    return await ComplaintBot.Reports.Bench.QueriesBench.RunAsync(queriesArguments, Console.Out, TimeProvider.System);
if (args is ["understand", .. var understandArguments])
    return await ComplaintBot.Understanding.Commands.UnderstandCommand.RunAsync(
        understandArguments,
        Console.OpenStandardInput(),
        Console.OpenStandardOutput(),
        Console.Error,
        TimeProvider.System
    );
if (args is ["evaluate", .. var evaluateArguments])
    return ComplaintBot.Understanding.Commands.EvaluateCommand.Run(evaluateArguments, Console.Out, Console.Error, TimeProvider.System);
if (args is [var unknown, ..] && !unknown.StartsWith('-'))
{
    await Console.Error.WriteLineAsync(
        $"There is no command '{unknown}'. Commands: bench queries, cards, demo, evaluate, simulate, understand, verify-audit; without one the bot starts."
    );
    return 2;
}

var builder = WebApplication.CreateBuilder(args);
if (builder.Configuration["urls"] is null)
    builder.WebHost.UseUrls("http://127.0.0.1:3978");
builder.AddComplaintBot();

var app = builder.Build();
await app.Services.GetRequiredService<Database>().MigrateAsync(app.Services.GetRequiredService<TimeProvider>());
await app.Services.GetRequiredService<SumTable>().EnsureAsync(app.Services.GetRequiredService<OrganisationSource>().Current);
app.MapComplaintBot();
await app.RunAsync();
return 0;
