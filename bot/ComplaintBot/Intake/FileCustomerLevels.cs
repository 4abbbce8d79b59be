namespace ComplaintBot.Intake;

/// <summary>Customer levels from a text file: one customer a line, <c>number,level</c>, where the number is a phone or an account;
/// # begins a remark. Read again when it changes. A number that is not in it is nobody special.</summary>
public sealed class FileCustomerLevels(string path) : ICustomerLevels
{
    private readonly Lock _lock = new();
    private Dictionary<string, string> _levels = [];
    private DateTime _written;

    /// <inheritdoc/>
    public Task<string?> LevelAsync(string? phone, string? account, CancellationToken cancellationToken)
    {
        var levels = Current();
        return Task.FromResult(Find(levels, phone) ?? Find(levels, account));
    }

    private Dictionary<string, string> Current()
    {
        lock (_lock)
        {
            var written = File.GetLastWriteTimeUtc(path);
            if (written != _written)
                (_levels, _written) = (Read(path), written);
            return _levels;
        }
    }

    private static Dictionary<string, string> Read(string path)
    {
        var levels = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in File.ReadLines(path).Where(l => l.Length > 0 && l[0] != '#'))
        {
            if (line.Split(',', 2) is [var number, var level] && Plain(number) is { Length: > 0 } key)
                levels[key] = level.Trim();
        }
        return levels;
    }

    private static string? Find(Dictionary<string, string> levels, string? number) =>
        number is null ? null : levels.GetValueOrDefault(Plain(number));

    // +86 138-0000-1111 and 13800001111 are one customer.
    private static string Plain(string number)
    {
        var plain = string.Concat(number.Where(char.IsLetterOrDigit));
        return plain.Length == 13 && plain.StartsWith("86", StringComparison.Ordinal) ? plain[2..] : plain;
    }
}
