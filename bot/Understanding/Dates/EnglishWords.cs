using System.Collections.Frozen;
using Understanding.Writing;

namespace Understanding.Dates;

/// <summary>English words of time, folded, from English.txt.</summary>
internal static class EnglishWords
{
    private const string File = "Dates.English.txt";

    private static readonly FrozenDictionary<string, WordSense> Words = DateWords.Of(File).ToFrozenDictionary(w => w.Text, w => w.Sense);

    private static readonly FrozenSet<string> Doubtful = PhraseFiles.Of(File, "doubtful").ToFrozenSet();

    private static readonly FrozenSet<string> Working = PhraseFiles.Of(File, "working").ToFrozenSet();

    /// <summary>What a word does; <see cref="Word.Other"/> for one that is no word of time.</summary>
    public static WordSense Of(ReadOnlySpan<char> word) =>
        Words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var sense) ? sense : default;

    /// <summary>True for months and weekdays that are also ordinary words; they need a companion.</summary>
    public static bool IsDoubtful(ReadOnlySpan<char> word) => Doubtful.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>True for a word that makes a working day of a day.</summary>
    public static bool IsWorking(ReadOnlySpan<char> word) => Working.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
}
