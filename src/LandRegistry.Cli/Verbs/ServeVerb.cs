using System.CommandLine;
using LandRegistry.Server.Demo;
using LandRegistry.Server.Launch;

namespace LandRegistry.Cli.Verbs;

/// <summary><c>serve</c>: the server without a window, until it is told to stop.</summary>
internal static class ServeVerb
{
    private static readonly Option<int> Port = new("--port") { Description = "回环端口，0 为任意空闲端口 · loopback port, 0 for a free one", HelpName = "PORT" };
    private static readonly Option<bool> NoDemo = new("--no-demo") { Description = "首次运行时不装入示范园区 · do not load the demo zone on first run" };

    public static Command Command { get; } = Verb.Of("serve", "运行服务器，不打开窗口 · run the server without a window", RunAsync, Port, NoDemo);

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken stop)
    {
        var options = RegistryOptions.Read(arguments) with
        {
            Port = arguments.GetValue(Port),
            FirstContent = arguments.GetValue(NoDemo) ? null : (database, cancellation) => DemoZone.LoadIfEmptyAsync(database, progress: null, cancellation),
        };
        await using var register = await RegistryLaunch.StartOrFindAsync(options, ConsoleHost.Progress, stop);
        await ConsoleHost.PrintSignInAsync(register, stop);
        await register.WaitForShutdownAsync(stop);
        return ConsoleHost.Succeeded;
    }
}
