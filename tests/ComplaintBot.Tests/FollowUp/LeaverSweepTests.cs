using ComplaintBot.Tests.Fixtures;
using ComplaintBot.Tests.Quality;
using ComplaintBot.Tests.Storage;
using Complaints.Organisations;

namespace ComplaintBot.Tests.FollowUp;

/// <summary>Somebody is taken out of the organisation file with open complaints: nothing stays with them, and the heads hear it.</summary>
public sealed class LeaverSweepTests
{
    private const int Open = 19;

    [Theory, ClassData(typeof(Engines))]
    public async Task What_a_leaver_had_goes_to_colleagues_at_once_and_their_head_hears_how_much_went_where(string engine)
    {
        await using var office = await Office.OpenAsync(engine, Filing.Company);
        await FiledToAsync(office, "service-1");
        var without = Without("service-1");

        Assert.Equal(Open, await office.SweepLeaversAsync(without));
        for (var i = 1; i <= Open; i++)
        {
            var complaint = await office.FindAsync(Ticket(i));
            Assert.NotNull(without.FindStaff(complaint.AnswerablePerson));
            Assert.NotEqual("service-1", complaint.AnswerablePerson);
        }
        Assert.Contains(await office.NewToAsync("service-head"), m => m.Contains("19", StringComparison.Ordinal));
        // The same file again is no change.
        Assert.Equal(0, await office.SweepLeaversAsync(without));
    }

    [Fact]
    public async Task Where_nobody_else_is_there_their_head_has_them_and_none_is_without_an_owner()
    {
        await using var office = await Office.OpenAsync(TestDatabase.Sqlite, Filing.Company);
        await FiledToAsync(office, "service-1");
        var alone = Without("service-1", "service-2", "service-3");

        Assert.Equal(Open, await office.SweepLeaversAsync(alone));
        Assert.Equal(0, await office.WithoutOwnerAsync());
        for (var i = 1; i <= Open; i++)
            Assert.Equal("service-head", (await office.FindAsync(Ticket(i))).Owner);
        Assert.NotEmpty(await office.NewToAsync("service-head"));
    }

    private static async Task FiledToAsync(Office office, string owner)
    {
        for (var i = 1; i <= Open; i++)
        {
            var complaint = await office.FilesAsync(Ticket(i), $"directline:{i}", new("billing", "多收了钱"));
            if (complaint.Owner != owner)
                office.Must(complaint, "service-head", new Complaints.Handling.Assign(owner));
            await office.StoreAsync(complaint);
        }
    }

    private static Organisation Without(params string[] leavers) =>
        Filing.Company with
        {
            Staff = [.. Filing.Company.Staff.Where(s => !leavers.Contains(s.Id))],
        };

    private static string Ticket(int number) => $"C-20261014-{number:0000}";
}
