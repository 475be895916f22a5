using System.Net;
using LandRegistry.Server.Backups;
using LandRegistry.Server.Launch;
using LandRegistry.Testing;
using Npgsql;

namespace LandRegistry.Server.Tests.Backups;

/// <summary>A register with a parcel, and a shelf for its backups.</summary>
public sealed class BackupRegister : IAsyncLifetime
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("landregistry-backups-").FullName;

    public TestRegister Register { get; private set; } = null!;

    public long Zone { get; private set; }

    public async Task InitializeAsync()
    {
        Register = await TestRegister.StartAsync(backupFolder: Folder);
        Zone = await Register.AddZoneAsync();
        await Register.AddParcelAsync(Zone);
    }

    public async Task DisposeAsync()
    {
        await Register.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}

public sealed class BackupTests(BackupRegister shared) : IClassFixture<BackupRegister>
{
    private readonly string _folder = shared.Folder;

    private TestRegister Register => shared.Register;

    [Fact]
    public async Task A_backup_made_while_others_write_is_restored_row_by_row_as_it_was_at_one_moment()
    {
        using var stop = new CancellationTokenSource();
        var writing = WriteAsync(shared.Zone, stop.Token);

        var folder = await MakeAsync();
        await stop.CancelAsync();
        var written = await writing;
        var check = await RegisterRestore.VerifyAsync(Register.ConnectionString, folder, Register.Clock, progress: null, CancellationToken.None);

        Assert.True(written > 1);
        Assert.Empty(check.Faults);
        var manifest = (await RegisterRestore.LookAsync(folder, CancellationToken.None)).Manifest;
        Assert.True(manifest.Tables.Single(table => table.Table == "parcel").Rows >= 1);
        Assert.Equal(0, await Register.AskAsync<long>("select count(*) from pg_database where datname like 'landregistry!_check!_%' escape '!'"));
    }

    [Fact]
    public async Task A_restored_register_is_written_on_with_all_its_rules()
    {
        var look = await RegisterRestore.LookAsync(await MakeAsync(), CancellationToken.None);
        var name = $"restored_{Guid.NewGuid():n}";
        var restored = new NpgsqlConnectionStringBuilder(Register.ConnectionString) { Database = name }.ConnectionString;

        await RegisterRestore.IntoNewAsync(Register.ConnectionString, look, name, progress: null, CancellationToken.None);

        await using (var second = await TestRegister.StartAsync(connectionString: restored))
        {
            var parcel = await second.AskAsync<long>("select min(id) from registry.parcel");
            using var mark = await second.Client.PostAsync($"/api/parcels/{parcel}/status", new { to = "suspected", reason = "x" }, $"\"p{parcel}-v1\"");
            var unruly = await Assert.ThrowsAsync<PostgresException>(() => second.AskAsync<long>("delete from registry.parcel returning id"));

            Assert.Equal(HttpStatusCode.OK, mark.StatusCode);
            Assert.Contains("nothing is deleted", unruly.MessageText, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task No_database_is_written_over_and_one_in_use_is_not_replaced()
    {
        var look = await RegisterRestore.LookAsync(await MakeAsync(), CancellationToken.None);
        var present = new NpgsqlConnectionStringBuilder(Register.ConnectionString).Database!;
        var beside = $"restored_{Guid.NewGuid():n}";

        var over = await Assert.ThrowsAsync<BackupException>(() => RegisterRestore.IntoNewAsync(Register.ConnectionString, look, present, null, CancellationToken.None));
        await RegisterRestore.IntoNewAsync(Register.ConnectionString, look, beside, null, CancellationToken.None);
        var used = await Assert.ThrowsAsync<BackupException>(() => RegisterRestore.PutInPlaceAsync(Register.ConnectionString, beside, present, Register.Clock, CancellationToken.None));

        Assert.Contains("--replace", over.Message, StringComparison.Ordinal);
        Assert.Contains("connections use the database", used.Message, StringComparison.Ordinal);
        await TestCluster.DropAsync(new NpgsqlConnectionStringBuilder(Register.ConnectionString) { Database = beside }.ConnectionString);
    }

    [Fact]
    public async Task A_damaged_backup_is_seen_by_a_look()
    {
        var folder = await MakeAsync();
        await using (var dump = new FileStream(Path.Combine(folder, "register.dump"), FileMode.Open))
        {
            dump.Position = dump.Length / 2;
            var old = dump.ReadByte();
            dump.Position--;
            dump.WriteByte((byte)~old);
        }

        var check = await RegisterRestore.VerifyAsync(Register.ConnectionString, folder, Register.Clock, progress: null, CancellationToken.None);

        Assert.Contains("SHA-256", Assert.Single(check.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_differs_is_found()
    {
        var folder = await MakeAsync();
        var manifest = Path.Combine(folder, BackupManifest.FileName);
        var zone = (await RegisterRestore.LookAsync(folder, CancellationToken.None)).Manifest.Tables.Single(table => table.Table == "zone");
        await File.WriteAllTextAsync(manifest, (await File.ReadAllTextAsync(manifest)).Replace(zone.Digest, "1", StringComparison.Ordinal));

        var check = await RegisterRestore.VerifyAsync(Register.ConnectionString, folder, Register.Clock, progress: null, CancellationToken.None);

        Assert.StartsWith("zone: 1 → 1", Assert.Single(check.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Over_http_a_backup_is_made_listed_and_checked()
    {
        Register.Clock.Advance(TimeSpan.FromSeconds(1));
        using var made = await Register.Client.PostAsync(new Uri("/api/backups", UriKind.Relative), null);
        var name = (await made.JsonAsync()).GetProperty("items")[0].GetProperty("name").GetString();
        using var check = await Register.Client.PostAsync(new Uri($"/api/backups/{name}/check", UriKind.Relative), null);
        using var unknown = await Register.Client.PostAsync(new Uri("/api/backups/..%2Fx/check", UriKind.Relative), null);

        var item = (await Register.Client.GetJsonAsync("/api/backups")).GetProperty("items")[0];
        Assert.Equal(0, item.GetProperty("checkFaults").GetArrayLength());
        Assert.Equal("asked", item.GetProperty("occasion").GetString());
        await unknown.AssertProblemAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task What_need_not_be_kept_goes_and_the_newest_and_the_newest_checked_stay()
    {
        var shelf = Directory.CreateTempSubdirectory("landregistry-shelf-").FullName;
        try
        {
            var made = await File.ReadAllTextAsync(Path.Combine(await MakeAsync(), BackupManifest.FileName));
            var madeAt = System.Text.Json.Nodes.JsonNode.Parse(made)!["madeAt"]!.ToString();
            foreach (var day in new[] { "01", "11", "21", "31" })
            {
                var backup = Directory.CreateDirectory(Path.Combine(shelf, "landregistry-202605" + day)).FullName;
                await File.WriteAllTextAsync(Path.Combine(backup, BackupManifest.FileName), made.Replace(madeAt, $"2026-05-{day}T04:00:00+00:00", StringComparison.Ordinal));
            }

            await File.WriteAllTextAsync(Path.Combine(shelf, "landregistry-20260511", BackupCheck.FileName), """{"at": "2026-05-12T00:00:00+00:00", "seconds": 1, "faults": []}""");
            var gone = await new BackupShelf(shelf).TidyAsync(new(2026, 6, 10, 0, 0, 0, TimeSpan.Zero), days: 12, months: 0, CancellationToken.None);

            Assert.Equal(["landregistry-20260521", "landregistry-20260501"], gone);
        }
        finally
        {
            Directory.Delete(shelf, recursive: true);
        }
    }

    [Fact]
    public async Task A_register_that_a_newer_program_has_used_is_refused_with_advice()
    {
        await using var newer = await TestRegister.StartAsync();
        await using (var command = newer.Database.CreateCommand("insert into registry.schema_migration values ('9999_future', '10.0.0')"))
        {
            await command.ExecuteNonQueryAsync();
        }

        await using var database = await OpenDatabase.OpenAsync(_folder, newer.ConnectionString, progress: null, CancellationToken.None);
        var refused = await Assert.ThrowsAsync<LaunchException>(
            () => RegisterUpgrade.RunAsync(database, new() { DataFolder = _folder, Database = newer.ConnectionString }, progress: null, CancellationToken.None));

        Assert.Contains("9999_future", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Upgrade the program", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upgrade_makes_a_backup_first()
    {
        await using var older = await TestRegister.StartAsync();
        var folder = Path.Combine(older.DataFolder, "backups");
        await using (var command = older.Database.CreateCommand("delete from registry.schema_migration where \"MigrationId\" = '0060_shared_keys'; drop table registry.data_protection_key"))
        {
            await command.ExecuteNonQueryAsync();
        }

        await using var database = await OpenDatabase.OpenAsync(older.DataFolder, older.ConnectionString, progress: null, CancellationToken.None);
        var run = await RegisterUpgrade.RunAsync(
            database, new() { DataFolder = older.DataFolder, Database = older.ConnectionString, Settings = new() { BackupFolder = folder } }, progress: null, CancellationToken.None);

        Assert.Equal(["0060_shared_keys"], run);
        var backup = Assert.Single(await new BackupShelf(folder).ListAsync(CancellationToken.None));
        Assert.Equal("upgrade", backup.Manifest.Occasion);
        Assert.DoesNotContain("0060_shared_keys", backup.Manifest.Schema);
    }

    private Task<string> MakeAsync()
    {
        // A backup is named by the second of its making.
        Register.Clock.Advance(TimeSpan.FromSeconds(1));
        return RegisterBackup.MakeAsync(Register.ConnectionString, Register.DataFolder, _folder, "asked", Register.Clock, progress: null, CancellationToken.None);
    }

    private async Task<int> WriteAsync(long zone, CancellationToken stop)
    {
        var written = 0;
        while (!stop.IsCancellationRequested)
        {
            await Register.AddParcelAsync(zone, ++written + 10);
        }

        return written;
    }
}
