using System.Runtime.ExceptionServices;
using Spectre.Console.Cli;

namespace ComplaintBot.Operation;

/// <summary>How commands are called, here and in the workbench: <c>--help</c> everywhere; what is not understood is refused with a
/// sentence and never ignored.</summary>
internal static class CommandLine
{
    /// <summary>The exit code for arguments that are not understood.</summary>
    public const int NotUnderstood = 2;

    /// <summary>Runs the command that the arguments name; its exit code.</summary>
    public static Task<int> RunAsync(string program, IReadOnlyList<string> arguments, Action<IConfigurator> commands)
    {
        var app = new CommandApp();
        app.Configure(c =>
        {
            c.SetApplicationName(program);
            c.UseStrictParsing();
            c.SetExceptionHandler((e, _) => Refuse(program, e));
            commands(c);
        });
        return app.RunAsync(arguments);
    }

    private static int Refuse(string program, Exception e)
    {
        // Only arguments can be wrong; everything else is a bug or a broken machine and shows where it happened.
        if (e is not CommandAppException)
            ExceptionDispatchInfo.Throw(e);
        Console.Error.WriteLine($"{e.Message.TrimEnd('.')}. {program} --help tells what there is.");
        return NotUnderstood;
    }
}
