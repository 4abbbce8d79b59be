using System.Text;
using DirectLine.Wire;
using Microsoft.Bot.Schema;

namespace DirectLine.Tests.Wire;

/// <summary>Recorded shapes of the wire, in files beside the tests.</summary>
internal static class Fixture
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Fixtures");

    public static string Text(string file) => File.ReadAllText(Path.Combine(Folder, file));

    public static Activity Activity(string file) => ActivityReader.Read(Encoding.UTF8.GetBytes(Text(file))).Activity!;
}
