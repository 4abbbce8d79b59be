using Understanding.Messages;

namespace Understanding.Tests;

/// <summary>The wish not to be named to those whom a complaint is about.</summary>
public sealed class NotNamedTests
{
    [Theory]
    [InlineData("别告诉他是我投诉的")]
    [InlineData("師傅態度很差，請不要讓他知道是誰投訴的")]
    [InlineData("Please don't tell him it was me")]
    [InlineData("do not mention my name to the technician")]
    [InlineData("请为我保密")]
    public void Is_heard(string text) => Assert.True(NotNamed.IsWished(text));

    [Theory]
    [InlineData("别忘了告诉我结果，是我投诉的")]
    [InlineData("他没有告诉我什么时候来")]
    [InlineData("please tell him it was me who called")]
    [InlineData("I do not know. Tell me who complained")]
    public void Is_not_heard_where_it_is_not_said(string text) => Assert.False(NotNamed.IsWished(text));
}
