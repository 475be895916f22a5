using LandRegistry.Server.Launch;

namespace LandRegistry.Desktop;

/// <summary>One run of the desktop program, from opening the register to its window closing.</summary>
internal static class DesktopRun
{
    public static async Task<int> RunAsync(DesktopArguments arguments, CancellationToken stop)
    {
        var window = new AppWindow(arguments.Launch.DataFolder, ConsoleHost.Progress);
        if (arguments.Server is { } office)
        {
            return await ShowOfficeAsync(window, office, stop);
        }

        await using var register = await RegistryLaunch.StartOrFindAsync(arguments.Launch, ConsoleHost.Progress, stop);
        if (register.IsElsewhere)
        {
            ConsoleHost.Progress.Report("该数据文件夹的程序已在运行，打开的是它。The program is already running on this data folder; opening that one.");
        }

        if (arguments.Headless)
        {
            await ConsoleHost.PrintSignInAsync(register, stop);
        }
        else if (await window.OpenAsync(await register.NewSignInLinkAsync(stop), alone: !register.IsElsewhere, stop) is { } open)
        {
            await (register.IsElsewhere ? Task.CompletedTask : EndOfWindowOrServerAsync(open, register, stop));
            return ConsoleHost.Succeeded;
        }
        else
        {
            await ConsoleHost.PrintSignInAsync(register, stop);
        }

        await register.WaitForShutdownAsync(stop);
        return ConsoleHost.Succeeded;
    }

    private static async Task<int> ShowOfficeAsync(AppWindow window, Uri office, CancellationToken stop)
    {
        if (await window.OpenAsync(office.AbsoluteUri, alone: false, stop) is { } open)
        {
            await open.WaitForCloseAsync(stop);
            return ConsoleHost.Succeeded;
        }

        ConsoleHost.Progress.Report($"请在浏览器中打开：{office}\nOpen in a browser: {office}");
        return ConsoleHost.Succeeded;
    }

    private static async Task EndOfWindowOrServerAsync(OpenWindow open, RegistryLaunch register, CancellationToken stop)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop);
        try
        {
            await await Task.WhenAny(open.WaitForCloseAsync(either.Token), register.WaitForShutdownAsync(either.Token));
        }
        finally
        {
            await either.CancelAsync();
            await open.CloseAsync();
        }
    }
}
