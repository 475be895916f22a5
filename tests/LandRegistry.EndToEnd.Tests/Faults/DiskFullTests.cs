using System.Diagnostics;
using LandRegistry.Testing;

namespace LandRegistry.EndToEnd.Tests.Faults;

/// <summary>The disk is full: writes are refused with a word, reads go on, and all is well when there is room again.</summary>
public sealed class DiskFullTests
{
    [FactAsRoot]
    public async Task On_a_full_disk_marks_are_refused_and_none_that_was_acknowledged_is_lost()
    {
        var mount = Directory.CreateTempSubdirectory("landregistry-disk-").FullName;
        if (await RunAsync("mount", "-t", "tmpfs", "-o", "size=420m,mode=0755", "tmpfs", mount) != 0)
        {
            Directory.Delete(mount);
            FaultRounds.Say("disk full: not tried, this machine mounts no small disk");
            return;
        }

        try
        {
            await using var made = await DataFolder.WithClusterAsync();
            var parcels = await MarkedRegister.FillAsync(made.Options);
            await RunAsync("sh", "-c", $"cp -a {made.Path}/. {mount}/");
            await FillAndFreeAsync(mount, parcels);
        }
        finally
        {
            await RunAsync("umount", "-l", mount);
            Directory.Delete(mount);
        }
    }

    private static async Task FillAndFreeAsync(string folder, IReadOnlyList<long> parcels)
    {
        await using var program = BuiltProgram.Cli("serve", "--no-demo", "--data-dir", folder);
        using var clients = await MarkingClients.SignInAsync(await program.SignInLinkAsync(), 0);
        using var stop = new CancellationTokenSource();
        var marking = clients.RunAsync(parcels, stop.Token);
        await UntilAsync(() => clients.Acknowledged.Count > 10);
        var ballast = Path.Combine(folder, "ballast");
        await RunAsync("dd", "if=/dev/zero", "of=" + ballast, "bs=1M", "count=2000");
        await UntilAsync(() => clients.Refused.GetValueOrDefault("503") > 0 || clients.Refused.GetValueOrDefault("-") > 0);
        var during = clients.Acknowledged.Count;
        File.Delete(ballast);
        await UntilAsync(() => clients.Acknowledged.Count > during + 5);
        await stop.CancelAsync();
        await marking;

        Assert.Equal(0, await program.StopAsync());
        var (lost, torn) = await MarkedRegister.CompareAsync(new() { DataFolder = folder }, clients.Acknowledged);

        FaultRounds.Say($"disk full: {during} marks acknowledged before and while it was full, {clients.Acknowledged.Count - during} after there was room, {lost} lost, {torn} half done; "
            + string.Join(", ", clients.Refused.Select(pair => $"{pair.Value} × {pair.Key}")));
        Assert.True(!clients.Refused.ContainsKey("500"), program.Said[..Math.Min(program.Said.Length, 2000)]);
        Assert.Equal((0, 0), (lost, torn));
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        while (!holds())
        {
            await Task.Delay(20, patience.Token);
        }
    }

    private static async Task<int> RunAsync(string file, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
        await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
