using Understanding.Learning;
using Understanding.Writing;

namespace Understanding.Categories;

/// <summary>How telling a concept is among complaints: 1 for one that few complaints have, less for those that most have (staff,
/// "not working").</summary>
internal static class ConceptRarity
{
    private static readonly Lazy<double[]> Rarity = new(Count);

    /// <summary>0..1.</summary>
    public static double Of(int concept) => Rarity.Value[concept];

    private static double[] Count()
    {
        var concepts = ConceptSource.Standard;
        var counts = new int[concepts.Names.Count];
        var (found, texts) = (new List<int>(), 0);
        foreach (var text in SeedTexts.Of("Seeds.complain.txt"))
        {
            concepts.Find(CharacterFolding.Fold(text.Text), found);
            foreach (var concept in found.Distinct())
                counts[concept]++;
            texts++;
        }
        return [.. counts.Select(n => Math.Log((texts + 1.0) / (n + 1)) / Math.Log(texts + 1))];
    }
}
