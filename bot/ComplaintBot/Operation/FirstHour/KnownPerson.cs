namespace ComplaintBot.Operation.FirstHour;

/// <summary>Somebody whom Microsoft Graph tells to be in a group whose members are staff.</summary>
/// <param name="Id">The object id.</param>
/// <param name="Name">The display name.</param>
/// <param name="Department">The department as the directory writes it; null = the first of the file.</param>
/// <param name="Roles">What their groups make them.</param>
/// <param name="Language">The first language the bot writes to them in; null = the usual one.</param>
/// <param name="Manager">The object id of whom they report to.</param>
internal sealed record KnownPerson(
    string Id,
    string Name,
    string? Department,
    IReadOnlyList<string> Roles,
    string? Language,
    string? Manager
);
