using System.Text.Json.Nodes;
using ComplaintBot.Tests.MainLine;

namespace ComplaintBot.Tests.Teams;

/// <summary>An export goes into the drive of whoever asked for it, after they agreed.</summary>
public sealed class FileConsentTests(TeamsWorld world) : IClassFixture<TeamsWorld>
{
    private const string Invoke = "fileConsent/invoke";

    [Theory]
    [InlineData(TeamsWorld.Alex, "list open complaints", "All right, no file was sent")]
    [InlineData(TeamsWorld.WangFang, "哪些投訴還沒結案", "檔案沒有傳送")]
    [InlineData(TeamsWorld.ZhangMin, "有哪些在办的投诉", "文件没有发送")]
    public async Task Agreed_it_is_uploaded_and_shown_and_declined_it_is_not(string who, string question, string declined)
    {
        await world.LogAsync("导出里的一件", who == TeamsWorld.ZhangMin ? "broadband" : "billing");
        var (offer, context, name) = await OfferedAsync(who, question);

        await DecideAsync(who, offer, context, v => (v["action"], v["uploadInfo"]) = ("decline", null));
        await world.Staff.GetsAsync(who, m => m.Text?.Contains(declined, StringComparison.Ordinal) == true);
        Assert.False(world.Staff.Drive.ContainsKey(who + name));
        await world.Staff.LosesAsync(who, offer);

        var before = world.Staff.Of(who).Count;
        await DecideAsync(who, offer, context, v => v["uploadInfo"]!["uploadUrl"] = world.Staff.Address + "/drive/" + who + name);
        var shown = (await world.Staff.GetsAsync(who, m => m.Json.Contains("card.file.info", StringComparison.Ordinal), before)).Activity;
        var file = shown["attachments"]![0]!;
        Assert.Equal("application/vnd.microsoft.teams.card.file.info", (string?)file["contentType"]);
        Assert.Equal("1150D938-8870-4044-9F2C-5BBDEBA70C9D", (string?)file["content"]!["uniqueId"]);
        Assert.Equal("xlsx", (string?)file["content"]!["fileType"]);
        Assert.StartsWith("https://contoso.sharepoint.com/", (string?)file["contentUrl"], StringComparison.Ordinal);
        var (range, bytes) = world.Staff.Drive[who + name];
        Assert.Equal($"bytes 0-{bytes.Length - 1}/{bytes.Length}", range);
        Assert.Equal("PK"u8.ToArray(), bytes[..2]);
    }

    [Theory]
    [InlineData(TeamsWorld.Alex, "list open complaints", "Your drive did not take the file")]
    [InlineData(TeamsWorld.WangFang, "哪些投訴還沒結案", "檔案沒能存入您的雲端硬碟")]
    [InlineData(TeamsWorld.ZhangMin, "有哪些在办的投诉", "文件没能存入您的云盘")]
    public async Task No_address_but_a_drive_gets_the_file(string who, string question, string said)
    {
        await world.LogAsync("导出里的另一件", who == TeamsWorld.ZhangMin ? "broadband" : "billing");
        var (offer, context, _) = await OfferedAsync(who, question);
        foreach (var elsewhere in new[] { "https://evil.example/drive/x", "http://169.254.169.254/latest", "no address", "" })
        {
            var before = world.Staff.Of(who).Count;
            await DecideAsync(who, offer, context, v => v["uploadInfo"]!["uploadUrl"] = elsewhere);
            // A link of the bot's own instead.
            var link = await world.Staff.GetsAsync(who, m => m.Text?.Contains("/reports/", StringComparison.Ordinal) == true, before);
            Assert.Contains(said, link.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nobody_takes_the_file_of_another()
    {
        await world.LogAsync("只给品质部看的导出", "billing");
        var (_, context, name) = await OfferedAsync(TeamsWorld.WuFang, "有哪些在办的投诉");

        foreach (var who in new[] { TeamsWorld.LiuYang, TeamsWorld.Stranger })
        {
            var stolen = world.Staff.Address + "/drive/stolen-" + who + name;
            await DecideAsync(who, "1", context, v => v["uploadInfo"]!["uploadUrl"] = stolen);
            await world.Staff.GetsAsync(who, m => m.Text is not null);
            Assert.DoesNotContain(world.Staff.Drive.Keys, k => k.StartsWith("stolen", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("""{"type":"fileUpload","action":"dance"}""")]
    [InlineData("""{"type":"fileUpload","action":"accept","uploadInfo":"none"}""")]
    [InlineData("[]")]
    public async Task What_has_no_such_shape_is_a_bad_request(string value)
    {
        Assert.Equal(400, (int)(await world.SendAsync(TeamsWorld.WuFang, Invoke, JsonNode.Parse(value))).StatusCode);
    }

    private async Task<(string Offer, JsonNode Context, string Name)> OfferedAsync(string who, string question)
    {
        var before = world.Staff.Of(who).Count;
        await world.Staff.SayAsync(who, question);
        var card = await world.Staff.GetsAsync(who, m => m.Json.Contains("query.export", StringComparison.Ordinal), before);
        var button = QuestionLineTests.Action(card.Activity, "query.export", d => d["format"]!.GetValue<string>() == "xlsx");
        await world.Staff.PressAsync(who, "query.export", button);
        var offer = await world.Staff.GetsAsync(who, m => m.Json.Contains("file.consent", StringComparison.Ordinal), before);
        var file = offer.Activity["attachments"]![0]!;
        Assert.NotEmpty((string)file["content"]!["description"]!);
        Assert.True((int)file["content"]!["sizeInBytes"]! > 0);
        return (offer.Id, file["content"]!["acceptContext"]!, (string)file["name"]!);
    }

    private async Task DecideAsync(string who, string offer, JsonNode context, Action<JsonObject> change)
    {
        var value = WireSample.Of(
            "fileConsent",
            v =>
            {
                v["context"] = context.DeepClone();
                change(v);
            }
        );
        var response = await world.SendAsync(who, Invoke, value, a => a["replyToId"] = offer);
        Assert.Equal(200, (int)response.StatusCode);
    }
}
