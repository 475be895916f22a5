using System.CommandLine;
using LandRegistry.Server.Launch;

namespace LandRegistry.Cli.Verbs;

/// <summary><c>sign-in</c>: a new link to the running server.</summary>
internal static class SignInVerb
{
    public static Command Command { get; } = Verb.Of("sign-in", "打印运行中服务器的一次性登录链接 · print a one-time sign-in link of the running server", RunAsync);

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken stop)
    {
        var folder = RegistryOptions.Read(arguments).DataFolder;
        if (await SignInLinkRequest.TryAskAsync(folder, stop) is { } link)
        {
            Console.WriteLine(link);
            return ConsoleHost.Succeeded;
        }

        throw new LaunchException(
            $"数据文件夹 {folder} 上没有运行中的服务器；请先启动程序（src/start.sh）或运行 serve。\n" +
            $"No server is running on the data folder {folder}; start the program (src/start.sh) or run serve first.");
    }
}
