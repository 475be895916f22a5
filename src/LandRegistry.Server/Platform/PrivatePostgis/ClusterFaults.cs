using System.Globalization;

namespace LandRegistry.Server.Platform.PrivatePostgis;

/// <summary>Every sentence a person can be shown when the private cluster cannot be used, in Chinese and in English.</summary>
internal static class ClusterFaults
{
    public static PrivatePostgisException NotLinux() => Say(
        "内置 PostGIS 数据库只在 Linux 上运行；请用 --database 连接现有的 PostgreSQL + PostGIS 服务器。",
        "The private PostGIS database runs on Linux only; use --database to connect to a PostgreSQL + PostGIS server.");

    public static PrivatePostgisException NotInstalled(string root) => Say(
        $"在 {root}/lib/postgresql 下没有找到带 PostGIS 的 PostgreSQL；请执行：apt-get install postgresql-15 postgresql-15-postgis-3",
        $"No PostgreSQL with PostGIS under {root}/lib/postgresql; run: apt-get install postgresql-15 postgresql-15-postgis-3");

    public static PrivatePostgisException OtherMajorVersion(string folder, int made, IEnumerable<int> installed)
    {
        var here = string.Join(", ", installed.Select(major => major.ToString(CultureInfo.InvariantCulture)));
        return Say(
            $"数据文件夹 {folder} 由 PostgreSQL {made} 创建，而本机装有 PostgreSQL {here}，不能直接打开。" +
            $"请安装 postgresql-{made} 和 postgresql-{made}-postgis-3 后重新启动；或在装有 PostgreSQL {made} 的机器上用 pg_dump 导出，再导入新的数据文件夹（--data-dir）。",
            $"The data folder {folder} was made by PostgreSQL {made}, this machine has PostgreSQL {here} and cannot open it. " +
            $"Install postgresql-{made} and postgresql-{made}-postgis-3 and start again; or dump it with pg_dump where PostgreSQL {made} runs and restore it into a new data folder (--data-dir).");
    }

    public static PrivatePostgisException NotACluster(string folder) => Say(
        $"文件夹 {folder} 不是空的，也不是 PostgreSQL 数据；请移走其中的文件，或用 --data-dir 选择另一个数据文件夹。",
        $"The folder {folder} is not empty and holds no PostgreSQL cluster; move its files away or choose another folder with --data-dir.");

    public static PrivatePostgisException CannotTraverse(string account, string blocked, string folder) => Say(
        $"系统用户 {account} 不能进入 {blocked}，因此无法在 {folder} 中运行数据库；请执行 chmod o+x {blocked}，或用 --data-dir 选择别处。",
        $"The system user {account} cannot enter {blocked}, so the database cannot run in {folder}; run chmod o+x {blocked} or choose another place with --data-dir.");

    public static PrivatePostgisException FolderNotWritable(string folder, Exception cause) => Say(
        $"不能写入数据文件夹 {folder}；请检查权限和磁盘，或用 --data-dir 选择另一个文件夹。",
        $"Cannot write to the data folder {folder}; check its rights and the disk, or choose another with --data-dir. ({cause.Message})",
        cause);

    public static PrivatePostgisException OwnedByRoot(string folder) => Say(
        $"文件夹 {folder} 属于 root，而 PostgreSQL 不能以 root 身份运行；请执行 chown -R postgres: {folder}",
        $"The folder {folder} belongs to root, and PostgreSQL refuses to run as root; run chown -R postgres: {folder}");

    public static PrivatePostgisException NoAccount(string account) => Say(
        $"本机没有系统用户 {account}，无法以它的身份运行数据库；请重新安装 postgresql-15，或执行 adduser --system {account}",
        $"There is no system user {account} to run the database as; reinstall postgresql-15 or run adduser --system {account}");

    public static PrivatePostgisException SocketFolderTaken(string folder) => Say(
        $"套接字文件夹 {folder} 属于别的用户；请删除它，或用 --data-dir 选择更短的路径。",
        $"The socket folder {folder} belongs to someone else; remove it or choose a shorter path with --data-dir.");

    public static PrivatePostgisException PasswordsMissing(string file) => Say(
        $"数据库密码文件 {file} 不见了或读不懂；请从备份中恢复该文件。",
        $"The database password file {file} is missing or unreadable; restore it from a backup.");

    public static PrivatePostgisException NotCreated(string folder, string lastLines) => Say(
        $"不能在 {folder} 创建数据库，原因如下：",
        $"The database could not be created in {folder}, because:\n{lastLines}");

    public static PrivatePostgisException NotStarted(string log, string lastLines) => lastLines.Contains("No space left on device", StringComparison.Ordinal)
        ? Say(
            $"磁盘已满，数据库无法启动；请清理磁盘后重新启动。日志 {log}：",
            $"The disk is full and the database cannot start; free some space and start again. From {log}:\n{lastLines}")
        : Say(
            $"数据库无法启动。日志 {log} 的最后几行：",
            $"The database did not start. The last lines of {log}:\n{lastLines}");

    private static PrivatePostgisException Say(string chinese, string english, Exception? cause = null) =>
        cause is null ? new($"{chinese}\n{english}") : new($"{chinese}\n{english}", cause);
}
