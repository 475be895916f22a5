using System.Diagnostics;
using System.Globalization;
using LandRegistry.Server.Platform.PrivatePostgis;
using LandRegistry.Testing;
using Npgsql;

namespace LandRegistry.Server.Tests.Platform.PrivatePostgis;

/// <summary>The cluster's life: made, shared, stopped, killed, recovered.</summary>
public sealed class ClusterLifeTests
{
    [Fact]
    public async Task An_empty_data_folder_gets_a_cluster_with_PostGIS_that_listens_to_no_network()
    {
        await using var folder = DataFolder.Empty();

        await using var lease = await AcquireAsync(folder);

        Assert.StartsWith("3.", await AskAsync(lease.ConnectionString, "select extversion from pg_extension where extname = 'postgis'"), StringComparison.Ordinal);
        Assert.Equal("UTF8 C.UTF-8 on '' off scram-sha-256", await AskAsync(lease.ConnectionString, """
            select concat_ws(' ', pg_encoding_to_char(encoding), datcollate, current_setting('data_checksums'),
                   quote_literal(current_setting('listen_addresses')), current_setting('jit'), current_setting('password_encryption'))
            from pg_database where datname = current_database()
            """));
        Assert.Equal("landregistry false", await AskAsync(lease.ConnectionString, "select current_user || ' ' || (select rolsuper from pg_roles where rolname = current_user)"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, ModeOf(Path.Combine(folder.Path, "pgpass")));
    }

    [Fact]
    public async Task Rows_are_there_again_after_a_restart()
    {
        await using var folder = await DataFolder.WithClusterAsync();
        await using (var lease = await AcquireAsync(folder))
        {
            await AskAsync(lease.ConnectionString, "create table kept as select 'kept'::text as word; select ''");
        }

        Assert.Null(folder.Postmaster);
        await using var again = await AcquireAsync(folder);

        Assert.Equal("kept", await AskAsync(again.ConnectionString, "select word from kept"));
    }

    [Fact]
    public async Task Holders_share_one_cluster_and_the_last_one_stops_it()
    {
        await using var folder = await DataFolder.WithClusterAsync();
        var first = await AcquireAsync(folder);
        var postmaster = folder.Postmaster;
        var second = await AcquireAsync(folder);

        await first.DisposeAsync();

        Assert.NotNull(postmaster);
        Assert.Equal(postmaster, folder.Postmaster);
        Assert.Equal("1", await AskAsync(second.ConnectionString, "select '1'"));

        await second.DisposeAsync();

        Assert.Null(folder.Postmaster);
    }

    [Fact]
    public async Task Starts_at_the_same_moment_do_not_race()
    {
        await using var folder = await DataFolder.WithClusterAsync();

        var leases = await Task.WhenAll(AcquireAsync(folder), AcquireAsync(folder), AcquireAsync(folder));

        Assert.NotNull(folder.Postmaster);
        await Task.WhenAll(leases.Select(lease => lease.DisposeAsync().AsTask()));
        Assert.Null(folder.Postmaster);
    }

    [Fact]
    public async Task A_killed_cluster_is_recovered_by_the_next_start()
    {
        await using var folder = await DataFolder.WithClusterAsync();
        await using var lost = await PrivatePostgisCluster.AcquireAsync(
            folder.Options with { Durable = true, WatchInterval = TimeSpan.FromHours(1) }, progress: null, CancellationToken.None);
        await AskAsync(lost.ConnectionString, "create table kept as select 'kept'::text as word; select ''");
        var killed = Kill(folder);

        await using var lease = await AcquireAsync(folder);

        Assert.Equal("kept", await AskAsync(lease.ConnectionString, "select word from kept"));
        Assert.NotEqual(killed, folder.Postmaster);
    }

    [Fact]
    public async Task A_cluster_that_dies_under_a_program_is_started_again()
    {
        await using var folder = await DataFolder.WithClusterAsync();
        var said = new Said();
        await using var lease = await PrivatePostgisCluster.AcquireAsync(
            folder.Options with { WatchInterval = TimeSpan.FromMilliseconds(20) }, said, CancellationToken.None);

        Kill(folder);
        await said.WaitForAsync("The database is back.");

        Assert.Equal("1", await AskAsync(lease.ConnectionString, "select '1'"));
    }

    [Fact]
    public async Task A_pid_file_that_names_another_program_does_not_stop_the_start()
    {
        await using var folder = await DataFolder.WithClusterAsync();
        string[] account = Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=postgres", "--clear-groups"] : ["env"];
        using var other = Process.Start(account[0], [.. account.Skip(1), "sleep", "60"]);
        await File.WriteAllTextAsync(folder.PidFile, other.Id.ToString(CultureInfo.InvariantCulture) + "\n" + folder.Cluster + "\n1\n5432\n");

        await using var lease = await AcquireAsync(folder);

        Assert.Equal("1", await AskAsync(lease.ConnectionString, "select '1'"));
        Assert.False(other.HasExited);
        other.Kill();
    }

    [Fact]
    public async Task Only_its_password_opens_the_cluster()
    {
        await using var folder = await DataFolder.WithClusterAsync();
        await using var lease = await AcquireAsync(folder);
        var guess = new NpgsqlConnectionStringBuilder(lease.ConnectionString) { Password = "postgres" };

        var refused = await Assert.ThrowsAsync<PostgresException>(() => AskAsync(guess.ConnectionString, "select '1'"));

        Assert.Equal(PostgresErrorCodes.InvalidPassword, refused.SqlState);
    }

    [Fact]
    public async Task A_path_too_long_for_a_socket_gets_a_short_one()
    {
        await using var folder = await DataFolder.WithClusterAsync();
        var deep = Directory.CreateDirectory(Path.Combine(folder.Path, new string('x', 100)));
        Directory.Move(folder.Cluster, Path.Combine(deep.FullName, "postgres"));
        File.Move(Path.Combine(folder.Path, "pgpass"), Path.Combine(deep.FullName, "pgpass"));
        string socket;
        await using (var lease = await PrivatePostgisCluster.AcquireAsync(folder.Options with { DataFolder = deep.FullName }, progress: null, CancellationToken.None))
        {
            socket = new NpgsqlConnectionStringBuilder(lease.ConnectionString).Host!;
            Assert.Equal("1", await AskAsync(lease.ConnectionString, "select '1'"));
            Assert.StartsWith("/tmp/landregistry-", socket, StringComparison.Ordinal);
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, ModeOf(socket));
        }

        Assert.False(Directory.Exists(socket));
    }

    private static Task<PrivatePostgisLease> AcquireAsync(DataFolder folder) =>
        PrivatePostgisCluster.AcquireAsync(folder.Options, progress: null, CancellationToken.None);

    /// <summary>SIGKILL, as the kernel does when memory runs out.</summary>
    private static int Kill(DataFolder folder)
    {
        var id = folder.Postmaster!.Value;
        using var postmaster = Process.GetProcessById(id);
        postmaster.Kill();
        return id;
    }

    private static UnixFileMode ModeOf(string path) => OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(path);

    private static async Task<string> AskAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false });
        await using var command = source.CreateCommand(sql);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private sealed class Said : IProgress<string>
    {
        private readonly TaskCompletionSource _heard = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private string _awaited = "\0";
        private string _all = "";

        public void Report(string value)
        {
            lock (_heard)
            {
                _all += value;
                Check();
            }
        }

        public Task WaitForAsync(string words)
        {
            lock (_heard)
            {
                _awaited = words;
                Check();
            }

            return _heard.Task.WaitAsync(TimeSpan.FromSeconds(30));
        }

        private void Check()
        {
            if (_all.Contains(_awaited, StringComparison.Ordinal))
            {
                _heard.TrySetResult();
            }
        }
    }
}
