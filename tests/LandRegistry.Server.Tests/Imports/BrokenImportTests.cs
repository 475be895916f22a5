using System.Net.Http.Json;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Imports;

/// <summary>Imports whose work is broken off leave the register as it was.</summary>
public sealed class BrokenImportTests : ImportJourneyTest
{
    private const string Parcels = "select coalesce(md5(string_agg(p::text, ';' order by p.id)), '') from registry.parcel p";

    // Stands in the way of the writing: the commit waits for it in the middle, its parcels already inserted.
    private const string Obstacle = "lock table registry.clock_segment in exclusive mode";

    [Fact]
    public async Task A_program_that_is_killed_in_the_middle_of_the_commit_leaves_the_register_as_it_was_and_is_seen_to_have_died()
    {
        await Register.AddZoneAsync("Z1");
        await ImportAsync(Csv(("A1", "一号", "14.4", "闲置", 114.05)), "Z1");
        var before = await Register.AskAsync<string>(Parcels);
        var judged = await JudgeAsync(await SendAsync(Csv(("A1", "改名", "14.4", "闲置", 114.05), ("A2", "二号", "14.4", "闲置", 114.06))), "Z1");
        await using var other = await Register.Database.OpenConnectionAsync();
        await using (var obstacle = await other.BeginTransactionAsync())
        {
            await using var hold = new Npgsql.NpgsqlCommand(Obstacle, other);
            await hold.ExecuteNonQueryAsync();
            using var begun = await Client.PostAsJsonAsync(new Uri($"/api/imports/{judged.GetProperty("id").GetInt64()}/commit", UriKind.Relative), new { reason = "" });
            Assert.True(begun.IsSuccessStatusCode);
            while (await Register.AskAsync<long>("select count(*) from pg_locks where not granted and relation = 'registry.clock_segment'::regclass") == 0)
            {
                await Task.Delay(20);
            }

            // What the kernel does to the connections of a program that gets kill -9.
            await Register.AskAsync<long>("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and pid in (select pid from pg_locks where locktype = 'advisory' or relation = 'registry.import_effect'::regclass)");
        }

        var after = await SettledAsync(judged.GetProperty("id").GetInt64());
        Assert.Equal("judged", Phase(after));
        Assert.NotEqual(System.Text.Json.JsonValueKind.Null, after.GetProperty("fault").ValueKind);
        Assert.Equal(before, await Register.AskAsync<string>(Parcels));

        await Register.StopServerAsync();
        await Register.StartServerAsync();
        Assert.Equal("committed", Phase(await StepAsync(after, "commit", new { reason = "" })));
        Assert.Equal(2, await CountAsync());
    }
}
