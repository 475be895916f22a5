using System.Diagnostics;
using System.Runtime.InteropServices;

namespace LandRegistry.Server.Launch;

/// <summary>What every program of the registry does at its outermost: stop when told to, and say in words what went wrong.</summary>
public static class ConsoleHost
{
    public const int Succeeded = 0;
    public const int Failed = 1;
    public const int WrongUse = 2;

    private static readonly TimeSpan OneWish = TimeSpan.FromSeconds(2);

    /// <summary>Progress goes to stderr, so that stdout carries answers only.</summary>
    public static IProgress<string> Progress { get; } = new LinesToStandardError();

    /// <summary>
    /// Runs the program until it is done or told to stop (Ctrl-C, SIGTERM, the terminal closing). Told again after a
    /// while it ends the hard way, and the next start recovers from that; two signals at once are one wish, as when a
    /// whole process group is signalled.
    /// </summary>
    public static async Task<int> RunAsync(Func<CancellationToken, Task<int>> program)
    {
        using var stop = new CancellationTokenSource();
        var sinceAsked = new Stopwatch();
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = !stop.IsCancellationRequested || sinceAsked.Elapsed < OneWish;
            sinceAsked.Start();
            stop.Cancel();
        }

        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);
        try
        {
            return await program(stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return Succeeded;
        }
        catch (Exception problem) when (LaunchFaults.Explain(problem) is not null)
        {
            await Console.Error.WriteLineAsync(LaunchFaults.Explain(problem));
            return Failed;
        }
#pragma warning disable CA1031 // this is the host
        catch (Exception problem)
#pragma warning restore CA1031
        {
            await Console.Error.WriteLineAsync($"程序出错，请报告以下内容：\nThe program has failed; please report this:\n{problem}");
            return Failed;
        }
    }

    /// <summary>Says what is wrong with the command line, and how to learn what is right.</summary>
    public static int RefuseArguments(IEnumerable<string> faults)
    {
        foreach (var fault in faults)
        {
            Console.Error.WriteLine(fault);
        }

        Console.Error.WriteLine("用 --help 查看用法。See --help.");
        return WrongUse;
    }

    /// <summary>The one line that a serving program writes to stdout: that it is ready, and how to get in.</summary>
    public static async Task PrintSignInAsync(RegistryLaunch register, CancellationToken stop)
    {
        if (await register.NewFirstAdministratorLinkAsync(stop) is { } first)
        {
            await Console.Error.WriteLineAsync($"建立系统管理员（一次有效）。Make the first administrator, once: {first}");
        }

        // The console of an office server is a log that others read.
        await Console.Out.WriteLineAsync(register.KeepsLinkToItself
            ? "Ready; for a link into it on this machine: landregistry sign-in"
            : $"Sign in: {await register.NewSignInLinkAsync(stop)}");
    }

    private sealed class LinesToStandardError : IProgress<string>
    {
        public void Report(string value) => Console.Error.WriteLine(value);
    }
}
