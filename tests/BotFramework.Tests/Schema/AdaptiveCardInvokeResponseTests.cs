using BotFramework.Schema;

namespace BotFramework.Tests.Schema;

public class AdaptiveCardInvokeResponseTests
{
    [Fact]
    public void Every_answer_has_the_shape_that_Teams_reads()
    {
        Assert.Equal(
            """{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"type":"AdaptiveCard"}}""",
            ProtocolJson.Serialize(AdaptiveCardInvokeResponse.Card(new { type = "AdaptiveCard" }))
        );
        Assert.Equal(
            """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"好"}""",
            ProtocolJson.Serialize(AdaptiveCardInvokeResponse.Message("好"))
        );
        Assert.Equal(
            """{"statusCode":400,"type":"application/vnd.microsoft.error","value":{"code":"BadRequest","message":"m"}}""",
            ProtocolJson.Serialize(AdaptiveCardInvokeResponse.BadRequest("BadRequest", "m"))
        );
        Assert.Equal(
            """{"statusCode":401,"type":"application/vnd.microsoft.activity.loginRequest","value":{"text":"in"}}""",
            ProtocolJson.Serialize(AdaptiveCardInvokeResponse.LoginRequest(new { text = "in" }))
        );
        Assert.Equal(
            """{"statusCode":401,"type":"application/vnd.microsoft.error.incorrectAuthCode","value":null}""",
            ProtocolJson.Serialize(AdaptiveCardInvokeResponse.IncorrectAuthCode())
        );
        Assert.Equal(
            """{"statusCode":412,"type":"application/vnd.microsoft.error.preconditionFailed","value":{"code":"412","message":"m"}}""",
            ProtocolJson.Serialize(AdaptiveCardInvokeResponse.PreconditionFailed("412", "m"))
        );
        Assert.Equal(
            """{"statusCode":500,"type":"application/vnd.microsoft.error","value":{"code":"500","message":"m"}}""",
            ProtocolJson.Serialize(AdaptiveCardInvokeResponse.InternalError("500", "m"))
        );
    }

    [Fact]
    public void A_dialog_is_written_with_its_value()
    {
        var response = TaskModuleResponse.Continue("标题", CardFactory.AdaptiveCard("""{"type":"AdaptiveCard"}"""));

        Assert.Equal(
            """{"task":{"value":{"title":"标题","height":"medium","width":"medium","card":{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard"}}},"type":"continue"}}""",
            ProtocolJson.Serialize(response)
        );
    }

    [Fact]
    public void An_empty_search_result_still_has_its_list()
    {
        var response = new MessagingExtensionResponse
        {
            ComposeExtension = new MessagingExtensionResult { Type = "result", Attachments = [] },
        };

        Assert.Equal("""{"composeExtension":{"type":"result","attachments":[]}}""", ProtocolJson.Serialize(response));
    }
}
