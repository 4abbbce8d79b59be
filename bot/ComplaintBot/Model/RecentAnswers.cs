namespace ComplaintBot.Model;

/// <summary>The answers of the last minutes: a turn that runs again, or a text that is looked at again after "yes, a new one", is
/// not asked about twice; nor, for a moment, is what failed. In memory only, a few hundred at most.</summary>
internal sealed class RecentAnswers(TimeProvider time)
{
    private const int Most = 200;
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(10),
        FailureKeptFor = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly Dictionary<(ModelTask Task, string Data), (DateTimeOffset At, string? Json)> _answers = [];

    /// <summary>True when the same question was asked just now; then its answer, null for a failure.</summary>
    public bool Has(ModelTask task, string data, out string? json)
    {
        lock (_lock)
        {
            var found =
                _answers.TryGetValue((task, data), out var answer)
                && time.GetUtcNow() - answer.At < (answer.Json is null ? FailureKeptFor : KeptFor);
            json = found ? answer.Json : null;
            return found;
        }
    }

    /// <summary>Keeps an answer, or that there was none.</summary>
    public void Keep(ModelTask task, string data, string? json)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (_answers.Count >= Most)
            {
                foreach (var old in _answers.OrderBy(a => a.Value.At).Take(Most / 2).Select(a => a.Key).ToList())
                    _answers.Remove(old);
            }
            _answers[(task, data)] = (now, json);
        }
    }
}
