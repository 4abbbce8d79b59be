using Spectre.Console;
using Spectre.Console.Rendering;

namespace ComplaintBot.Tests.Operation;

/// <summary>A terminal at which somebody types a text that was prepared.</summary>
internal sealed class Typed(TextWriter output, string text) : IAnsiConsole, IAnsiConsoleInput
{
    private readonly IAnsiConsole _console = Console(output, InteractionSupport.Yes);
    private readonly Queue<char> _keys = new(text);

    public Profile Profile => _console.Profile;

    public IAnsiConsoleCursor Cursor => _console.Cursor;

    public IAnsiConsoleInput Input => this;

    public IExclusivityMode ExclusivityMode => _console.ExclusivityMode;

    public RenderPipeline Pipeline => _console.Pipeline;

    /// <summary>The same without anybody, as in a script.</summary>
    public static IAnsiConsole Nobody(TextWriter output) => Console(output, InteractionSupport.No);

    public void Clear(bool home) => _console.Clear(home);

    public void Write(IRenderable renderable) => _console.Write(renderable);

    public void WriteAnsi(Action<AnsiWriter> action) => _console.WriteAnsi(action);

    public bool IsKeyAvailable() => _keys.Count > 0;

    public ConsoleKeyInfo? ReadKey(bool intercept) => _keys.Dequeue() is '\n' ? new('\r', ConsoleKey.Enter, false, false, false) : default;

    public Task<ConsoleKeyInfo?> ReadKeyAsync(bool intercept, CancellationToken cancellationToken)
    {
        var key = _keys.Dequeue();
        return Task.FromResult<ConsoleKeyInfo?>(
            key == '\n' ? new('\r', ConsoleKey.Enter, false, false, false) : new(key, ConsoleKey.None, false, false, false)
        );
    }

    private static IAnsiConsole Console(TextWriter output, InteractionSupport interaction) =>
        AnsiConsole.Create(
            new()
            {
                Ansi = AnsiSupport.No,
                ColorSystem = ColorSystemSupport.NoColors,
                Interactive = interaction,
                Out = new Wide(output),
            }
        );

    // Lines as long as they are.
    private sealed class Wide(TextWriter writer) : IAnsiConsoleOutput
    {
        public TextWriter Writer => writer;

        public bool IsTerminal => false;

        public int Width => 400;

        public int Height => 50;

        public void SetEncoding(System.Text.Encoding encoding) { }
    }
}
