using ComplaintBot.People.Graph;
using ComplaintBot.Tab;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace ComplaintBot.Tests.People.Graph;

/// <summary>Pictures are had once a day; without one there are initials.</summary>
public sealed class GraphPhotosTests
{
    [Fact]
    public async Task A_picture_is_read_once_a_day_and_nobody_without_one_is_asked_for_again_and_again()
    {
        await using var server = await GraphServer.StartAsync();
        Company.Fill(server);
        server.Pictures[Company.Li] = [1, 2, 3];
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var photos = new GraphPhotos(Company.Client(server), time, NullLogger<GraphPhotos>.Instance);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal([1, 2, 3], await photos.OfAsync(Company.Li, CancellationToken.None));
            Assert.Null(await photos.OfAsync(Company.Zhang, CancellationToken.None));
        }
        Assert.Equal(2, server.Asked.Count(a => a.Contains("/photos/48x48/", StringComparison.Ordinal)));
        time.Advance(TimeSpan.FromHours(25));
        server.Pictures[Company.Zhang] = [4];
        Assert.Equal([4], await photos.OfAsync(Company.Zhang, CancellationToken.None));
        Assert.Null(await photos.OfAsync("aad-li-wei", CancellationToken.None));
    }

    [Fact]
    public async Task A_permission_that_is_missing_leaves_initials_and_is_tried_again_later()
    {
        await using var server = await GraphServer.StartAsync();
        server.Pictures[Company.Li] = [1];
        server.Fault = _ => (403, "Authorization_RequestDenied", null);
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var photos = new GraphPhotos(Company.Client(server), time, NullLogger<GraphPhotos>.Instance);
        Assert.Null(await photos.OfAsync(Company.Li, CancellationToken.None));
        server.Fault = _ => null;
        Assert.Null(await photos.OfAsync(Company.Li, CancellationToken.None));
        time.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal([1], await photos.OfAsync(Company.Li, CancellationToken.None));
    }

    [Theory]
    [InlineData("李伟", "李伟")]
    [InlineData("欧阳晓明", "晓明")]
    [InlineData("Alex Wilber", "AW")]
    [InlineData("alex", "A")]
    [InlineData("", "")]
    public void Initials_are_those_that_people_use(string name, string initials) => Assert.Equal(initials, TabPhoto.Initials(name));
}
