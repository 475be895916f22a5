using System.Net.Sockets;
using LandRegistry.Server.Backups;
using LandRegistry.Server.Platform.PrivatePostgis;
using LandRegistry.Server.Platform.Settings;
using LandRegistry.Server.Store;
using Npgsql;

namespace LandRegistry.Server.Launch;

/// <summary>Puts the faults that a person can mend into a Chinese and an English sentence.</summary>
public static class LaunchFaults
{
    /// <summary>The sentences, or null for a fault of the program itself, to be shown with its stack trace.</summary>
    public static string? Explain(Exception problem) => problem switch
    {
        PrivatePostgisException or LaunchException or LawFilesException or SettingsException or BackupException => problem.Message,
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } refused =>
            $"数据库账户没有足够的权限：{refused.MessageText}。请以超级用户执行 CREATE EXTENSION postgis; CREATE EXTENSION pg_trgm; 并让该账户拥有数据库。\n" +
            $"The database account has too few rights: {refused.MessageText}. As superuser run CREATE EXTENSION postgis; CREATE EXTENSION pg_trgm; and let the account own the database.",
        PostgresException { SqlState: PostgresErrorCodes.FeatureNotSupported or PostgresErrorCodes.UndefinedFile } missing =>
            $"数据库服务器缺少组件：{missing.MessageText}。请在该服务器上安装 PostGIS。\n" +
            $"The database server lacks a part: {missing.MessageText}. Install PostGIS on that server.",
        NpgsqlException unreachable =>
            $"无法使用数据库：{unreachable.Message}。请检查 --database 的连接字符串和数据库服务器。\n" +
            $"The database cannot be used: {unreachable.Message}. Check the connection string of --database and the database server.",
        IOException when HasSocketError(problem, SocketError.AddressAlreadyInUse) =>
            "该端口已被占用；请用 --port 选择另一个端口，或不写 --port 使用空闲端口。\n" +
            "The port is taken; choose another with --port, or leave --port out for a free one.",
        IOException or SocketException when HasSocketError(problem, SocketError.AccessDenied) =>
            "没有使用该端口的权限；请用 --port 选择 1024 以上的端口。\n" +
            "The port may not be used by this account; choose one above 1024 with --port.",
        UnauthorizedAccessException refused =>
            $"没有权限：{refused.Message}\nNot allowed: {refused.Message}",
        _ => null,
    };

    private static bool HasSocketError(Exception? problem, SocketError error)
    {
        for (; problem is not null; problem = problem.InnerException)
        {
            if (problem is SocketException socket && socket.SocketErrorCode == error)
            {
                return true;
            }
        }

        return false;
    }
}
