namespace Understanding.Learning;

/// <summary>Numbers the features that training saw, in the order of their first appearance. Open addressing, because it is asked
/// some hundred times a text.</summary>
internal sealed class Vocabulary
{
    private readonly List<uint> _inOrder = [];
    private uint[] _keys = new uint[1 << 12];
    private int[] _numbers = new int[1 << 12];

    public int Count => _inOrder.Count;

    /// <summary>The feature with a number.</summary>
    public uint Key(int number) => _inOrder[number];

    /// <summary>The number of a feature, or −1.</summary>
    public int Find(uint key)
    {
        var mask = (uint)_keys.Length - 1;
        for (var i = Spread(key) & mask; ; i = i + 1 & mask)
        {
            if (_numbers[i] == 0)
                return -1;
            if (_keys[i] == key)
                return _numbers[i] - 1;
        }
    }

    /// <summary>The number of a feature; a new one gets the next.</summary>
    public int Number(uint key)
    {
        var known = Find(key);
        if (known >= 0)
            return known;
        if (Count * 2 >= _keys.Length)
            Grow();
        _inOrder.Add(key);
        Insert(key, Count);
        return Count - 1;
    }

    private static uint Spread(uint key) => key * 2654435769u >> 7 ^ key;

    private void Insert(uint key, int number)
    {
        var mask = (uint)_keys.Length - 1;
        var i = Spread(key) & mask;
        while (_numbers[i] != 0)
            i = i + 1 & mask;
        (_keys[i], _numbers[i]) = (key, number);
    }

    private void Grow()
    {
        var (keys, numbers) = (_keys, _numbers);
        _keys = new uint[keys.Length * 2];
        _numbers = new int[keys.Length * 2];
        for (var i = 0; i < keys.Length; i++)
        {
            if (numbers[i] != 0)
                Insert(keys[i], numbers[i]);
        }
    }
}
