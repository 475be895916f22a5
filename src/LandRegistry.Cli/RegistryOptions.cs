using System.CommandLine;
using LandRegistry.Server.Launch;
using LandRegistry.Server.Platform.Settings;

namespace LandRegistry.Cli;

/// <summary>The options that every verb has: which register it works on.</summary>
internal static class RegistryOptions
{
    public static Option<string> DataFolder { get; } = new("--data-dir")
    {
        Description = "数据文件夹 · data folder",
        HelpName = "FOLDER",
        Recursive = true,
        DefaultValueFactory = _ => LaunchOptions.DefaultDataFolder,
    };

    public static Option<string?> Database { get; } = new("--database")
    {
        Description = $"PostgreSQL + PostGIS 连接字符串，也可用环境变量 {LaunchOptions.DatabaseVariable} · connection string, also from that variable",
        HelpName = "CONNECTION",
        Recursive = true,
    };

    public static Option<string?> Laws { get; } = new("--laws")
    {
        Description = $"法规文件夹，默认为数据文件夹下的 laws，也可用环境变量 {LaunchOptions.LawsVariable} · folder of law files; laws in the data folder when absent",
        HelpName = "FOLDER",
        Recursive = true,
    };

    /// <summary>The command line over the environment over the file of the data folder.</summary>
    public static LaunchOptions Read(ParseResult arguments)
    {
        var folder = arguments.GetRequiredValue(DataFolder);
        var settings = SettingsReader.Read(folder);
        return new()
        {
            DataFolder = folder,
            Database = arguments.GetValue(Database) ?? settings.Database,
            Laws = arguments.GetValue(Laws) ?? settings.Laws,
            Settings = settings,
        };
    }
}
