using System.Diagnostics;
using System.Globalization;
using LandRegistry.Server.Platform.PrivatePostgis;
using Npgsql;

namespace LandRegistry.Testing;

/// <summary>
/// A primary and a standby that follows it by streaming, on TCP ports of loopback. A commit is acknowledged when the standby has it. The
/// standby, once promoted, waits for nobody.
/// </summary>
public sealed class FailoverPair : IAsyncDisposable
{
    private const string User = "registry";

    private readonly string _folder = Directory.CreateTempSubdirectory("landregistry-pair-").FullName;
    private readonly string _bin = PostgresInstallation.FindAll("/usr")[0].BinFolder;

    private FailoverPair()
    {
    }

    public int PrimaryPort { get; } = FreePort.Next();

    public int StandbyPort { get; } = FreePort.Next();

    /// <summary>Names both servers; the register's database on them.</summary>
    public string ConnectionString => Connection("registry", PrimaryPort, StandbyPort);

    public static async Task<FailoverPair> StartAsync()
    {
        var pair = new FailoverPair();
        if (Environment.IsPrivilegedProcess)
        {
            await pair.RunAsRootAsync("chown", "postgres", pair._folder);
        }

        await pair.RunAsync("initdb", "-D", pair.Primary, "--username=" + User, "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync");
        await pair.ConfigureAsync(pair.Primary, pair.PrimaryPort, "synchronous_standby_names = '*'");
        await pair.RunAsync("pg_ctl", "start", "-w", "-s", "-D", pair.Primary, "-l", Path.Combine(pair._folder, "primary.log"));
        await pair.RunAsync("pg_basebackup", "-h", "127.0.0.1", "-p", Text(pair.PrimaryPort), "-U", User, "-D", pair.Standby, "-R", "-X", "stream", "-c", "fast", "--no-sync");
        await pair.ConfigureAsync(pair.Standby, pair.StandbyPort, "synchronous_standby_names = ''");
        await pair.RunAsync("pg_ctl", "start", "-w", "-s", "-D", pair.Standby, "-l", Path.Combine(pair._folder, "standby.log"));
        await using var maintenance = new NpgsqlConnection(Connection("postgres", pair.PrimaryPort));
        await maintenance.OpenAsync();
        await using var create = new NpgsqlCommand("create database registry", maintenance);
        await create.ExecuteNonQueryAsync();
        return pair;
    }

    /// <summary>SIGKILL to the primary and all its sessions.</summary>
    public async Task KillPrimaryAsync()
    {
        var postmaster = (await File.ReadAllLinesAsync(Path.Combine(Primary, "postmaster.pid")))[0];
        using var process = Process.Start("pkill", ["-KILL", "-P", postmaster]);
        using var parent = Process.Start("kill", ["-KILL", postmaster]);
        await Task.WhenAll(process.WaitForExitAsync(), parent.WaitForExitAsync());
    }

    /// <summary>Makes the standby the primary, as Patroni or an administrator would.</summary>
    public Task PromoteAsync() => RunAsync("pg_ctl", "promote", "-w", "-s", "-D", Standby);

    /// <summary>Stops the standby from showing what it receives, or lets it go on.</summary>
    public async Task SetReplayAsync(bool goesOn)
    {
        await using var connection = new NpgsqlConnection(Connection("postgres", StandbyPort));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(goesOn ? "select pg_wal_replay_resume()" : "select pg_wal_replay_pause()", connection);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var folder in new[] { Primary, Standby }.Where(folder => File.Exists(Path.Combine(folder, "postmaster.pid"))))
        {
            await TryAsync("pg_ctl", "stop", "-w", "-s", "-m", "immediate", "-D", folder);
        }

        await RunAsRootAsync("rm", "-rf", _folder);
    }

    private string Primary => Path.Combine(_folder, "primary");

    private string Standby => Path.Combine(_folder, "standby");

    private static string Connection(string database, params int[] ports) => new NpgsqlConnectionStringBuilder
    {
        Host = string.Join(',', ports.Select(port => $"127.0.0.1:{Text(port)}")),
        Username = User,
        Database = database,
        MaxPoolSize = 20,
        Timeout = 5,
    }.ConnectionString;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private async Task ConfigureAsync(string folder, int port, string more)
    {
        var file = Path.Combine(_folder, "settings");
        await File.WriteAllTextAsync(file, $"""

            listen_addresses = '127.0.0.1'
            port = {Text(port)}
            unix_socket_directories = ''
            fsync = off
            shared_buffers = 64MB
            max_wal_size = 1GB
            timezone = 'UTC'
            wal_receiver_timeout = 5s
            {more}

            """);
        await RunAsRootAsync("sh", "-c", $"cat {file} >> {folder}/postgresql.conf");
    }

    private async Task RunAsync(string tool, params string[] arguments)
    {
        var (code, said) = await TryAsync(tool, arguments);
        if (code != 0)
        {
            throw new InvalidOperationException($"{tool}: {said}");
        }
    }

    private Task<(int Code, string Said)> TryAsync(string tool, params string[] arguments) => Environment.IsPrivilegedProcess
        ? RunProcessAsync("setpriv", ["--reuid=postgres", "--regid=postgres", "--init-groups", "--", Path.Combine(_bin, tool), .. arguments])
        : RunProcessAsync(Path.Combine(_bin, tool), arguments);

    private async Task RunAsRootAsync(string file, params string[] arguments) => await RunProcessAsync(file, arguments);

    private static async Task<(int Code, string Said)> RunProcessAsync(string file, IEnumerable<string> arguments)
    {
        // pg_ctl's server keeps the streams it was given: a file instead of a pipe, or nobody would ever see their end.
        var log = Path.GetTempFileName();
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "out=$1; shift; exec \"$@\" >\"$out\" 2>&1 </dev/null", "sh", log, file, .. arguments]) { UseShellExecute = false, WorkingDirectory = "/" })!;
        await process.WaitForExitAsync();
        var said = await File.ReadAllTextAsync(log);
        File.Delete(log);
        return (process.ExitCode, said);
    }
}
