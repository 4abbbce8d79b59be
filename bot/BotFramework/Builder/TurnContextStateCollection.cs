using System.Diagnostics.CodeAnalysis;

namespace BotFramework.Builder;

/// <summary>Objects that travel with one turn, found by their type (or by a key).</summary>
public sealed class TurnContextStateCollection
{
    private readonly Dictionary<string, object> _items = new(StringComparer.Ordinal);

    /// <summary>The object of type <typeparamref name="T"/>; null when there is none.</summary>
    public T? Get<T>()
        where T : class => Get<T>(KeyOf<T>());

    /// <summary>The object under a key; null when there is none or it is of another type.</summary>
    public T? Get<T>(string key)
        where T : class => _items.TryGetValue(key, out var value) ? value as T : null;

    /// <summary>The object of type <typeparamref name="T"/>, when there is one.</summary>
    public bool TryGet<T>([NotNullWhen(true)] out T? value)
        where T : class => (value = Get<T>()) is not null;

    /// <summary>Adds an object under its type; throws <see cref="ArgumentException"/> when there is one already.</summary>
    public void Add<T>(T value)
        where T : class => _items.Add(KeyOf<T>(), value);

    /// <summary>Puts an object under its type, replacing an earlier one.</summary>
    public void Set<T>(T value)
        where T : class => _items[KeyOf<T>()] = value;

    /// <summary>Puts an object under a key, replacing an earlier one.</summary>
    public void Set<T>(string key, T value)
        where T : class => _items[key] = value;

    /// <summary>Takes over every object of another collection.</summary>
    public void AddRange(TurnContextStateCollection other)
    {
        ArgumentNullException.ThrowIfNull(other);
        foreach (var (key, value) in other._items)
            _items[key] = value;
    }

    private static string KeyOf<T>() => typeof(T).FullName!;
}
