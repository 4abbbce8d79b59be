using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace Infra.Tests.Settings;

/// <summary>A source of settings that has none and remembers what it was asked for. As the last one it is asked for everything.</summary>
internal sealed class AskedKeys : IConfigurationSource, IConfigurationProvider
{
    private readonly HashSet<string> _asked = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Every key so far, as the first who asked spelled it.</summary>
    public IReadOnlyList<string> All
    {
        get
        {
            lock (_asked)
                return [.. _asked];
        }
    }

    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    public bool TryGet(string key, out string? value)
    {
        lock (_asked)
            _asked.Add(key);
        value = null;
        return false;
    }

    public IEnumerable<string> GetChildKeys(IEnumerable<string> earlierKeys, string? parentPath) => earlierKeys;

    public IChangeToken GetReloadToken() => new CancellationChangeToken(CancellationToken.None);

    public void Load() { }

    public void Set(string key, string? value) { }
}
