using ComplaintBot.Tests.Fixtures;
using ComplaintBot.WebChannel;
using DirectLine;
using DirectLine.Access;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace ComplaintBot.Tests.WebChannel;

public sealed class SqlDirectLineKeysTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Processes_that_start_together_use_the_same_key_and_a_restart_keeps_it(string engine)
    {
        await using var world = await WebWorld.CreateAsync(engine);
        var time = new FakeTimeProvider();
        var rings = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(i =>
                    Task.Run(async () =>
                        await new SqlDirectLineKeys(i % 2 == 0 ? world.Database : world.AnotherDatabase(), time).GetAsync(default)
                    )
                )
        );

        Assert.Single(rings.Select(r => r.Current.Id).Distinct());
        Assert.Equal(
            rings[0].Current.Derive("x"),
            (await new SqlDirectLineKeys(world.Database, time).GetAsync(default)).Current.Derive("x")
        );
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_new_key_signs_only_when_every_process_knows_it_and_older_tokens_stay_good(string engine)
    {
        await using var world = await WebWorld.CreateAsync(engine);
        var time = new FakeTimeProvider();
        SqlDirectLineKeys[] processes = [new(world.Database, time), new(world.AnotherDatabase(), time)];
        DirectLineTokenService ServiceOf(IDirectLineKeys keys) =>
            new(keys, Options.Create(new DirectLineOptions { TokenLifetime = TimeSpan.FromHours(2) }), time);
        var first = (await processes[0].GetAsync(default)).Current.Id;
        var old = await ServiceOf(processes[1]).IssueAsync("c1", "dl_1", default);

        await processes[0].RotateAsync(default);
        var signers = new List<string>();
        for (var minute = 0; minute < 20; minute++)
        {
            time.Advance(TimeSpan.FromMinutes(1));
            var issuer = processes[minute % 2];
            signers.Add((await issuer.GetAsync(default)).Current.Id);
            var token = await ServiceOf(issuer).IssueAsync("c1", "dl_1", default);
            Assert.Equal(TokenFault.None, (await ServiceOf(processes[(minute + 1) % 2]).ReadAsync(token.Token, default)).Fault);
        }

        Assert.Equal(first, signers[0]);
        Assert.NotEqual(first, signers[^1]);
        Assert.Equal(TokenFault.None, (await ServiceOf(processes[0]).ReadAsync(old.Token, default)).Fault);
    }
}
