using ComplaintBot;
using ComplaintBot.People;
using ComplaintBot.Reports.Sums;
using ComplaintBot.Retraining;
using ComplaintBot.Storage;

if (args is ["verify-audit", .. var auditArguments])
    return await AuditCommand.RunAsync(auditArguments, Console.Out);
if (args is ["learn", var folder])
    return LearnCommand.Run(folder, Console.Out);
if (args is [var unknown, ..] && !unknown.StartsWith('-'))
{
    await Console.Error.WriteLineAsync($"There is no command '{unknown}'. Commands: verify-audit, learn; without one the bot starts.");
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
