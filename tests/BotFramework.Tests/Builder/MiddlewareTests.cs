using BotFramework.Builder;
using BotFramework.Schema;
using BotFramework.Tests.Time;

namespace BotFramework.Tests.Builder;

public class MiddlewareTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public async Task Middleware_runs_inwards_in_order_and_outwards_in_reverse()
    {
        var order = new List<string>();
        var adapter = new RecordingAdapter();
        adapter.Use(new Named("a", order)).Use(new Named("b", order));

        await adapter.RunAsync(
            Turn(adapter),
            (_, _) =>
            {
                order.Add("bot");
                return Task.CompletedTask;
            }
        );

        Assert.Equal(["a in", "b in", "bot", "b out", "a out"], order);
    }

    [Fact]
    public async Task An_error_of_the_bot_reaches_the_adapters_error_handler()
    {
        var adapter = new RecordingAdapter();
        Exception? seen = null;
        adapter.OnTurnError = (_, e) =>
        {
            seen = e;
            return Task.CompletedTask;
        };

        await adapter.RunAsync(Turn(adapter), (_, _) => throw new InvalidOperationException("broken"));

        Assert.Equal("broken", seen!.Message);
    }

    [Fact]
    public async Task Without_an_error_handler_the_error_goes_to_who_started_the_turn()
    {
        var adapter = new RecordingAdapter();

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            adapter.RunAsync(Turn(adapter), (_, _) => throw new InvalidOperationException("broken"))
        );
    }

    [Fact]
    public async Task Typing_shows_after_half_a_second_then_every_two_seconds_until_the_first_message()
    {
        var adapter = new RecordingAdapter(_time);
        adapter.Use(new ShowTypingMiddleware());
        var speak = new TaskCompletionSource();
        var spoken = new TaskCompletionSource();
        var end = new TaskCompletionSource();
        var turn = adapter.RunAsync(
            Turn(adapter),
            async (context, token) =>
            {
                await speak.Task;
                await context.SendActivityAsync("done", cancellationToken: token);
                spoken.SetResult();
                await end.Task;
            }
        );

        Assert.Equal(TimeSpan.FromMilliseconds(500), await _time.AdvanceToNextAsync());
        Assert.Equal(TimeSpan.FromSeconds(2), await _time.AdvanceToNextAsync());
        Assert.Equal(TimeSpan.FromSeconds(2), await _time.AdvanceToNextAsync());
        while (adapter.Transient.Count < 3)
            await Task.Yield();
        speak.SetResult();
        await spoken.Task;
        _time.Advance(TimeSpan.FromMinutes(1));
        end.SetResult();
        await turn;

        Assert.Equal(3, adapter.Transient.Count);
        Assert.All(adapter.Transient, a => Assert.Equal(ActivityTypes.Typing, a.Type));
        Assert.Equal(["done"], adapter.Sent.Select(a => a.Text));
    }

    [Fact]
    public async Task A_turn_that_is_quick_shows_no_typing()
    {
        var adapter = new RecordingAdapter(_time);
        adapter.Use(new ShowTypingMiddleware());

        await adapter.RunAsync(Turn(adapter), (_, _) => Task.CompletedTask);
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Empty(adapter.Transient);
    }

    private static TurnContext Turn(BotAdapter adapter) => new(adapter, Fixture.Activity("in-message-personal.json"));

    private sealed class Named(string name, List<string> order) : IMiddleware
    {
        public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
        {
            order.Add(name + " in");
            await next(cancellationToken);
            order.Add(name + " out");
        }
    }
}
