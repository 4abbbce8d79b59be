using ComplaintBot.Model;
using Understanding;

namespace ComplaintBot.Tests.Model;

/// <summary>The two shapes on the wire: Azure OpenAI by its deployment, another server of the same API by its model.</summary>
public sealed class ModelKindTests
{
    [Theory]
    [InlineData(ModelKind.AzureOpenAI, "/openai/deployments/complaints/chat/completions?api-version=2024-10-21")]
    [InlineData(ModelKind.OpenAI, "/v1/chat/completions")]
    public async Task Each_kind_of_server_is_called_as_it_expects(ModelKind kind, string path)
    {
        await using var world = await ModelWorld.CreateAsync(s =>
            kind == ModelKind.AzureOpenAI ? s : s with { Kind = kind, Endpoint = new(s.Endpoint, "v1/") }
        );
        world.Server.Understands(Intents.Praise);

        var meaning = await world.ReadAsync("你们的师傅真的非常负责，修得又快又好");

        Assert.Equal(Intents.Praise, meaning.Intent);
        Assert.Equal(path, Assert.Single(world.Server.Paths));
        var body = Assert.Single(world.Server.Asked);
        Assert.Equal("complaints", (string?)body["model"]);
        Assert.True((bool)body["response_format"]!["json_schema"]!["strict"]!);
    }

    [Theory]
    [InlineData(ModelKind.AzureOpenAI)]
    [InlineData(ModelKind.OpenAI)]
    public async Task A_wrong_key_is_a_failure_of_either_and_the_message_is_understood_locally(ModelKind kind)
    {
        const string text = "宽带断了，店里没法营业";
        await using var world = await ModelWorld.CreateAsync(s =>
            s with
            {
                Kind = kind,
                Endpoint = kind == ModelKind.AzureOpenAI ? s.Endpoint : new(s.Endpoint, "v1/"),
                ApiKey = "wrong",
            }
        );

        Assert.Equal(ModelWorld.Locally(text).Category, (await world.ReadAsync(text)).Category);
        Assert.Contains(world.Logs, l => l.Contains("status 401", StringComparison.Ordinal));
        Assert.Empty(world.Server.Asked);
    }
}
