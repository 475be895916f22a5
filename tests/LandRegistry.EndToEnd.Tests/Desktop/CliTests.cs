using LandRegistry.Testing;

namespace LandRegistry.EndToEnd.Tests.Desktop;

/// <summary>The command line on the data folder of the desktop program, whether that runs or not.</summary>
public sealed class CliTests
{
    [Fact]
    public async Task Verbs_work_beside_the_running_program_and_leave_it_running()
    {
        await using var folder = await DataFolder.WithClusterAsync();
        await using var program = BuiltProgram.Desktop("--headless", "--no-demo", "--data-dir", folder.Path);
        var link = await program.SignInLinkAsync();
        var postmaster = folder.Postmaster;

        await using var migrate = BuiltProgram.Cli("migrate", "--data-dir", folder.Path);
        await using var signIn = BuiltProgram.Cli("sign-in", "--data-dir", folder.Path);

        Assert.Equal(0, await migrate.EndAsync());
        Assert.Equal(0, await signIn.EndAsync());
        Assert.StartsWith($"http://127.0.0.1:{link.Port}/sign-in?ticket=", Assert.Single(signIn.Answers), StringComparison.Ordinal);
        Assert.Equal(postmaster, folder.Postmaster);
        Assert.Equal(0, await program.StopAsync());
    }

    [Fact]
    public async Task Verbs_work_without_the_program_and_leave_nothing_running()
    {
        await using var folder = await DataFolder.WithClusterAsync();

        await using var doctor = BuiltProgram.Cli("doctor", "--data-dir", folder.Path);

        Assert.Equal(0, await doctor.EndAsync());
        Assert.Contains(doctor.Answers, line => line.Contains("PostGIS", StringComparison.Ordinal) && line.Contains("3.", StringComparison.Ordinal));
        Assert.Null(folder.Postmaster);
    }

    [Fact]
    public async Task Serve_prints_the_sign_in_line_and_stops_when_told()
    {
        await using var folder = await DataFolder.WithClusterAsync();
        await using var serve = BuiltProgram.Cli("serve", "--no-demo", "--data-dir", folder.Path);

        await serve.SignInLinkAsync();

        Assert.Equal(0, await serve.StopAsync());
        Assert.Single(serve.Answers);
        Assert.Null(folder.Postmaster);
    }

    [Fact]
    public async Task A_fault_is_a_sentence_and_exit_code_1()
    {
        await using var folder = DataFolder.Empty();
        await using var signIn = BuiltProgram.Cli("sign-in", "--data-dir", folder.Path);

        Assert.Equal(1, await signIn.EndAsync());
        Assert.Contains("No server is running on the data folder", signIn.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", signIn.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Context_layers_are_added_listed_and_taken_away()
    {
        await using var folder = await DataFolder.WithClusterAsync();
        var file = Path.Combine(folder.Path, "roads.geojson");
        await File.WriteAllTextAsync(file, """{"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[[107.8,31.1],[107.9,31.2]]}}""");

        await using var add = BuiltProgram.Cli("context-layer", "add", file, "--source", "交通局 2026-05", "--data-dir", folder.Path);
        Assert.Equal(0, await add.EndAsync());
        await using var list = BuiltProgram.Cli("context-layer", "list", "--data-dir", folder.Path);
        Assert.Equal(0, await list.EndAsync());
        await using var remove = BuiltProgram.Cli("context-layer", "remove", "roads", "--data-dir", folder.Path);
        Assert.Equal(0, await remove.EndAsync());
        await using var again = BuiltProgram.Cli("context-layer", "remove", "roads", "--data-dir", folder.Path);

        Assert.Equal(1, await again.EndAsync());
        Assert.Contains(list.Answers, line => line.Contains("roads", StringComparison.Ordinal) && line.Contains("交通局 2026-05", StringComparison.Ordinal));
        Assert.Contains("There is no layer roads.", again.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_says_what_it_would_do_and_is_taken_back_by_the_change_that_it_names()
    {
        await using var folder = await DataFolder.WithClusterAsync();
        var file = Path.Combine(folder.Path, "ledger.csv");
        await File.WriteAllTextAsync(file, "编号,名称,经度,纬度,签订日期\r\nA1,甲,114.05,30.5,2024-02-30\r\nA2,乙,114.06,30.5,\r\nA1,丙,114.07,30.5,\r\n");
        await using var zone = BuiltProgram.Cli("zone", "add", "Z1", "--name", "示例园区", "--data-dir", folder.Path);
        Assert.Equal(0, await zone.EndAsync());

        var (checking, would) = await RunAsync("import", file, "--zone", "Z1", "--dry-run");
        var (importing, did) = await RunAsync("import", file, "--zone", "Z1");
        var (unknown, why) = await RunAsync("import", file, "--zone", "Z1", "--crs", "999999");
        var number = did.Split("undo ")[1].Split(' ')[0];
        var (undoing, undone) = await RunAsync("undo", number, "--reason", "Wrong file");
        var (again, _) = await RunAsync("undo", number, "--reason", "Wrong file");

        Assert.Equal((1, 1, 2, 0, 1), (checking, importing, unknown, undoing, again));
        Assert.Contains("Would be loaded", would, StringComparison.Ordinal);
        Assert.Contains("日期 / date", would, StringComparison.Ordinal);
        Assert.Contains("There is no coordinate system EPSG:999999.", why, StringComparison.Ordinal);
        Assert.Contains($"Change {number} is undone by change", undone, StringComparison.Ordinal);

        async Task<(int Exit, string Said)> RunAsync(params string[] arguments)
        {
            await using var program = BuiltProgram.Cli([.. arguments, "--data-dir", folder.Path]);
            return (await program.EndAsync(), string.Join('\n', program.Answers));
        }
    }

    [Fact]
    public async Task An_unknown_verb_is_exit_code_2()
    {
        await using var unknown = BuiltProgram.Cli("frobnicate");

        Assert.Equal(2, await unknown.EndAsync());
        Assert.Contains("See --help.", unknown.Said, StringComparison.Ordinal);
    }
}
