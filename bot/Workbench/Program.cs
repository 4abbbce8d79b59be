using Workbench.Bench;
using Workbench.Cards;
using Workbench.Measuring;
using Workbench.Simulation;

if (args is ["cards", .. var cardArguments])
    return CardGallery.Run(cardArguments, Console.Out);
if (args is ["demo", .. var demoArguments])
    return await DemoCommand.RunAsync(demoArguments, Console.Out, TimeProvider.System);
if (args is ["simulate", .. var simulateArguments])
    return await SimulateCommand.RunAsync(simulateArguments, Console.Out, TimeProvider.System);
if (args is ["bench", "queries", .. var queriesArguments])
    return await QueriesBench.RunAsync(queriesArguments, Console.Out, TimeProvider.System);
if (args is ["understand", .. var understandArguments])
    return await UnderstandCommand.RunAsync(
        understandArguments,
        Console.OpenStandardInput(),
        Console.OpenStandardOutput(),
        Console.Error,
        TimeProvider.System
    );
if (args is ["evaluate", .. var evaluateArguments])
    return EvaluateCommand.Run(evaluateArguments, Console.Out, Console.Error, TimeProvider.System);
await Console.Error.WriteLineAsync("Commands: bench queries, cards, demo, evaluate, simulate, understand.");
return 2;
