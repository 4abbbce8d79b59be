using System.Security.Cryptography;
using Understanding.Learning.Sentences;

namespace Understanding.Learning;

/// <summary>All models that are learnt when the program is built.</summary>
public static class BuiltModels
{
    // Another number where the same examples and features are learnt in another way.
    private const int Version = 2;

    /// <summary>Where the files lie beside the program.</summary>
    internal static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "learnt");

    /// <summary>Learns all models whose files are missing or old into a folder; tells how many.</summary>
    public static int BuildInto(string folder) => All.AsParallel().Count(m => m.BuildInto(folder));

    /// <summary>Reads, or learns, all models that were not used yet.</summary>
    public static void Load() => Parallel.ForEach(All, m => m.Load());

    private static IReadOnlyList<IBuiltModel> All => [Orders.OrderModel.Standard, .. Messages.CustomerModels.All];

    /// <summary>A probe for <see cref="BuiltModel{T}"/>: the features of some sentences as one number.</summary>
    internal static uint Probe(IEnumerable<(Sentence Sentence, string? Facet)> sentences)
    {
        var (list, key) = (new FeatureList(), FeatureKey.Seed);
        foreach (var (sentence, facet) in sentences)
        {
            SentenceFeatures.Extract(sentence, facet, list);
            for (var i = 0; i < list.Count; i++)
                key = FeatureKey.Add(key, list.Key(i));
            foreach (var feature in TagFeatures.Of(sentence, facet ?? "").SelectMany(f => f))
                key = FeatureKey.Add(key, feature);
        }
        return key;
    }

    /// <summary>Tells files learnt from these examples by this code from others.</summary>
    internal static string Fingerprint(IReadOnlyList<string> sources, uint probe)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var source in sources)
        {
            using var stream =
                typeof(BuiltModels).Assembly.GetManifestResourceStream($"Understanding.{source}")
                ?? throw new InvalidOperationException($"The file {source} is not inside the program.");
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            hash.AppendData(copy.GetBuffer().AsSpan(0, (int)copy.Length));
        }
        return $"{Version}-{probe:x8}-{Convert.ToHexString(hash.GetHashAndReset())}";
    }
}
