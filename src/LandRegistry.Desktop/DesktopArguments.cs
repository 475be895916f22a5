using System.CommandLine;
using LandRegistry.Server.Demo;
using LandRegistry.Server.Launch;
using LandRegistry.Server.Platform.Settings;

namespace LandRegistry.Desktop;

/// <summary>What the desktop program was asked to do.</summary>
/// <param name="Launch">Which register to open.</param>
/// <param name="Headless">True to open no window.</param>
/// <param name="Server">An office server to open instead of a register on this machine.</param>
internal sealed record DesktopArguments(LaunchOptions Launch, bool Headless, Uri? Server)
{
    private static readonly Option<bool> HeadlessOption = new("--headless")
    {
        Description = "不打开窗口，就绪后打印一行登录链接 · open no window, print one sign-in line when ready",
    };

    private static readonly Option<int> PortOption = new("--port")
    {
        Description = "回环端口，0 为任意空闲端口 · loopback port, 0 for a free one",
        HelpName = "PORT",
    };

    private static readonly Option<string> DataFolderOption = new("--data-dir")
    {
        Description = "数据文件夹 · data folder",
        HelpName = "FOLDER",
        DefaultValueFactory = _ => LaunchOptions.DefaultDataFolder,
    };

    private static readonly Option<string?> DatabaseOption = new("--database")
    {
        Description = $"PostgreSQL + PostGIS 连接字符串，也可用环境变量 {LaunchOptions.DatabaseVariable} · connection string, also from that variable",
        HelpName = "CONNECTION",
    };

    private static readonly Option<string?> LawsOption = new("--laws")
    {
        Description = $"法规文件夹，默认为数据文件夹下的 laws，也可用环境变量 {LaunchOptions.LawsVariable} · folder of law files; laws in the data folder when absent",
        HelpName = "FOLDER",
    };

    private static readonly Option<bool> NoDemoOption = new("--no-demo")
    {
        Description = "首次运行时不装入示范园区 · do not load the demo zone on first run",
    };

    private static readonly Option<string?> ServerOption = new("--server")
    {
        Description = "打开单位服务器而不在本机运行 · open an office server instead",
        HelpName = "URL",
    };

    static DesktopArguments()
    {
        PortOption.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > 65535)
            {
                result.AddError("--port: 0–65535");
            }
        });
        ServerOption.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && WebAddress(text) is null)
            {
                result.AddError($"--server 需要 http:// 或 https:// 开头的地址 · --server needs an address that begins with http:// or https://: {text}");
            }
        });
        Command.Validators.Add(result =>
        {
            if (result.GetValue(HeadlessOption) && result.GetResult(ServerOption) is { Implicit: false })
            {
                result.AddError("--server 打开窗口，不能与 --headless 同用 · --server opens a window and cannot go with --headless");
            }
        });
    }

    public static RootCommand Command { get; } = new("土地盘活登记 · LandRegistry, the registry of idle land")
    {
        HeadlessOption, PortOption, DataFolderOption, DatabaseOption, LawsOption, NoDemoOption, ServerOption,
    };

    /// <summary>The command line over the environment over the file of the data folder. A register on one's own PC listens to nobody else.</summary>
    public static DesktopArguments Read(ParseResult parsed)
    {
        var folder = parsed.GetRequiredValue(DataFolderOption);
        var settings = SettingsReader.Read(folder) with { Listen = [], Metrics = null };
        return new(
            new LaunchOptions
            {
                DataFolder = folder,
                Database = parsed.GetValue(DatabaseOption) ?? settings.Database,
                Laws = parsed.GetValue(LawsOption) ?? settings.Laws,
                Settings = settings,
                Port = parsed.GetValue(PortOption),
                FirstContent = parsed.GetValue(NoDemoOption) ? null : (database, stop) => DemoZone.LoadIfEmptyAsync(database, progress: null, stop),
            },
            parsed.GetValue(HeadlessOption),
            parsed.GetValue(ServerOption) is { } text ? WebAddress(text) : null);
    }

    private static Uri? WebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;
}
