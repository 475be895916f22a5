using System.Diagnostics;
using System.Net;
using LandRegistry.Testing;

namespace LandRegistry.EndToEnd.Tests.Desktop;

/// <summary>Starting, stopping, killing and starting again, without a window.</summary>
public sealed class StartTests : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task Headless_it_prints_one_line_when_ready_and_stops_cleanly_when_told()
    {
        await using var folder = await DataFolder.WithClusterAsync();
        await using var program = BuiltProgram.Desktop("--headless", "--no-demo", "--data-dir", folder.Path);

        var link = await program.SignInLinkAsync();
        var health = await _http.GetStringAsync(new Uri(link, "/api/health"));
        var signedIn = await _http.GetAsync(link);
        var running = folder.Postmaster;
        var exit = await program.StopAsync("INT");

        Assert.Contains("\"status\":\"ok\"", health, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, signedIn.StatusCode);
        Assert.NotNull(running);
        Assert.Equal(0, exit);
        Assert.Single(program.Answers);
        Assert.Null(folder.Postmaster);
        Assert.False(File.Exists(Path.Combine(folder.Path, "server.json")));
    }

    [Fact]
    public async Task A_second_start_on_one_data_folder_opens_the_running_register()
    {
        await using var folder = await DataFolder.WithClusterAsync();
        await using var first = BuiltProgram.Desktop("--headless", "--no-demo", "--data-dir", folder.Path);
        var link = await first.SignInLinkAsync();

        await using var second = BuiltProgram.Desktop("--headless", "--no-demo", "--data-dir", folder.Path);
        var other = await second.SignInLinkAsync();

        Assert.Equal(0, await second.EndAsync());
        Assert.Equal(link.Port, other.Port);
        Assert.NotEqual(link, other);
        Assert.Equal(HttpStatusCode.Found, (await _http.GetAsync(other)).StatusCode);
        Assert.False(first.HasEnded);
        Assert.Equal(0, await first.StopAsync());
    }

    [Fact]
    public async Task Starts_at_the_same_moment_open_one_register()
    {
        await using var folder = await DataFolder.WithClusterAsync();
        await using var one = BuiltProgram.Desktop("--headless", "--no-demo", "--data-dir", folder.Path);
        await using var other = BuiltProgram.Desktop("--headless", "--no-demo", "--data-dir", folder.Path);

        var links = await Task.WhenAll(one.SignInLinkAsync(), other.SignInLinkAsync());

        Assert.Equal(links[0].Port, links[1].Port);
        await Task.WhenAny(one.EndAsync(), other.EndAsync());
        Assert.Equal(0, await (one.HasEnded ? other : one).StopAsync());
    }

    [Fact]
    public async Task A_cluster_that_outlives_its_killed_program_is_taken_over()
    {
        await using var folder = await DataFolder.WithClusterAsync();
        await using var killed = BuiltProgram.Desktop("--headless", "--no-demo", "--data-dir", folder.Path);
        await killed.SignInLinkAsync();
        var orphan = folder.Postmaster;
        await killed.KillAsync();

        await using var next = BuiltProgram.Desktop("--headless", "--no-demo", "--data-dir", folder.Path);
        var link = await next.SignInLinkAsync();

        Assert.Equal(orphan, folder.Postmaster);
        Assert.Equal(HttpStatusCode.Found, (await _http.GetAsync(link)).StatusCode);
        Assert.Equal(0, await next.StopAsync());
        Assert.Null(folder.Postmaster);
    }

    [Fact]
    public async Task A_cluster_killed_with_its_program_is_recovered()
    {
        await using var folder = await DataFolder.WithClusterAsync();
        await using var killed = BuiltProgram.Desktop("--headless", "--no-demo", "--data-dir", folder.Path);
        await killed.SignInLinkAsync();
        await killed.KillAsync();
        using (var postmaster = Process.GetProcessById(folder.Postmaster!.Value))
        {
            postmaster.Kill();
        }

        await using var next = BuiltProgram.Desktop("--headless", "--no-demo", "--data-dir", folder.Path);
        var link = await next.SignInLinkAsync();

        Assert.Equal(HttpStatusCode.Found, (await _http.GetAsync(link)).StatusCode);
        Assert.Equal(0, await next.StopAsync());
    }

    [Fact]
    public async Task A_cluster_killed_under_the_program_comes_back_while_it_runs()
    {
        await using var folder = await DataFolder.WithClusterAsync();
        await using var program = BuiltProgram.Desktop("--headless", "--no-demo", "--data-dir", folder.Path);
        var health = new Uri(await program.SignInLinkAsync(), "/api/health");
        using (var postmaster = Process.GetProcessById(folder.Postmaster!.Value))
        {
            postmaster.Kill();
        }

        var seen = new List<HttpStatusCode>();
        await UntilAsync(async () =>
        {
            seen.Add((await _http.GetAsync(health)).StatusCode);
            return seen.Contains(HttpStatusCode.ServiceUnavailable) && seen[^1] == HttpStatusCode.OK;
        });

        Assert.All(seen, status => Assert.True(status is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable));
        Assert.Equal(0, await program.StopAsync());
    }

    [Fact]
    public async Task An_empty_register_gets_the_demo_zone_on_first_run()
    {
        await using var folder = await DataFolder.WithClusterAsync();
        await using var program = BuiltProgram.Desktop("--headless", "--data-dir", folder.Path);

        await program.SignInLinkAsync();
        await program.StopAsync();

        Assert.Contains("The demo zone is loaded.", program.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_connection_string_no_cluster_is_made()
    {
        await using var folder = DataFolder.Empty();
        var database = await TestCluster.NewDatabaseAsync();
        await using var program = BuiltProgram.Start(
            "LandRegistry.Desktop", [], new() { ["LANDREGISTRY_DATABASE"] = database }, ["--headless", "--data-dir", folder.Path]);

        var link = await program.SignInLinkAsync();

        Assert.Equal(HttpStatusCode.Found, (await _http.GetAsync(link)).StatusCode);
        Assert.False(Directory.Exists(folder.Cluster));
        Assert.Equal(0, await program.StopAsync());
        await TestCluster.DropAsync(database);
    }

    [Fact]
    public async Task A_taken_port_is_explained_and_leaves_nothing_running()
    {
        await using var folder = await DataFolder.WithClusterAsync();
        using var taken = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);

        await using var program = BuiltProgram.Desktop("--headless", "--no-demo", "--port", port, "--data-dir", folder.Path);

        Assert.Equal(1, await program.EndAsync());
        Assert.Contains("The port is taken; choose another with --port", program.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", program.Said, StringComparison.Ordinal);
        Assert.Empty(program.Answers);
        Assert.Null(folder.Postmaster);
    }

    [Fact]
    public async Task Wrong_options_are_refused()
    {
        await using var program = BuiltProgram.Desktop("--headless", "--server", "https://registry.example");

        Assert.Equal(2, await program.EndAsync());
        Assert.Contains("--server opens a window and cannot go with --headless", program.Said, StringComparison.Ordinal);
    }

    [FactAsRoot]
    public async Task A_normal_user_without_a_locale_runs_it_as_well()
    {
        await using var folder = DataFolder.Empty();
        using (var give = Process.Start("chown", ["nobody", folder.Path]))
        {
            await give.WaitForExitAsync();
        }

        await using var program = BuiltProgram.Start(
            "LandRegistry.Desktop",
            ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"],
            new() { ["LANG"] = "C", ["LC_ALL"] = null, ["HOME"] = "/nonexistent" },
            ["--headless", "--no-demo", "--data-dir", folder.Path]);

        var link = await program.SignInLinkAsync();

        Assert.Equal(HttpStatusCode.Found, (await _http.GetAsync(link)).StatusCode);
        Assert.Equal(0, await program.StopAsync());
        Assert.Contains("正在创建数据库", program.Said, StringComparison.Ordinal);
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        var waited = Stopwatch.StartNew();
        while (!await holds())
        {
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(60), "It never came about.");
            await Task.Delay(20);
        }
    }
}
