namespace ComplaintBot.Intake;

/// <summary>No customer register is connected: everybody is a standard customer until staff say otherwise.</summary>
public sealed class NoCustomerLevels : ICustomerLevels
{
    /// <inheritdoc/>
    public Task<string?> LevelAsync(string? phone, string? account, CancellationToken cancellationToken) => Task.FromResult<string?>(null);
}
