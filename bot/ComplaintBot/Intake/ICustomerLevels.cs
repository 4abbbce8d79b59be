namespace ComplaintBot.Intake;

/// <summary>Looks up how important a customer is to the organisation: its customer register, a file, or nothing.</summary>
public interface ICustomerLevels
{
    /// <summary>The level (vip, key …) of whoever has this phone or account number; null when unknown.</summary>
    Task<string?> LevelAsync(string? phone, string? account, CancellationToken cancellationToken);
}
