using System.Diagnostics;
using System.Runtime.InteropServices;
using LandRegistry.Server.Launch;
using LandRegistry.Server.Platform.PrivatePostgis;

namespace LandRegistry.Cli.Doctor;

/// <summary>What the machine has to offer: programs, fonts, memory, disk.</summary>
internal static class MachineChecks
{
    private const long Gigabyte = 1L << 30;
    private const long LittleMemory = 2 * Gigabyte;
    private const long LittleDisk = 5 * Gigabyte;
    private const long NoDisk = Gigabyte / 2;

    public static IEnumerable<Finding> Run(LaunchOptions options)
    {
        yield return Finding.Fine("系统 System", $"{RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}");
        yield return Memory();
        yield return Disk(options.DataFolder);
        if (options.Database is null)
        {
            yield return PostgreSql();
        }

        yield return Program("ogr2ogr", "导入导出 GDAL", "gdal-bin", "不能读写空间文件 · no spatial files can be read or written");
        yield return InstalledPrograms.FindBrowsers().FirstOrDefault() is { } browser
            ? Finding.Fine("浏览器 Browser", browser)
            : Finding.Warning("浏览器 Browser", "没有 Edge、Chrome 或 Chromium · no Edge, Chrome or Chromium", "apt-get install chromium");
        yield return Fonts();
    }

    private static Finding Memory()
    {
        var bytes = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        return bytes < LittleMemory
            ? Finding.Warning("内存 Memory", InGigabytes(bytes), "大型登记库会变慢 · large registers will be slow")
            : Finding.Fine("内存 Memory", InGigabytes(bytes));
    }

    private static Finding Disk(string folder)
    {
        var existing = Path.GetFullPath(folder);
        while (!Directory.Exists(existing))
        {
            existing = Path.GetDirectoryName(existing)!;
        }

        var free = new DriveInfo(existing).AvailableFreeSpace;
        var seen = $"{folder}: {InGigabytes(free)}";
        const string Subject = "磁盘剩余 Free disk";
        const string Advice = "清理磁盘，或用 --data-dir 换一个位置 · free some space or move with --data-dir";
        return free switch
        {
            < NoDisk => Finding.Fault(Subject, seen, Advice),
            < LittleDisk => Finding.Warning(Subject, seen, Advice),
            _ => Finding.Fine(Subject, seen),
        };
    }

    private static Finding PostgreSql()
    {
        var root = new PrivatePostgisOptions { DataFolder = "/" }.InstallationRoot;
        var found = PostgresInstallation.FindAll(root);
        return found.Count > 0
            ? Finding.Fine("PostgreSQL + PostGIS", string.Join(", ", found.Select(version => version.BinFolder)))
            : Finding.Fault("PostgreSQL + PostGIS", "没有安装 · not installed", "apt-get install postgresql-15 postgresql-15-postgis-3");
    }

    private static Finding Program(string name, string subject, string package, string missed) =>
        InstalledPrograms.Find(name) is { } path
            ? Finding.Fine(subject, path)
            : Finding.Warning(subject, missed, $"apt-get install {package}");

    private static Finding Fonts() =>
        ChineseFont() is { } font
            ? Finding.Fine("中文字体 Chinese font", font)
            : Finding.Warning("中文字体 Chinese font", "没有找到 · none found", "apt-get install fonts-noto-cjk");

    /// <summary>What the browser would draw Chinese with, as fontconfig tells it; the first line of fc-list.</summary>
    private static string? ChineseFont()
    {
        if (InstalledPrograms.Find("fc-list") is not { } list)
        {
            return null;
        }

        using var process = Process.Start(new ProcessStartInfo(list, [":lang=zh", "family"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var found = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return found.Split('\n')[0] is { Length: > 0 } first ? first : null;
    }

    private static string InGigabytes(long bytes) => FormattableString.Invariant($"{(double)bytes / Gigabyte:0.0} GB");
}
