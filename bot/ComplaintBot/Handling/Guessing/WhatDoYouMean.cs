using ComplaintBot.Conversations;
using Understanding;

namespace ComplaintBot.Handling.Guessing;

/// <summary>The bot is not sure what was said: it asks, with what it may be as buttons, and does nothing.</summary>
internal sealed class WhatDoYouMean(StaffGuesses guesses) : IStep<StaffState>
{
    public async ValueTask<StaffState?> TakeAsync(Turn turn, StaffState state, Heard heard, CancellationToken cancellationToken) =>
        heard is { Meant: null, Intent: Intents.Unclear } or { Meant: null, Intent: Intents.Ask, IsSure: false }
            ? await guesses.AskAsync(turn, state, heard, cancellationToken)
            : null;
}
