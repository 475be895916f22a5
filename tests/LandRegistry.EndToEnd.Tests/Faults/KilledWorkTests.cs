using System.Diagnostics;
using System.Globalization;
using System.Text;
using LandRegistry.Server.Platform.PrivatePostgis;
using LandRegistry.Testing;

namespace LandRegistry.EndToEnd.Tests.Faults;

/// <summary>Imports and exports at the console get kill -9 at random moments of their work.</summary>
public sealed class KilledWorkTests
{
    private const int Rows = 600;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task An_import_or_export_that_is_killed_leaves_all_or_nothing_and_can_be_done_again()
    {
        await using var folder = await DataFolder.WithClusterAsync();
        await using var lease = await PrivatePostgisCluster.AcquireAsync(folder.Options with { Durable = true }, progress: null, CancellationToken.None);
        await using var register = await TestRegister.StartAsync(connectionString: lease.ConnectionString, dropsDatabase: false);
        await register.AddZoneAsync("Z1");
        var random = new Random(11);
        var (whole, nothing, unfinished, finished) = (0, 0, 0, 0);
        // As long as an import lasts here, so that the moments lie all over it, after its end too.
        var longest = 900;
        for (var round = 0; round < FaultRounds.Rounds; round++)
        {
            var before = await CountAsync(register);
            var file = await WriteAsync(folder, round);
            await KillImportAsync(register, folder, file, random.Next(0, longest));
            var kept = await CountAsync(register) - before;
            Assert.True(kept is 0 or Rows, $"{kept} of {Rows} rows");
            _ = kept == 0 ? nothing++ : whole++;

            var began = Stopwatch.GetTimestamp();
            await using (var again = Import(folder, file))
            {
                Assert.True(await again.EndAsync() == 0, again.Said + string.Join('\n', again.Answers));
            }

            longest = Math.Max(900, (int)Stopwatch.GetElapsedTime(began).TotalMilliseconds);

            Assert.Equal(before + Rows, await CountAsync(register));
            var target = Path.Combine(folder.Path, $"out-{round}.csv");
            await KillExportAsync(folder, target, random.Next(0, 40));
            _ = File.Exists(target) ? finished++ : unfinished++;
            // What stands under the name is the whole file, or it does not stand there.
            Assert.True(!File.Exists(target) || (await File.ReadAllLinesAsync(target)).Length == before + Rows + 1);
        }

        await using (var export = Export(folder, Path.Combine(folder.Path, "whole.csv")))
        {
            Assert.True(await export.EndAsync() == 0, export.Said + string.Join('\n', export.Answers));
        }

        Assert.Equal((FaultRounds.Rounds * Rows) + 1, (await File.ReadAllLinesAsync(Path.Combine(folder.Path, "whole.csv"))).Length);
        // What is kept beside the rows is that of whole imports too.
        Assert.Equal(FaultRounds.Rounds * Rows, await register.AskAsync<long>("select sum(parcel_count)::bigint from registry.parcel_count_cell"));
        FaultRounds.Say($"kill -9 of an import: {FaultRounds.Rounds} rounds: {nothing} left nothing, {whole} were whole; of an export: {unfinished} left no file, {finished} were whole; each done again");
    }

    /// <summary>Kills an import some time after its work began, and waits until the database has let go of it.</summary>
    private static async Task KillImportAsync(TestRegister register, DataFolder folder, string file, int milliseconds)
    {
        var imports = await register.AskAsync<long>("select coalesce(max(id), 0) from registry.import");
        await using var import = Import(folder, file);
        await UntilAsync(async () => import.HasEnded || await register.AskAsync<long>("select coalesce(max(id), 0) from registry.import") > imports);
        await Task.Delay(milliseconds);
        await import.KillAsync();
        await UntilAsync(async () => await register.AskAsync<long>(
            "select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and (state = 'active' or xact_start is not null)") == 0);
    }

    /// <summary>Kills an export while its file is being written.</summary>
    private static async Task KillExportAsync(DataFolder folder, string target, int milliseconds)
    {
        await using var export = Export(folder, target);
        await UntilAsync(() => Task.FromResult(export.HasEnded || File.Exists(target + ".part") || File.Exists(target)));
        await Task.Delay(milliseconds);
        await export.KillAsync();
    }

    private static BuiltProgram Import(DataFolder folder, string file) => BuiltProgram.Cli("import", file, "--zone", "Z1", "--crs", "4490", "--source", Path.GetFileName(file), "--data-dir", folder.Path);

    private static BuiltProgram Export(DataFolder folder, string target) => BuiltProgram.Cli("export", "parcels", "-o", target, "--data-dir", folder.Path);

    private static async Task<string> WriteAsync(DataFolder folder, int round)
    {
        var text = new StringBuilder("编号,名称,面积（亩）,状态,wkt\r\n");
        for (var i = 0; i < Rows; i++)
        {
            var (west, south) = (113.5 + (i % 50 * 0.002), 30.5 + (round * 0.08) + (i / 50 * 0.002));
            text.Append(CultureInfo.InvariantCulture, $"R{round}-{i},第 {i} 号,14.4,正常利用,\"POLYGON (({west:0.###} {south:0.###},{west + 0.001:0.###} {south:0.###},{west + 0.001:0.###} {south + 0.001:0.###},{west:0.###} {south + 0.001:0.###},{west:0.###} {south:0.###}))\"\r\n");
        }

        var file = Path.Combine(folder.Path, $"round-{round}.csv");
        await File.WriteAllTextAsync(file, text.ToString());
        return file;
    }

    private static Task<long> CountAsync(TestRegister register) => register.AskAsync<long>("select count(*) from registry.parcel");

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await holds())
        {
            await Task.Delay(20, patience.Token);
        }
    }
}
