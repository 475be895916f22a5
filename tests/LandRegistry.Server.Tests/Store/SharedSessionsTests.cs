using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using LandRegistry.Server.Launch;
using LandRegistry.Server.Store;
using LandRegistry.Testing;
using Npgsql;

namespace LandRegistry.Server.Tests.Store;

/// <summary>A real PgBouncer between the program and the database.</summary>
public sealed class SharedSessionsTests
{
    [FactWithPgBouncer]
    public async Task A_pooler_that_hands_sessions_on_is_refused_at_the_start_and_one_that_does_not_is_taken()
    {
        var direct = await TestCluster.NewDatabaseAsync();
        await using var shared = await PgBouncer.StartAsync(direct, "transaction");
        await using var own = await PgBouncer.StartAsync(direct, "session");

        Assert.True(await SharedSessions.AreHandedOnAsync(shared.ConnectionString, CancellationToken.None));
        Assert.False(await SharedSessions.AreHandedOnAsync(own.ConnectionString, CancellationToken.None));
        await using var database = await OpenDatabase.OpenAsync(Path.GetTempPath(), shared.ConnectionString, progress: null, CancellationToken.None);
        var refused = await Assert.ThrowsAsync<LaunchException>(() => RegisterUpgrade.RunAsync(database, new() { DataFolder = Path.GetTempPath() }, progress: null, CancellationToken.None));
        Assert.Contains("pool_mode = session", refused.Message, StringComparison.Ordinal);
        await TestCluster.DropAsync(direct);
    }

    [Fact]
    public async Task A_connection_to_the_database_itself_has_a_session_of_its_own()
    {
        var direct = await TestCluster.NewDatabaseAsync();

        Assert.False(await SharedSessions.AreHandedOnAsync(direct, CancellationToken.None));
        await TestCluster.DropAsync(direct);
    }

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class FactWithPgBouncerAttribute : FactAttribute
    {
        public FactWithPgBouncerAttribute()
        {
            if (!File.Exists(PgBouncer.Program))
            {
                Skip = "this machine has no pgbouncer";
            }
        }
    }

    private sealed class PgBouncer : IAsyncDisposable
    {
        public const string Program = "/usr/sbin/pgbouncer";

        private readonly Process _process;
        private readonly string _folder;

        private PgBouncer(Process process, string folder, string connectionString)
        {
            _process = process;
            _folder = folder;
            ConnectionString = connectionString;
        }

        public string ConnectionString { get; }

        public static async Task<PgBouncer> StartAsync(string direct, string mode)
        {
            var to = new NpgsqlConnectionStringBuilder(direct);
            var folder = Directory.CreateTempSubdirectory("landregistry-pgbouncer-").FullName;
            var port = FreePort();
            await File.WriteAllTextAsync(Path.Combine(folder, "users.txt"), $"\"{to.Username}\" \"{to.Password}\"\n");
            await File.WriteAllTextAsync(Path.Combine(folder, "pgbouncer.ini"), string.Create(CultureInfo.InvariantCulture, $"""
                [databases]
                {to.Database} = host={to.Host} port={to.Port} dbname={to.Database}
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = {port}
                unix_socket_dir =
                auth_type = plain
                auth_file = {folder}/users.txt
                pool_mode = {mode}
                ignore_startup_parameters = extra_float_digits,options,search_path
                """));
            if (Environment.IsPrivilegedProcess)
            {
                // It refuses to run as root.
                using var open = Process.Start("chown", ["-R", "nobody", folder]);
                await open.WaitForExitAsync();
            }

            var start = new ProcessStartInfo(Program, [Path.Combine(folder, "pgbouncer.ini")]) { RedirectStandardError = true, UseShellExecute = false };
            if (Environment.IsPrivilegedProcess)
            {
                start.ArgumentList.Insert(0, "nobody");
                start.ArgumentList.Insert(0, "-u");
            }

            var process = Process.Start(start)!;
            // It says on its error stream that it listens, and goes on talking.
            while (await process.StandardError.ReadLineAsync() is { } line && !line.Contains("process up", StringComparison.Ordinal))
            {
            }

            return new(process, folder, new NpgsqlConnectionStringBuilder(direct) { Host = "127.0.0.1", Port = port }.ConnectionString);
        }

        public async ValueTask DisposeAsync()
        {
            _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
            Directory.Delete(_folder, recursive: true);
        }

        private static int FreePort()
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
    }
}
