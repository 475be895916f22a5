using LandRegistry.Server.Launch;
using LandRegistry.Testing;

namespace LandRegistry.EndToEnd.Tests.Desktop;

/// <summary>The program's own window, in real Chromium on a screen in memory.</summary>
public sealed class WindowTests : IAsyncLifetime
{
    private Screen _screen = null!;

    public async Task InitializeAsync() => _screen = await Screen.OpenAsync();

    public async Task DisposeAsync() => await _screen.DisposeAsync();

    [Fact]
    public async Task Closing_the_window_ends_server_and_cluster()
    {
        await using var folder = await DataFolder.WithClusterAsync();
        await using var program = Open(folder);

        var window = Assert.Single(await _screen.WindowsAsync());
        var running = folder.Postmaster;
        await _screen.CloseAsync(window);

        Assert.Equal(0, await program.EndAsync());
        Assert.NotNull(running);
        Assert.Null(folder.Postmaster);
        Assert.Empty(program.Answers);
    }

    [Fact]
    public async Task A_second_start_opens_a_second_window_of_the_running_register()
    {
        await using var folder = await DataFolder.WithClusterAsync();
        await using var first = Open(folder);
        await _screen.WindowsAsync();

        await using var second = Open(folder);
        var windows = await _screen.WindowsAsync(atLeast: 2);

        Assert.Equal(2, windows.Count);
        Assert.Equal(0, await second.EndAsync());
        Assert.False(first.HasEnded);
        Assert.Equal(0, await first.StopAsync());
    }

    [Fact]
    public async Task A_window_whose_program_was_killed_makes_way_for_a_new_one()
    {
        await using var folder = await DataFolder.WithClusterAsync();
        await using var killed = Open(folder);
        var orphan = Assert.Single(await _screen.WindowsAsync());
        await killed.KillAsync();

        await using var next = Open(folder);
        await _screen.UntilGoneAsync(orphan);
        var window = Assert.Single(await _screen.WindowsAsync());
        await _screen.CloseAsync(window);

        Assert.Equal(0, await next.EndAsync());
        Assert.Null(folder.Postmaster);
    }

    [Fact]
    public async Task Told_to_stop_the_program_closes_its_window()
    {
        await using var folder = await DataFolder.WithClusterAsync();
        await using var program = Open(folder);
        var window = Assert.Single(await _screen.WindowsAsync());

        Assert.Equal(0, await program.StopAsync());

        await _screen.UntilGoneAsync(window);
        Assert.Null(folder.Postmaster);
    }

    [Fact]
    public async Task Without_such_a_browser_the_default_one_gets_the_link_and_the_program_stays()
    {
        await using var folder = await DataFolder.WithClusterAsync();
        var opened = Path.Combine(folder.Path, "opened");
        await using var program = Open(folder, PathWith(folder, ("xdg-open", $"#!/bin/sh\nprintf %s \"$1\" >{opened}\n")));

        var link = await program.SignInLinkAsync();

        Assert.StartsWith($"http://127.0.0.1:{link.Port}/sign-in?ticket=", await File.ReadAllTextAsync(opened), StringComparison.Ordinal);
        Assert.False(program.HasEnded);
        Assert.Equal(0, await program.StopAsync());
        Assert.Contains("Opened in the default browser", program.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_that_fails_is_passed_over()
    {
        await using var folder = await DataFolder.WithClusterAsync();
        await using var program = Open(folder, PathWith(folder, ("microsoft-edge", "#!/bin/sh\nexit 3\n")));

        await program.SignInLinkAsync();

        Assert.Equal(0, await program.StopAsync());
        Assert.Contains("microsoft-edge opened no window", program.Said, StringComparison.Ordinal);
        Assert.Contains("No browser could be opened", program.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_window_of_an_office_server_draws_maps_without_a_graphics_card_and_has_no_bar_across_it()
    {
        await using var folder = DataFolder.Empty();
        using var office = new OnePage("""
            <script>
              const webgl = document.createElement("canvas").getContext("webgl2") ? "WebGL" : "no WebGL";
              setInterval(() => { document.title = `${webgl} ${innerWidth}x${innerHeight}`; }, 50);
            </script>
            """);
        await using var program = BuiltProgram.Start(
            "LandRegistry.Desktop", [], new(StringComparer.Ordinal) { ["DISPLAY"] = _screen.Display }, ["--server", office.Address, "--data-dir", folder.Path]);

        await _screen.TitleAsync("WebGL 1440x900");
        Assert.False(Directory.Exists(folder.Cluster));
        await _screen.CloseAsync((await _screen.WindowsAsync())[0]);

        Assert.Equal(0, await program.EndAsync());
    }

    private BuiltProgram Open(DataFolder folder, string? path = null)
    {
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal) { ["DISPLAY"] = _screen.Display };
        if (path is not null)
        {
            environment["PATH"] = path;
        }

        return BuiltProgram.Start("LandRegistry.Desktop", [], environment, ["--no-demo", "--data-dir", folder.Path]);
    }

    /// <summary>A search path with nothing on it but what the cluster needs and the given scripts.</summary>
    private static string PathWith(DataFolder folder, params (string Name, string Script)[] scripts)
    {
        var bin = Directory.CreateDirectory(Path.Combine(folder.Path, "bin")).FullName;
        foreach (var name in new[] { "dotnet", "env", "id", "install", "kill", "setpriv", "sh", "stat", "test" })
        {
            File.CreateSymbolicLink(Path.Combine(bin, name), InstalledPrograms.Find(name)!);
        }

        foreach (var (name, script) in scripts)
        {
            var file = Path.Combine(bin, name);
            File.WriteAllText(file, script);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
            }
        }

        return bin;
    }
}
