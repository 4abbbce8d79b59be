using ComplaintBot.Operation;
using Spectre.Console.Cli;
using Workbench.Bench;
using Workbench.Cards;
using Workbench.Measuring;
using Workbench.Simulation;
using Workbench.TeamsApp;

return await CommandLine.RunAsync(
    "./dev",
    args,
    c =>
    {
        c.AddCommand<CardsCommand>("cards").WithDescription("Draws cards with their samples in every language, for people to look at.");
        c.AddCommand<DemoCommand>("demo").WithDescription("Fills a database of its own with four weeks of a simulated company.");
        c.AddCommand<SimulateCommand>("simulate")
            .WithDescription("A year in virtual time on a database of its own: exit code 0 everything balances, 1 something does not.");
        c.AddCommand<UnderstandCommand>("understand")
            .WithDescription("What messages mean: one JSON object a line in, one a line out, until the input ends.");
        c.AddCommand<EvaluateCommand>("evaluate").WithDescription("Measures the understanding on the labelled sets of a folder.");
        c.AddCommand<TeamsPackageCommand>("teams-package")
            .WithDescription("Makes the app package for Teams from the values of an installation.");
        c.AddBranch<CommandSettings>(
            "bench",
            bench =>
            {
                bench.SetDescription("Measures how fast things are; exit code 1 when a limit is not met.");
                bench
                    .AddCommand<QueriesBench>("queries")
                    .WithDescription("How long answers to questions take among 10,000 to 1,000,000 complaints on both engines.");
                bench.AddCommand<TurnsBench>("turns").WithDescription("Turns a second of the bot, beside a bare echo on the same SDK.");
                bench.AddCommand<StartBench>("start").WithDescription("How long the published bot starts, and its memory when idle.");
                bench.AddCommand<EchoCommand>("echo").WithDescription("The bare echo that turns are measured beside.").IsHidden();
            }
        );
    }
);
