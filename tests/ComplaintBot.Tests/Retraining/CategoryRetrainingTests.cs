using ComplaintBot.People;
using ComplaintBot.Retraining;
using ComplaintBot.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Understanding.Categories;
using Workbench.Simulation;

namespace ComplaintBot.Tests.Retraining;

public class CategoryRetrainingTests
{
    [Fact]
    public async Task Closed_complaints_are_learnt_once_and_again_only_when_something_changed()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("complaintbot-learn-").FullName, "demo.db");
        await DemoCommand.RunAsync(path, TextWriter.Null, TimeProvider.System);
        await using var database = Database.For($"Data Source={path}");
        var organisation = OrganisationFileException.Demand(OrganisationFile.Load(OrganisationFile.ExamplePath));
        var complaints = new ConfirmedComplaints(database);
        var learned = new LearnedCategories();
        using var retraining = new CategoryRetraining(
            complaints,
            learned,
            new(organisation),
            TimeProvider.System,
            NullLogger<CategoryRetraining>.Instance
        );

        Assert.True(await retraining.LearnAsync(CancellationToken.None));
        var known = await complaints.ReadAsync(CancellationToken.None);
        Assert.All(known, c => Assert.True(learned.Current!.Knows(c.Category)));
        Assert.False(await retraining.LearnAsync(CancellationToken.None));

        // A person put one of them elsewhere: from the next round on that counts.
        await database.ExecuteAsync(
            """
            UPDATE complaints SET category = 'tv-box', version = version + 1
            WHERE ticket = (SELECT MIN(ticket) FROM complaints WHERE kind = 'complaint' AND state = 'closed')
            """,
            null
        );
        Assert.True(await retraining.LearnAsync(CancellationToken.None));
        Assert.True(learned.Current!.Knows("tv-box"));

        // An open one counts as soon as a person put it right, without waiting for its close.
        await database.ExecuteAsync(
            """
            UPDATE complaints SET category = 'roaming-abroad', category_confirmed = 1, version = version + 1
            WHERE ticket = (SELECT MAX(ticket) FROM complaints WHERE kind = 'complaint' AND is_open = 1)
            """,
            null
        );
        Assert.True(await retraining.LearnAsync(CancellationToken.None));
        Assert.True(learned.Current!.Knows("roaming-abroad"));
    }
}
