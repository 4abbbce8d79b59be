namespace Understanding.Learning;

/// <summary>The same "random" order in every run and on every machine (xorshift, Fisher–Yates).</summary>
internal sealed class SeededShuffle(ulong seed)
{
    private ulong _state = seed | 1;

    public void Shuffle(int[] items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            _state ^= _state << 13;
            _state ^= _state >> 7;
            _state ^= _state << 17;
            var j = (int)(_state % (ulong)(i + 1));
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
