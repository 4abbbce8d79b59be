using System.Security.Cryptography;
using System.Text;

namespace DirectLine.Access;

/// <summary>One server key, at least 32 random bytes. Its id is public and names it in tokens and links.</summary>
public sealed class DirectLineKey
{
    private readonly byte[] _material;
    private readonly byte[] _tokens;
    private readonly byte[] _links;

    /// <summary>Takes the key material (≥ 32 bytes, else <see cref="ArgumentException"/>); tokens and links are signed with keys
    /// derived from it.</summary>
    public DirectLineKey(string id, ReadOnlySpan<byte> material)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        if (material.Length < 32)
            throw new ArgumentException("A Direct Line key needs at least 32 bytes.", nameof(material));
        Id = id;
        _material = material.ToArray();
        _tokens = Derive("direct line token");
        _links = Derive("direct line link");
    }

    /// <summary>The key's public id (<c>kid</c>).</summary>
    public string Id { get; }

    internal byte[] SignToken(ReadOnlySpan<byte> data) => HMACSHA256.HashData(_tokens, data);

    internal byte[] SignLink(ReadOnlySpan<byte> data) => HMACSHA256.HashData(_links, data);

    /// <summary>A key of 32 bytes for one purpose; keys for different purposes tell nothing about each other. Purposes are ASCII
    /// text.</summary>
    public byte[] Derive(string purpose)
    {
        var key = new byte[32];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _material, key, [], Encoding.ASCII.GetBytes(purpose));
        return key;
    }
}

/// <summary>The keys in use: new signatures use <see cref="Current"/>, older ones are still accepted until they are taken away.</summary>
public sealed class DirectLineKeyRing
{
    private readonly Dictionary<string, DirectLineKey> _keys;

    /// <summary>A ring of one current and any number of older keys.</summary>
    public DirectLineKeyRing(DirectLineKey current, params IEnumerable<DirectLineKey> older)
    {
        Current = current;
        _keys = older
            .Append(current)
            .GroupBy(k => k.Id, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Last(), StringComparer.Ordinal);
    }

    /// <summary>The key that signs.</summary>
    public DirectLineKey Current { get; }

    /// <summary>The key of that id, or null.</summary>
    public DirectLineKey? Find(string? id) => id is null ? null : _keys.GetValueOrDefault(id);
}

/// <summary>Where the keys come from. All processes on one database must see the same ring.</summary>
public interface IDirectLineKeys
{
    /// <summary>The ring as it is now.</summary>
    ValueTask<DirectLineKeyRing> GetAsync(CancellationToken cancellationToken);
}
