namespace Infra.Tests.Bicep;

/// <summary>The Bicep files in a folder of their own, to be changed or written beside.</summary>
internal sealed class BicepCopy : IDisposable
{
    public BicepCopy()
    {
        foreach (var file in Directory.EnumerateFiles(BicepCompiler.Folder, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(Folder, Path.GetRelativePath(BicepCompiler.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("complaint-bot-bicep-").FullName;

    /// <summary>Adds lines at the end of a file.</summary>
    public void Append(string file, string lines) => File.AppendAllText(Path.Combine(Folder, file), lines + Environment.NewLine);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
