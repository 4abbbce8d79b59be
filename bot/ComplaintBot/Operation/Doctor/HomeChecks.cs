using System.Data.Common;
using ComplaintBot.People;
using ComplaintBot.People.Graph;
using ComplaintBot.Storage;

namespace ComplaintBot.Operation.Doctor;

/// <summary>What can be looked at without asking anybody outside: settings, organisation file, database.</summary>
internal static class HomeChecks
{
    public static Task<Finding> SettingsAsync(Installation it, CancellationToken cancellationToken) =>
        Task.FromResult(
            it.Fault is { } fault ? Finding.Wrong(fault, "Correct the setting that is named; docs/settings.md tells what each may be.")
            : it.IsLocal
                ? Finding.Doubt(
                    "The settings are right, for trying on this machine only: MicrosoftAppId is not set.",
                    "For people in Teams register the bot and set MicrosoftApp…, see docs/operations.md."
                )
            : Finding.Good("The settings are right.")
        );

    public static Task<Finding> OrganisationAsync(Installation it, CancellationToken cancellationToken)
    {
        var result = OrganisationFile.Load(it.OrganisationPath);
        if (result.Organisation is not { } organisation)
        {
            var mistakes = string.Concat(result.Problems.Select(p => Environment.NewLine + "  " + p));
            return Task.FromResult(
                Finding.Wrong(
                    $"The organisation file has {result.Problems.Count} mistakes:{mistakes}",
                    "Correct the lines; docs/organisation.md tells every key."
                )
            );
        }
        var counts =
            $"{organisation.Departments.Count} departments, {organisation.Staff.Count} people, {organisation.Categories.Count} categories";
        if (it.OrganisationPath == OrganisationFile.ExamplePath)
            return Task.FromResult(
                Finding.Doubt(
                    $"The example company is served ({counts}): Organisation:File is not set.",
                    "Make your own with the command init and set Organisation:File to it."
                )
            );
        if (organisation.TenantId is null && it.Configuration["MicrosoftAppTenantId"] is not { Length: > 0 } && !it.IsLocal)
            return Task.FromResult(
                Finding.Wrong(
                    "Nobody is staff: neither tenantId in the organisation file nor MicrosoftAppTenantId says whose people they are.",
                    "Write the id of your Microsoft Entra tenant into the organisation file as \"tenantId\"."
                )
            );
        return Task.FromResult(
            organisation.Directory.Groups.Count > 0 && it.Services?.GetRequiredService<GraphSettings>().Enabled == false
                ? Finding.Doubt(
                    $"The organisation file names groups of the directory, but Graph:Enabled is not true ({counts}).",
                    "Set Graph:Enabled=true, or take \"directory\" out of the file."
                )
                : Finding.Good($"{it.OrganisationPath}: {counts}.")
        );
    }

    public static async Task<Finding> DatabaseAsync(Installation it, CancellationToken cancellationToken)
    {
        if (it.Services?.GetRequiredService<Database>() is not { } database)
            return Finding.Unused("Not looked at: the settings come first.");
        try
        {
            await database.ScalarAsync<long>("SELECT 1", null, cancellationToken);
        }
        catch (Exception e) when (e is DbException or TimeoutException or IOException)
        {
            return Finding.Wrong(
                $"{database.Dialect.Name} cannot be used: {e.Message}",
                "Start the database, or correct ConnectionStrings:ComplaintBot (host, port, name, user, password, rights on the folder)."
            );
        }
        var state = await database.StateAsync(cancellationToken);
        return state switch
        {
            SchemaState.Empty => Finding.Doubt(
                $"{database.Dialect.Name} answers and is empty.",
                "Start the bot once; it makes its tables itself."
            ),
            SchemaState.Older => Finding.Doubt(
                $"{database.Dialect.Name} answers; its tables are those of an older version.",
                "Back it up, then start this version once: it migrates them."
            ),
            SchemaState.Newer => Finding.Wrong(
                $"{database.Dialect.Name} was migrated by a newer version than this program.",
                "Start that version, or restore the backup from before the upgrade."
            ),
            _ => Finding.Good($"{database.Dialect.Name} answers and is up to date."),
        };
    }
}
