using System.Diagnostics;
using System.Globalization;
using LandRegistry.Testing;

namespace LandRegistry.EndToEnd.Tests.Faults;

/// <summary>Power cuts: the program and its database are killed at random moments while clients write.</summary>
public sealed class KillTests
{
    [Fact]
    public async Task Whatever_is_killed_and_when_no_acknowledged_mark_is_lost_and_none_is_half_done()
    {
        await using var folder = await DataFolder.WithClusterAsync();
        var parcels = await MarkedRegister.FillAsync(folder.Options);
        var (acknowledged, refused, servers, databases) = (new List<string>(), 0, 0, 0);
        var random = new Random(7);
        for (var round = 0; round < FaultRounds.Rounds; round++)
        {
            await using var program = BuiltProgram.Cli("serve", "--no-demo", "--data-dir", folder.Path);
            using var clients = await MarkingClients.SignInAsync(await program.SignInLinkAsync(), round);
            using var stop = new CancellationTokenSource();
            var marking = clients.RunAsync(parcels, stop.Token);
            await Task.Delay(random.Next(300, 1500));
            if (round % 2 == 0)
            {
                servers++;
                await program.KillAsync();
            }
            else
            {
                databases++;
                await KillAsync(folder.Postmaster!.Value);
                await UntilMoreAsync(clients);
            }

            await stop.CancelAsync();
            await marking;
            if (!program.HasEnded)
            {
                Assert.Equal(0, await program.StopAsync());
            }

            acknowledged.AddRange(clients.Acknowledged);
            refused += clients.Refused.Values.Sum();
            var unexpected = clients.Refused.Keys.Except(["-", "503", "412", "409"]).ToArray();
            Assert.True(unexpected.Length == 0, $"{string.Join(", ", unexpected)}: {program.Said}");
        }

        var (lost, torn) = await MarkedRegister.CompareAsync(folder.Options, acknowledged);
        FaultRounds.Say($"kill -9: {FaultRounds.Rounds} rounds ({servers} × server, {databases} × database): {acknowledged.Count} marks acknowledged, {lost} lost, {torn} half done, {refused} refused or unanswered");
        Assert.True(acknowledged.Count > 0);
        Assert.Equal((0, 0), (lost, torn));
    }

    [Fact]
    public async Task A_database_restarted_under_load_is_a_pause_and_nothing_more()
    {
        await using var folder = await DataFolder.WithClusterAsync();
        var parcels = await MarkedRegister.FillAsync(folder.Options);
        await using var program = BuiltProgram.Cli("serve", "--no-demo", "--data-dir", folder.Path);
        using var clients = await MarkingClients.SignInAsync(await program.SignInLinkAsync(), 0);
        using var stop = new CancellationTokenSource();
        var marking = clients.RunAsync(parcels, stop.Token);
        for (var round = 0; round < FaultRounds.Rounds; round++)
        {
            await UntilMoreAsync(clients);
            // A fast shutdown, as for an update of the database's package; the program starts it again.
            await SignalAsync("INT", folder.Postmaster!.Value);
            await UntilMoreAsync(clients);
        }

        await stop.CancelAsync();
        await marking;
        Assert.Equal(0, await program.StopAsync());

        var (lost, torn) = await MarkedRegister.CompareAsync(folder.Options, clients.Acknowledged);
        FaultRounds.Say($"database restarted under load: {FaultRounds.Rounds} times: {clients.Acknowledged.Count} marks acknowledged, {lost} lost, {torn} half done, "
            + string.Join(", ", clients.Refused.Select(pair => $"{pair.Value} × {pair.Key}")));
        Assert.Equal((0, 0), (lost, torn));
        Assert.DoesNotContain("Unhandled fault", program.Said, StringComparison.Ordinal);
    }

    /// <summary>Waits until the clients have marked again, after everything is back.</summary>
    private static async Task UntilMoreAsync(MarkingClients clients)
    {
        var before = clients.Acknowledged.Count;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (clients.Acknowledged.Count < before + (2 * MarkedRegister.Parcels))
        {
            await Task.Delay(20, patience.Token);
        }
    }

    private static async Task KillAsync(int postmaster)
    {
        using var sessions = Process.Start("pkill", ["-KILL", "-P", Number(postmaster)]);
        using var parent = Process.Start("kill", ["-KILL", Number(postmaster)]);
        await Task.WhenAll(sessions.WaitForExitAsync(), parent.WaitForExitAsync());
    }

    private static async Task SignalAsync(string signal, int process)
    {
        using var kill = Process.Start("kill", ["-" + signal, Number(process)]);
        await kill.WaitForExitAsync();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
