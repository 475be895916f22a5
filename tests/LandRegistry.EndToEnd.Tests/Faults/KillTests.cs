using System.Diagnostics;
using System.Globalization;
using LandRegistry.Server.Platform.PrivatePostgis;
using LandRegistry.Server.Store;
using LandRegistry.Testing;
using Npgsql;

namespace LandRegistry.EndToEnd.Tests.Faults;

/// <summary>Power cuts: the program and its database are killed at random moments while clients write.</summary>
public sealed class KillTests
{
    private const int Parcels = 6;

    [Fact]
    public async Task Whatever_is_killed_and_when_no_acknowledged_mark_is_lost_and_none_is_half_done()
    {
        await using var folder = await DataFolder.WithClusterAsync();
        var parcels = await FillAsync(folder);
        var (acknowledged, refused, servers, databases) = (new List<string>(), 0, 0, 0);
        var random = new Random(7);
        for (var round = 0; round < FaultRounds.Rounds; round++)
        {
            await using var program = BuiltProgram.Cli("serve", "--no-demo", "--data-dir", folder.Path);
            var clients = new MarkingClients(await program.SignInLinkAsync(), round);
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

        var (lost, torn) = await CompareAsync(folder, acknowledged);
        FaultRounds.Say($"kill -9: {FaultRounds.Rounds} rounds ({servers} × server, {databases} × database): {acknowledged.Count} marks acknowledged, {lost} lost, {torn} half done, {refused} refused or unanswered");
        Assert.True(acknowledged.Count > 0);
        Assert.Equal((0, 0), (lost, torn));
    }

    [Fact]
    public async Task A_database_restarted_under_load_is_a_pause_and_nothing_more()
    {
        await using var folder = await DataFolder.WithClusterAsync();
        var parcels = await FillAsync(folder);
        await using var program = BuiltProgram.Cli("serve", "--no-demo", "--data-dir", folder.Path);
        var clients = new MarkingClients(await program.SignInLinkAsync(), 0);
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

        var (lost, torn) = await CompareAsync(folder, [.. clients.Acknowledged]);
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
        while (clients.Acknowledged.Count < before + (2 * Parcels))
        {
            await Task.Delay(20, patience.Token);
        }
    }

    private static async Task<IReadOnlyList<long>> FillAsync(DataFolder folder)
    {
        await using var lease = await PrivatePostgisCluster.AcquireAsync(folder.Options with { Durable = true }, progress: null, CancellationToken.None);
        await using var register = await TestRegister.StartAsync(connectionString: lease.ConnectionString, dropsDatabase: false);
        var zone = await register.AddZoneAsync();
        var parcels = new List<long>();
        for (var i = 0; i < Parcels; i++)
        {
            parcels.Add(await register.AddParcelAsync(zone, i));
        }

        return parcels;
    }

    /// <summary>How many acknowledged marks the register does not have, and how many changes wrote one thing without the other.</summary>
    private static async Task<(int Lost, int Torn)> CompareAsync(DataFolder folder, IReadOnlyList<string> acknowledged)
    {
        await using var lease = await PrivatePostgisCluster.AcquireAsync(folder.Options with { Durable = true }, progress: null, CancellationToken.None);
        await using var source = RegistryDataSource.Create(lease.ConnectionString);
        await using var reasons = source.CreateCommand("select coalesce(array_agg(reason), '{}') from registry.change where command = 'MarkStatus'");
        var kept = (string[])(await reasons.ExecuteScalarAsync())!;
        await using var torn = source.CreateCommand(
            """
            select count(*)::int from registry.change c
            where c.command = 'MarkStatus'
              and ((select count(*) from registry.parcel_status_mark m where m.change_id = c.id) <> 1
                or (select count(*) from registry.parcel_history h where h.change_id = c.id) + (select count(*) from registry.parcel p where p.change_id = c.id) < 1)
            """);
        return (acknowledged.Except(kept).Count(), (int)(await torn.ExecuteScalarAsync())!);
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
