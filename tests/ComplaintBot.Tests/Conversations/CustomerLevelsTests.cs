using ComplaintBot.Intake;

namespace ComplaintBot.Tests.Conversations;

public class CustomerLevelsTests
{
    [Fact]
    public async Task A_customer_is_known_by_phone_or_account_however_it_is_written_and_the_file_is_read_again_when_it_changes()
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, "# number,level\n138-0000-1111,vip\nHT-88213,key\n");
        var levels = new FileCustomerLevels(path);
        Assert.Equal("vip", await levels.LevelAsync("+86 138 0000 1111", null, CancellationToken.None));
        Assert.Equal("key", await levels.LevelAsync("13900000000", "ht88213", CancellationToken.None));
        Assert.Null(await levels.LevelAsync(null, null, CancellationToken.None));

        await File.WriteAllTextAsync(path, "13900000000,vip\n");
        File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch.AddYears(60));
        Assert.Equal("vip", await levels.LevelAsync("13900000000", null, CancellationToken.None));
    }
}
