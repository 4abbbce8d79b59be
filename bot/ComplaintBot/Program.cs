using ComplaintBot.Operation;

return await HostCommands.RunAsync(args);
