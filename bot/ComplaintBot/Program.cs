using BotFramework.DirectLine;
using BotFramework.Hosting;
using ComplaintBot.Conversations;
using ComplaintBot.FollowUp;
using ComplaintBot.Messaging;
using ComplaintBot.Page;
using ComplaintBot.People;
using ComplaintBot.PersonalData;
using ComplaintBot.Quality;
using ComplaintBot.Reports.Downloads;
using ComplaintBot.Storage;
using ComplaintBot.Understanding;
using ComplaintBot.WebChannel;

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
    return await ComplaintBot.Understanding.Commands.UnderstandCommand.RunAsync(understandArguments, Console.OpenStandardInput(), Console.OpenStandardOutput(), Console.Error, TimeProvider.System);
if (args is ["evaluate", .. var evaluateArguments])
    return ComplaintBot.Understanding.Commands.EvaluateCommand.Run(evaluateArguments, Console.Out, Console.Error, TimeProvider.System);
if (args is [var unknown, ..] && !unknown.StartsWith('-'))
{
    await Console.Error.WriteLineAsync($"There is no command '{unknown}'. Commands: bench queries, cards, demo, evaluate, simulate, understand, verify-audit; without one the bot starts.");
    return 2;
}

var builder = WebApplication.CreateBuilder(args);
if (builder.Configuration["urls"] is null)
    builder.WebHost.UseUrls("http://127.0.0.1:3978");
builder.Services.AddOrganisation(builder.Configuration);       // Organisation:File; re-read while running
builder.Services.AddStorage(builder.Configuration);            // ConnectionStrings:ComplaintBot; SQLite file or PostgreSQL
builder.Services.AddBotFramework(builder.Configuration);       // MicrosoftAppId …, Auth:Mode; local mode without an app id
builder.Services.AddWebChannel(builder.Configuration);         // DirectLine:…; visitors of the chat page
builder.Services.AddCustomerPage(builder.Configuration);       // Page:…; the chat page at /
builder.Services.AddMessaging();                               // inbox, mailbox, outbox
builder.Services.AddUnderstanding();                           // what messages mean; learns from closed complaints
builder.Services.AddConversations();                           // what is said to customers and staff
builder.Services.AddQuality();                                 // the same problem again, many at once
builder.Services.AddPersonalData(builder.Configuration);       // PersonalData:KeepFor; export and erasure by admins
builder.Services.AddFollowUp();                                // reminders, escalation, surveys: what happens by time

var app = builder.Build();
await app.Services.GetRequiredService<Database>().MigrateAsync(app.Services.GetRequiredService<TimeProvider>());
app.MapBotMessages();
app.MapDirectLine();
app.MapCustomerPage();
app.MapReportFiles();
app.MapExports();
app.MapHealth();
await app.RunAsync();
return 0;
