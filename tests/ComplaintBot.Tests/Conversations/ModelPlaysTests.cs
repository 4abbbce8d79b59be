using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ComplaintBot.People;
using ComplaintBot.Tests.Model;
using Microsoft.AspNetCore.Http;
using Understanding;
using Understanding.Categories;
using Understanding.Local;
using Understanding.Questions;

namespace ComplaintBot.Tests.Conversations;

/// <summary>The plays again with a model before the understanding. It is a stand-in that reads as the local understanding does, so
/// the bot must say the same:
/// what is tried is the way through the model, not how well one understands.</summary>
public sealed class ModelPlaysTests
{
    private static readonly LocalUnderstanding Local = new(new(), new QuestionParser());
    private static readonly Complaints.Organisations.Organisation Organisation = OrganisationFile
        .Load(OrganisationFile.ExamplePath)
        .Organisation!;

    [Theory, MemberData(nameof(PlaysTests.Plays), MemberType = typeof(PlaysTests))]
    public async Task The_bot_says_what_the_script_says(string name)
    {
        await using var server = await ModelServer.StartAsync();
        server.Answer = AnswerAsync;
        await RunAsync(name, server);
        // Short plays are all buttons and set phrases; a story is not.
        if (name.EndsWith("story", StringComparison.Ordinal))
            Assert.NotEmpty(server.Asked);
    }

    [Theory, MemberData(nameof(PlaysTests.Plays), MemberType = typeof(PlaysTests))]
    public async Task Nobody_notices_a_model_that_fails_every_other_time(string name)
    {
        await using var server = await ModelServer.StartAsync();
        var asked = 0;
        server.Answer = (context, body) =>
        {
            if (Interlocked.Increment(ref asked) % 2 == 0)
                return AnswerAsync(context, body);
            context.Abort();
            return Task.CompletedTask;
        };
        await RunAsync(name, server);
    }

    private static async Task RunAsync(string name, ModelServer server)
    {
        var play = Play.Read(Path.Combine(AppContext.BaseDirectory, "Conversations", "Plays", name + ".txt"));
        await using var stage = await Stage.BuildAsync(
            play.Start,
            ("AzureOpenAI:Endpoint", server.Endpoint.AbsoluteUri),
            ("AzureOpenAI:Deployment", "complaints"),
            ("AzureOpenAI:ApiKey", ModelServer.Key)
        );
        try
        {
            await new Performance(play, stage).RunAsync();
        }
        catch (PlayException e)
        {
            Assert.Fail($"{play.Title}\n{e.Message}");
        }
    }

    private static Task AnswerAsync(HttpContext context, JsonNode body)
    {
        var data = JsonNode.Parse(body["messages"]![1]!["content"]!.GetValue<string>())!;
        var text = data["text"]!.GetValue<string>();
        var noon = new DateTimeOffset(
            DateTime.Parse(data["today"]!.GetValue<string>(), CultureInfo.InvariantCulture).AddHours(12),
            Organisation.TimeZone.BaseUtcOffset
        );
        var ofCustomer = body["response_format"]!["json_schema"]!["name"]!.GetValue<string>() == "customerMessage";
        var read = Local.Read(
            text,
            new()
            {
                Language = data["language"]?.GetValue<string>(),
                Role = ofCustomer ? SpeakerRole.Customer : SpeakerRole.Manager,
                Now = noon,
                Organisation = Organisation,
                Asked = data["talk"]?["asked"]!.GetValue<string>(),
                Known = data["talk"]?["known"]!.AsArray().ToDictionary(k => k!.GetValue<string>(), _ => "") ?? [],
            }
        );
        var facts = read.Slots;
        var slots = new JsonObject
        {
            ["product"] = facts.Product,
            ["orderNumber"] = facts.OrderNumber,
            ["place"] = facts.Place,
            ["happenedFrom"] = facts.HappenedFrom?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["happenedTo"] = facts.HappenedTo?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["remedy"] = facts.Remedy == "onsite" ? null : facts.Remedy,
            ["amount"] = facts.Amount is { } sum ? new JsonObject { ["value"] = sum.Value, ["currency"] = sum.Currency } : null,
            ["phone"] = facts.Phone,
            ["email"] = facts.Email,
            ["name"] = facts.Name,
            ["sentiment"] = facts.Sentiment,
        }.ToJsonString();
        if (ofCustomer)
        {
            var intent = read.Intent switch
            {
                Intents.Skip => Intents.No,
                Intents.Thanks => Intents.Greeting,
                var published => published,
            };
            return ModelServer.SayAsync(
                context,
                ModelServer.Customer(
                    intent,
                    read.CategoryConfidence >= CategoryConfidence.Sure ? read.Category : null,
                    read.Severity?.ToString().ToLowerInvariant(),
                    slots,
                    read.Turn
                )
            );
        }
        var previous = data["previousQuery"] is { } before ? QueryJson.Read(before.ToJsonString(), out _) : null;
        var query = new QuestionParser().Parse(text, "zh-CN", Organisation, noon, previous).Query;
        return ModelServer.SayAsync(
            context,
            read.Intent == Intents.Complain ? ModelServer.Staff(Intents.Complain, category: read.Category, slots: slots)
                : query is null ? ModelServer.Staff(Intents.Unclear)
                : ModelServer.Staff(Intents.Ask, JsonSerializer.Serialize(query, QueryJson.Options))
        );
    }
}
