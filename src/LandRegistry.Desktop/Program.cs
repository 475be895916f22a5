using LandRegistry.Desktop;
using LandRegistry.Server.Launch;

var arguments = DesktopArguments.Command.Parse(args);
if (arguments.Errors.Count > 0)
{
    return ConsoleHost.RefuseArguments(arguments.Errors.Select(error => error.Message));
}

return arguments.Action is { Terminating: true }
    ? await arguments.InvokeAsync()
    : await ConsoleHost.RunAsync(stop => DesktopRun.RunAsync(DesktopArguments.Read(arguments), stop));
