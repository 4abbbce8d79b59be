using System.Buffers.Binary;

namespace Workbench.TeamsApp;

/// <summary>An icon of the app: a square PNG of the size that Teams wants.</summary>
internal static class TeamsIcon
{
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a];

    /// <summary>What is wrong with it, as a sentence; null = nothing.</summary>
    public static string? Refusal(string name, ReadOnlySpan<byte> file, int size)
    {
        // Behind the signature the first chunk tells width and height.
        if (file.Length < 24 || !file.StartsWith(Signature))
            return $"The icon {name} is not a PNG.";
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(file[16..]), BinaryPrimitives.ReadInt32BigEndian(file[20..]));
        return (width, height) == (size, size) ? null : $"The icon {name} has {width}×{height} points, Teams takes {size}×{size}.";
    }
}
