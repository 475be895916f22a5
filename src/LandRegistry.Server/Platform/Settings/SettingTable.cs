using System.Globalization;
using System.Net;
using LandRegistry.Domain.Common;
using Npgsql;

namespace LandRegistry.Server.Platform.Settings;

/// <summary>Every key that the configuration has. docs/configuration.md shows this table, and a test compares the two.</summary>
public static class SettingTable
{
    private const int LongestSeconds = 86_400;

    public static IReadOnlyList<Setting> All { get; } =
    [
        new("listen", "http://IP:PORT, https://IP:PORT", "http://127.0.0.1", new("监听地址，可有多个（文件中为数组，环境变量中以分号分隔）；写了才是单位服务器", "Where to listen, one or several (an array in the file, semicolons in the variable); makes the server one of an office"), Listen),
        new("publicAddress", "https://NAME", "", new("人们打开的地址，用于登录链接与跨站检查；在代理之后时填写", "The address that people open, for sign-in links and the check of foreign writes; needed behind a proxy"), PublicAddress),
        new("hosts", "NAME, NAME", "*", new("允许的主机名，其他的拒绝", "Host names that are answered; others are refused"), (settings, text) => settings with { Hosts = Items(text) }),
        new("trustedProxies", "IP, IP/BITS", "", new("可信代理；只采信它们的 X-Forwarded-For、X-Forwarded-Proto、X-Forwarded-Host", "Proxies that are trusted; X-Forwarded-For, -Proto and -Host of nobody else are heeded"), Proxies),
        new("certificate.path", "FILE", "", new("HTTPS 证书，PEM（含证书链）或 PFX", "Certificate for HTTPS, PEM (with its chain) or PFX"), (settings, text) => File.Exists(text) ? settings with { CertificatePath = text } : null),
        new("certificate.keyPath", "FILE", "", new("PEM 私钥文件；私钥与证书同在一个文件时不写", "PEM file of the key; left out when it is in the certificate's file"), (settings, text) => File.Exists(text) ? settings with { CertificateKeyPath = text } : null),
        new("certificate.passwordFile", "FILE", "", new("PFX 或私钥的密码文件，取第一行", "File whose first line is the password of the PFX or key"), (settings, text) => File.Exists(text) ? settings with { CertificatePasswordFile = text } : null),
        new("database", "Host=…;Database=…;Username=…", "", new("数据库连接字符串；不写则使用自带数据库。多台主机以逗号分隔，第一台之外可为只读副本", "Connection string; the private database when left out. Several hosts with commas: the primary is found among them, the others serve reads"), Database),
        new("databasePasswordFile", "FILE", "", new("数据库密码文件，取第一行", "File whose first line is the password of the database account"), (settings, text) => File.Exists(text) ? settings with { DatabasePasswordFile = text } : null),
        new("readFromStandbys", "true, false", "true", new("可由只读副本回答的读取是否发往副本", "Whether reads that may are sent to the standby servers"), Flag((settings, value) => settings with { ReadFromStandbys = value })),
        new("laws", "FOLDER", "", new("法规文件夹", "Folder of law files"), (settings, text) => settings with { Laws = text }),
        new("keys", "database, folder", "database", new("登录密钥的存放处；多台服务器共用一个数据库时用 database", "Where the keys of the sign-ins lie; database when several servers share one"), Keys),
        new("log.format", "text, json", "json", new("日志格式", "Form of the log lines"), (settings, text) => text is "text" or "json" ? settings with { LogAsJson = text == "json" } : null),
        new("log.requests", "true, false", "false", new("是否记录每个请求（方法、不含参数的路径、状态、耗时）", "Whether every request is logged (method, path without its query, status, time)"), Flag((settings, value) => settings with { LogRequests = value })),
        new("metrics.listen", "http://IP:PORT", "", new("Prometheus 指标的监听地址，路径 /metrics；只应让监控系统访问", "Where Prometheus asks for /metrics; let nobody but the monitoring reach it"), Metrics),
        new("limits.requestsPerMinute", "0–1000000", "6000", new("每人（未登录时为每个地址）每分钟请求数；0 为不限", "Requests a minute of a person, or an address where nobody is signed in; 0 for any number"), Whole(0, 1_000_000, (settings, value) => settings with { RequestsPerMinute = value })),
        new("limits.signInsPerMinute", "0–100000", "20", new("每个地址每分钟登录尝试次数；0 为不限", "Attempts to sign in a minute from one address; 0 for any number"), Whole(0, 100_000, (settings, value) => settings with { SignInsPerMinute = value })),
        new("limits.heavyAtOnce", "0–1000", "4", new("每人同时进行的导出、上传等繁重请求数；0 为不限", "Exports, uploads and other heavy requests of one person at once; 0 for any number"), Whole(0, 1000, (settings, value) => settings with { HeavyAtOnce = value })),
        new("limits.connections", "0–1000000", "10000", new("同时连接数；0 为不限", "Connections at once; 0 for any number"), Whole(0, 1_000_000, (settings, value) => settings with { Connections = value })),
        new("timeouts.querySeconds", "1–86400", "60", new("一般请求中单条语句的最长时间", "Longest run of one statement of an ordinary request"), Seconds(1, (settings, value) => settings with { QueryTimeout = value })),
        new("timeouts.heavyQuerySeconds", "1–86400", "600", new("导出等繁重请求中单条语句的最长时间", "Longest run of one statement of an export or another heavy request"), Seconds(1, (settings, value) => settings with { HeavyQueryTimeout = value })),
        new("timeouts.lockSeconds", "1–86400", "10", new("等待他人所占记录的最长时间", "Longest wait for a row that another holds"), Seconds(1, (settings, value) => settings with { LockTimeout = value })),
        new("timeouts.clientSeconds", "1–86400", "60", new("客户端不再接收已发数据时，等待多久即断开（Linux）", "How long a client may take nothing of what was sent to it before it is cut off (Linux)"), Seconds(1, (settings, value) => settings with { ClientPatience = value })),
        new("timeouts.drainSeconds", "0–86400", "0", new("停止前继续回答、但报告未就绪的时间，让代理改走他处", "How long a server that stops still answers and says that it is not ready, so that a proxy looks elsewhere"), Seconds(0, (settings, value) => settings with { Drain = value })),
        new("timeouts.stopSeconds", "0–86400", "20", new("停止时等待进行中请求的最长时间", "How long running requests may take to end when the server stops"), Seconds(0, (settings, value) => settings with { StopWithin = value })),
        new("backup.folder", "FOLDER", "", new("备份文件夹；自带数据库默认为数据文件夹下的 backups", "Where backups go; backups in the data folder for the private database"), (settings, text) => settings with { BackupFolder = text }),
        new("backup.everyHours", "0–8760", "24", new("自动备份的间隔；0 为不备份。未写 backup.folder 的外部数据库不自动备份", "Hours between scheduled backups; 0 for none. A database of one's own needs backup.folder too"), Whole(0, 8760, (settings, value) => settings with { BackupEveryHours = value })),
        new("backup.checkEveryDays", "0–3650", "7", new("自动恢复检查的间隔；0 为不检查", "Days between checks of a backup by restoring it; 0 for none"), Whole(0, 3650, (settings, value) => settings with { BackupCheckEveryDays = value })),
        new("backup.keepDays", "1–3650", "14", new("每份备份保留的天数", "Days for which every backup is kept"), Whole(1, 3650, (settings, value) => settings with { BackupKeepDays = value })),
        new("backup.keepMonths", "0–1200", "12", new("每月第一份备份保留的月数", "Months for which the first backup of each is kept"), Whole(0, 1200, (settings, value) => settings with { BackupKeepMonths = value })),
    ];

    private static string[] Items(string text) => text.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static ServerSettings? Listen(ServerSettings settings, string text)
    {
        var addresses = Items(text).Select(ListenAddress.Parse).ToList();
        return addresses.Count == 0 || addresses.Contains(null) ? null : settings with { Listen = addresses! };
    }

    private static ServerSettings? Metrics(ServerSettings settings, string text) =>
        ListenAddress.Parse(text) is { IsHttps: false } address ? settings with { Metrics = address } : null;

    private static ServerSettings? PublicAddress(ServerSettings settings, string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https", PathAndQuery: "/" } ? settings with { PublicAddress = address } : null;

    private static ServerSettings? Proxies(ServerSettings settings, string text)
    {
        var networks = new List<IPNetwork>();
        foreach (var item in Items(text))
        {
            if (IPAddress.TryParse(item, out var single))
            {
                networks.Add(new(single, single.GetAddressBytes().Length * 8));
            }
            else if (IPNetwork.TryParse(item, out var network))
            {
                networks.Add(network);
            }
            else
            {
                return null;
            }
        }

        return settings with { TrustedProxies = networks };
    }

    private static ServerSettings? Database(ServerSettings settings, string text)
    {
        try
        {
            return settings with { Database = new NpgsqlConnectionStringBuilder(text).ConnectionString };
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static ServerSettings? Keys(ServerSettings settings, string text) =>
        text is "database" or "folder" ? settings with { KeysInDatabase = text == "database" } : null;

    private static Func<ServerSettings, string, ServerSettings?> Flag(Func<ServerSettings, bool, ServerSettings> set) =>
        (settings, text) => bool.TryParse(text, out var value) ? set(settings, value) : null;

    private static Func<ServerSettings, string, ServerSettings?> Whole(int least, int most, Func<ServerSettings, int, ServerSettings> set) =>
        (settings, text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most ? set(settings, value) : null;

    private static Func<ServerSettings, string, ServerSettings?> Seconds(int least, Func<ServerSettings, TimeSpan, ServerSettings> set) =>
        Whole(least, LongestSeconds, (settings, value) => set(settings, TimeSpan.FromSeconds(value)));
}
