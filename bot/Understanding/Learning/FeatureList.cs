namespace Understanding.Learning;

/// <summary>Features of one text: 32-bit keys with weights. Used again and again to spare the garbage collector.</summary>
internal sealed class FeatureList
{
    private uint[] _keys = new uint[512];
    private float[] _weights = new float[512];

    public int Count { get; private set; }

    public uint Key(int i) => _keys[i];

    public float Weight(int i) => _weights[i];

    public void Clear() => Count = 0;

    public void Add(uint key, float weight)
    {
        if (Count == _keys.Length)
        {
            Array.Resize(ref _keys, Count * 2);
            Array.Resize(ref _weights, Count * 2);
        }
        (_keys[Count], _weights[Count]) = (key, weight);
        Count++;
    }
}

/// <summary>FNV-1a over UTF-16 units: the same key on every machine and in every run.</summary>
internal static class FeatureKey
{
    public const uint Seed = 2166136261;

    public static uint Add(uint key, char c) => ((key ^ (byte)c) * 16777619u ^ (byte)(c >> 8)) * 16777619u;

    public static uint Add(uint key, uint other) => (key ^ other) * 16777619u ^ other >> 15;

    public static uint Of(uint key, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            key = Add(key, c);
        return key;
    }

    public static uint Of(string name) => Of(Seed, name);
}
