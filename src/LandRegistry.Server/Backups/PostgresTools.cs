using System.Diagnostics;
using System.Globalization;
using LandRegistry.Server.Platform.PrivatePostgis;
using Npgsql;

namespace LandRegistry.Server.Backups;

/// <summary>Runs <c>pg_dump</c> and <c>pg_restore</c> of this machine against a database; passwords pass through the environment only.</summary>
internal sealed class PostgresTools
{
    private const int QuotedLines = 8;

    private readonly string _folder;
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlConnectionStringBuilder _settings;

    private PostgresTools(string folder, NpgsqlConnection connection, string connectionString)
    {
        _folder = folder;
        _connection = connection;
        _settings = new(connectionString);
    }

    /// <summary>The newest tools of this machine, which have to be as new as the server.</summary>
    /// <param name="connection">An open connection to the server.</param>
    /// <param name="connectionString">What it was opened with, password included: an open connection no longer tells it.</param>
    public static PostgresTools For(NpgsqlConnection connection, string connectionString)
    {
        var server = connection.PostgreSqlVersion;
        var newest = PostgresInstallation.FindAll(new PrivatePostgisOptions { DataFolder = "/" }.InstallationRoot).FirstOrDefault();
        return newest is not null && newest.Major >= server.Major
            ? new(newest.BinFolder, connection, connectionString)
            : throw new BackupException(
                $"备份需要 PostgreSQL {server.Major} 或更新的 pg_dump；请执行：apt-get install postgresql-client-{server.Major} postgresql-{server.Major}-postgis-3\n" +
                $"A backup needs pg_dump of PostgreSQL {server.Major} or newer; run: apt-get install postgresql-client-{server.Major} postgresql-{server.Major}-postgis-3");
    }

    /// <summary>Writes the register's schema as one snapshot shows it; owners and rights are the target's own.</summary>
    public Task DumpAsync(string snapshot, string file, CancellationToken cancellation) => RunAsync(
        "pg_dump", _connection.Database,
        ["--format=custom", "--compress=6", "--schema=registry", "--no-owner", "--no-privileges", "--no-password", "--snapshot=" + snapshot, "--file=" + file],
        cancellation);

    /// <summary>Fills an empty database; the triggers come after the rows, so that none of them fires.</summary>
    public Task RestoreAsync(string database, string file, CancellationToken cancellation) => RunAsync(
        "pg_restore", database,
        ["--no-owner", "--no-privileges", "--no-password", "--exit-on-error", "--jobs=" + Math.Max(1, Environment.ProcessorCount).ToString(CultureInfo.InvariantCulture), "--dbname=" + database, file],
        cancellation);

    private async Task RunAsync(string tool, string database, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(Path.Combine(_folder, tool), arguments)
        {
            UseShellExecute = false, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = "/",
        };
        Describe(start.Environment, database);
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        try
        {
            var said = await process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            if (process.ExitCode != 0)
            {
                var lines = string.Join('\n', said.Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(QuotedLines));
                throw new BackupException($"{tool} 未能完成：\n{tool} did not succeed:\n{lines}");
            }
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private void Describe(IDictionary<string, string?> environment, string database)
    {
        foreach (var name in environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
        {
            environment.Remove(name);
        }

        // The open connection knows which of several hosts is the primary.
        environment["PGHOST"] = _connection.Host;
        environment["PGPORT"] = _connection.Port.ToString(CultureInfo.InvariantCulture);
        environment["PGUSER"] = _settings.Username;
        environment["PGPASSWORD"] = _settings.Password;
        environment["PGDATABASE"] = database;
        environment["PGSSLMODE"] = _settings.SslMode switch
        {
            SslMode.VerifyFull => "verify-full",
            SslMode.VerifyCA => "verify-ca",
            SslMode.Require => "require",
            SslMode.Disable => "disable",
            _ => "prefer",
        };
        if (_settings.RootCertificate is { } root)
        {
            environment["PGSSLROOTCERT"] = root;
        }

        environment["PGAPPNAME"] = "LandRegistry backup";
        environment["LC_ALL"] = "C";
    }
}
