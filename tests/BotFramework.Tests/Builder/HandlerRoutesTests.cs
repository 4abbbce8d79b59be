using BotFramework.Builder;
using BotFramework.Schema;

namespace BotFramework.Tests.Builder;

public class HandlerRoutesTests
{
    [Theory]
    [InlineData("in-message-personal.json", "message")]
    [InlineData("in-card-submit.json", "message")]
    [InlineData("in-conversationUpdate-personal.json", "members added: user-id-0,00000000-0000-0000-0000-00000000000011")]
    [InlineData("in-conversationUpdate-channel.json", "members added: 00000000-0000-0000-0000-00000000000011")]
    [InlineData("in-installationUpdate-personal.json", "installed")]
    [InlineData("in-installationUpdate-remove.json", "removed")]
    [InlineData("in-messageReaction.json", "reaction like")]
    [InlineData("in-invoke-adaptiveCard-action.json", "action ack")]
    [InlineData("in-invoke-fetchTask.json", "form create")]
    [InlineData("in-invoke-query.json", "search T-1")]
    public async Task A_recorded_activity_reaches_its_method(string file, string method)
    {
        var bot = new Recorder();

        await bot.OnTurnAsync(new TurnContext(new RecordingAdapter(), Fixture.Activity(file)));

        Assert.Equal([method], bot.Calls);
    }

    [Theory]
    [InlineData("""{"type":"message"}""")]
    [InlineData("""{"type":"somethingNew","hello":1}""")]
    [InlineData("""{"type":"event","name":"nobody/knows"}""")]
    [InlineData("""{"type":"event"}""")]
    [InlineData("""{"type":"typing"}""")]
    [InlineData("""{"type":"conversationUpdate","channelId":"msteams","channelData":{"eventType":"teamRenamed"}}""")]
    [InlineData("""{"type":"conversationUpdate","channelId":"msteams","channelData":"text"}""")]
    [InlineData("""{"type":"messageDelete","channelId":"msteams","channelData":{"eventType":"softDeleteMessage"}}""")]
    public async Task What_nobody_takes_does_nothing(string json) => await new TeamsActivityHandler().OnTurnAsync(Turn(json));

    [Theory]
    [InlineData("actionableMessage/executeAction")]
    [InlineData("adaptiveCard/unknown")]
    [InlineData("application/search")]
    [InlineData("composeExtension/anonymousQueryLink")]
    [InlineData("composeExtension/fetchTask")]
    [InlineData("composeExtension/onCardButtonClicked")]
    [InlineData("composeExtension/query")]
    [InlineData("composeExtension/queryLink")]
    [InlineData("composeExtension/querySettingUrl")]
    [InlineData("composeExtension/selectItem")]
    [InlineData("composeExtension/setting")]
    [InlineData("composeExtension/submitAction")]
    [InlineData("config/fetch")]
    [InlineData("config/submit")]
    [InlineData("message/submitAction")]
    [InlineData("signin/tokenExchange")]
    [InlineData("signin/verifyState")]
    [InlineData("tab/fetch")]
    [InlineData("tab/submit")]
    [InlineData("task/fetch")]
    [InlineData("task/submit")]
    [InlineData("nobody/knows")]
    public async Task An_invoke_that_nobody_takes_is_answered_501_without_a_body(string name)
    {
        var response = await AnswerAsync(
            new TeamsActivityHandler(),
            $$$"""{"type":"invoke","channelId":"msteams","name":"{{{name}}}","value":{}}"""
        );

        Assert.Equal(501, response!.Status);
        Assert.Null(response.Body);
    }

    [Fact]
    public async Task An_invoke_without_a_name_is_the_old_card_action() =>
        Assert.Equal(501, (await AnswerAsync(new TeamsActivityHandler(), """{"type":"invoke","channelId":"msteams"}"""))!.Status);

    [Theory]
    [InlineData("""{}""", "BadRequest", "Missing value property")]
    [InlineData("""{"value":null}""", "BadRequest", "Missing value property")]
    [InlineData("""{"value":"x"}""", "BadRequest", "Value property is not properly formed")]
    [InlineData("""{"value":{"action":5}}""", "BadRequest", "Value property is not properly formed")]
    [InlineData("""{"value":{}}""", "BadRequest", "Missing action property")]
    [InlineData("""{"value":{"action":{"type":"Action.Submit"}}}""", "NotSupported", "The action 'Action.Submit' is not supported.")]
    public async Task A_card_action_that_is_none_is_refused_as_the_official_SDK_does(string fields, string code, string message)
    {
        var json = """{"type":"invoke","name":"adaptiveCard/action",""" + fields[1..];

        var response = await AnswerAsync(new Recorder(), json.Replace(",}", "}", StringComparison.Ordinal));

        Assert.Equal(400, response!.Status);
        Assert.Equal(
            $$$"""{"statusCode":400,"type":"application/vnd.microsoft.error","value":{"code":"{{{code}}}","message":"{{{message}}}"}}""",
            response.Body!.Value.GetRawText()
        );
    }

    [Fact]
    public async Task An_invoke_with_a_value_of_another_shape_is_refused() =>
        Assert.Equal(400, (await AnswerAsync(new Recorder(), """{"type":"invoke","name":"composeExtension/query","value":[1]}"""))!.Status);

    [Fact]
    public async Task A_dialog_that_is_closed_is_answered_200_without_a_body()
    {
        var response = await AnswerAsync(new Recorder(), """{"type":"invoke","name":"task/submit","value":{"data":{}}}""");

        Assert.Equal(200, response!.Status);
        Assert.Null(response.Body);
    }

    private static TurnContext Turn(string json) => new(new RecordingAdapter(), ProtocolJson.Deserialize<Activity>(json)!);

    private static async Task<InvokeResponse?> AnswerAsync(IBot bot, string json)
    {
        var turn = Turn(json);
        await bot.OnTurnAsync(turn);
        return turn.InvokeResponse;
    }

    private sealed class Recorder : TeamsActivityHandler
    {
        public List<string> Calls { get; } = [];

        protected override Task OnMessageActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Note("message");

        protected override Task OnMembersAddedAsync(
            IList<ChannelAccount> membersAdded,
            ITurnContext turnContext,
            CancellationToken cancellationToken
        ) => Note("members added: " + string.Join(',', membersAdded.Select(m => m.Id)));

        protected override Task OnInstallationUpdateAddAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
            Note("installed");

        protected override Task OnInstallationUpdateRemoveAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
            Note("removed");

        protected override Task OnReactionsAddedAsync(
            IList<MessageReaction> reactions,
            ITurnContext turnContext,
            CancellationToken cancellationToken
        ) => Note("reaction " + reactions[0].Type);

        protected override async Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
            ITurnContext turnContext,
            AdaptiveCardInvokeValue invokeValue,
            CancellationToken cancellationToken
        )
        {
            await Note("action " + invokeValue.Action!.Verb);
            return AdaptiveCardInvokeResponse.Message("ok");
        }

        protected override async Task<MessagingExtensionActionResponse> OnTeamsMessagingExtensionFetchTaskAsync(
            ITurnContext turnContext,
            MessagingExtensionAction action,
            CancellationToken cancellationToken
        )
        {
            await Note("form " + action.CommandId);
            return new MessagingExtensionActionResponse();
        }

        protected override async Task<MessagingExtensionResponse> OnTeamsMessagingExtensionQueryAsync(
            ITurnContext turnContext,
            MessagingExtensionQuery query,
            CancellationToken cancellationToken
        )
        {
            await Note("search " + query.Parameters![0].Value!.Value.GetString());
            return new MessagingExtensionResponse();
        }

        protected override Task<TaskModuleResponse?> OnTeamsTaskModuleSubmitAsync(
            ITurnContext turnContext,
            TaskModuleRequest taskModuleRequest,
            CancellationToken cancellationToken
        ) => Task.FromResult<TaskModuleResponse?>(null);

        private Task Note(string call)
        {
            Calls.Add(call);
            return Task.CompletedTask;
        }
    }
}
