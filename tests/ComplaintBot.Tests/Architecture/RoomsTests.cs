using ArchUnitNET.Loader;

namespace ComplaintBot.Tests.Architecture;

/// <summary>The rooms of the host have an order. Read from the compiled assembly, so that no word of it can be out of date.</summary>
public sealed class RoomsTests
{
    private const string Root = "ComplaintBot.";

    [Fact]
    public void No_rooms_of_the_host_form_a_circle()
    {
        var uses = UsesBetweenRooms();
        var rooms = uses.Keys.ToList();
        Assert.True(rooms.Count > 10, "The rooms were not found.");
        var circles =
            from one in rooms
            from other in rooms
            where string.CompareOrdinal(one, other) < 0 && Reaches(uses, one, other) && Reaches(uses, other, one)
            select $"{one} <-> {other}";
        var found = string.Join('\n', circles.SelectMany(c => Direct(uses, c).Prepend(c)));
        Assert.True(found.Length == 0, found);
    }

    // Room to room, with one use of each as the example to look at.
    private static Dictionary<string, Dictionary<string, string>> UsesBetweenRooms()
    {
        var host = new ArchLoader().LoadAssemblies(typeof(BotHost).Assembly).Build();
        var uses = new Dictionary<string, Dictionary<string, string>>();
        foreach (var type in host.Types)
        {
            if (RoomOf(type.FullName) is not { } room)
                continue;
            var from = uses.TryGetValue(room, out var known) ? known : uses[room] = [];
            foreach (var target in type.Dependencies.Select(d => d.Target.FullName))
            {
                if (RoomOf(target) is { } used && used != room)
                    from.TryAdd(used, $"{type.Name} uses {target}");
            }
        }
        return uses;
    }

    private static string? RoomOf(string type)
    {
        var isOurs = type.StartsWith(Root, StringComparison.Ordinal);
        return isOurs && type.IndexOf('.', Root.Length) is > 0 and var end ? type[Root.Length..end] : null;
    }

    private static bool Reaches(Dictionary<string, Dictionary<string, string>> uses, string from, string to)
    {
        var (seen, next) = (new HashSet<string> { from }, new Queue<string>([from]));
        while (next.TryDequeue(out var room))
        {
            foreach (var used in uses.GetValueOrDefault(room)?.Keys ?? Enumerable.Empty<string>())
            {
                if (used == to)
                    return true;
                if (seen.Add(used))
                    next.Enqueue(used);
            }
        }
        return false;
    }

    private static IEnumerable<string> Direct(Dictionary<string, Dictionary<string, string>> uses, string circle) =>
        circle.Split(" <-> ") is [var one, var other]
            ? new[] { uses[one].GetValueOrDefault(other), uses[other].GetValueOrDefault(one) }.OfType<string>().Select(u => "  " + u)
            : [];
}
