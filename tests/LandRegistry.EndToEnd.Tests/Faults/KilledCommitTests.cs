using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using LandRegistry.Server.Platform.PrivatePostgis;
using LandRegistry.Testing;
using Npgsql;

namespace LandRegistry.EndToEnd.Tests.Faults;

/// <summary>Imports get kill -9 at moments that are known: while each of the tables is written that check and commit write, one after another.</summary>
public sealed class KilledCommitTests
{
    private const int Rows = 60;

    /// <summary>Everything of the register that an import writes.</summary>
    private const string Content =
        """
        select concat_ws('/',
            (select md5(string_agg(p::text, ';' order by p.id)) from registry.parcel p), (select count(*) from registry.parcel_history),
            (select md5(string_agg(o::text, ';' order by o.id)) from registry.occupancy o), (select count(*) from registry.enterprise),
            (select md5(string_agg(c::text, ';' order by c.id)) from registry.contract c), (select count(*) from registry.clock_segment),
            (select count(*) from registry.change), (select sum(parcel_count) from registry.parcel_count_cell))
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private static readonly bool IsAtLength = FaultRounds.Rounds > 10;

    /// <summary>Tables in the order in which check and commit come to write them; a few of them in the short run.</summary>
    private static readonly string[] Moments = IsAtLength
        ? ["import_row", "import_effect", "change", "parcel", "parcel_history", "enterprise", "occupancy", "contract", "clock_segment", "parcel_count_cell"]
        : ["import_effect", "parcel", "clock_segment"];

    /// <summary>Steps of a server with the table that is written when it is killed, and where the import then waits.</summary>
    private static readonly (string Step, string Moment, string Waits)[] Steps = IsAtLength
        ? [("judge", "import_effect", "choosing"), ("commit", "parcel", "judged"), ("commit", "clock_segment", "judged")]
        : [("judge", "import_effect", "choosing"), ("commit", "clock_segment", "judged")];

    [Fact]
    public async Task An_import_at_the_console_that_is_killed_while_it_writes_any_table_leaves_the_register_as_it_was()
    {
        await using var folder = await DataFolder.WithClusterAsync();
        await using var lease = await PrivatePostgisCluster.AcquireAsync(folder.Options with { Durable = true }, progress: null, CancellationToken.None);
        await using var register = await TestRegister.StartAsync(connectionString: lease.ConnectionString, dropsDatabase: false);
        await register.AddZoneAsync("Z1");
        await RunAsync(folder, await WriteAsync(folder, "旧", 0));
        var before = await register.AskAsync<string>(Content);
        var file = await WriteAsync(folder, "新", Rows / 2);

        foreach (var moment in Moments)
        {
            await using var import = Import(folder, file);
            await KillAsync(register, moment, import, begin: () => Task.CompletedTask);

            Assert.True(before == await register.AskAsync<string>(Content), moment);
            // Nobody could go on with it, and nothing of it is left.
            var listed = (await JsonAsync(register.Client, "/api/imports")).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("phase").GetString());
            Assert.True(listed.All(phase => phase == "committed"), moment);
            Assert.Equal(0, await register.AskAsync<long>("select count(*) from registry.import_row r join registry.import i on i.id = r.import_id where i.phase <> 'committed'"));
        }

        await RunAsync(folder, file);
        Assert.Equal("90 30", await register.AskAsync<string>("select count(*) || ' ' || count(*) filter (where name like '旧%') from registry.parcel"));
        FaultRounds.Say($"kill -9 of an import at the console while it writes each of {Moments.Length} tables: the register as it was each time; then done");
    }

    [Fact]
    public async Task A_server_that_is_killed_while_it_checks_or_commits_starts_again_with_the_register_as_it_was_and_the_import_goes_on()
    {
        await using var folder = await DataFolder.WithClusterAsync();
        await using var lease = await PrivatePostgisCluster.AcquireAsync(folder.Options with { Durable = true }, progress: null, CancellationToken.None);
        await using var register = await TestRegister.StartAsync(connectionString: lease.ConnectionString, dropsDatabase: false);
        await register.AddZoneAsync("Z1");
        var before = await register.AskAsync<string>(Content);
        var file = await File.ReadAllBytesAsync(await WriteAsync(folder, "新", 0));
        var id = 0L;
        foreach (var (step, moment, waits) in Steps)
        {
            await using var program = BuiltProgram.Cli("serve", "--no-demo", "--data-dir", folder.Path);
            using var client = await SignInAsync(await program.SignInLinkAsync());
            id = id > 0 ? id : await SendAsync(client, file);
            if (step == "commit" && (await SettledAsync(client, id)).GetProperty("phase").GetString() == "choosing")
            {
                await BeginAsync(client, id, "judge");
            }

            Assert.Equal(step == "judge" ? "choosing" : "judged", (await SettledAsync(client, id)).GetProperty("phase").GetString());
            await KillAsync(register, moment, program, () => BeginAsync(client, id, step));

            Assert.True(before == await register.AskAsync<string>(Content), moment);
            var after = await JsonAsync(register.Client, $"/api/imports/{id}");
            Assert.Equal(waits, after.GetProperty("phase").GetString());
            Assert.Contains("ended in the middle", after.GetProperty("fault").GetProperty("en").GetString(), StringComparison.Ordinal);
        }

        await using var last = BuiltProgram.Cli("serve", "--no-demo", "--data-dir", folder.Path);
        using var again = await SignInAsync(await last.SignInLinkAsync());
        await BeginAsync(again, id, "commit");
        Assert.Equal("committed", (await SettledAsync(again, id)).GetProperty("phase").GetString());
        Assert.Equal(Rows, await register.AskAsync<long>("select count(*) from registry.parcel"));
        Assert.Equal(0, await last.StopAsync());
    }

    /// <summary>Stands in the way of a table, and kills the program once it waits there; returns when the database has let go of what it did.</summary>
    private static async Task KillAsync(TestRegister register, string table, BuiltProgram program, Func<Task> begin)
    {
        await using (var other = await register.Database.OpenConnectionAsync())
        await using (var obstacle = await other.BeginTransactionAsync())
        {
            await using var hold = new NpgsqlCommand($"lock table registry.{table} in exclusive mode", other);
            await hold.ExecuteNonQueryAsync();
            await begin();
            await UntilAsync(async () =>
            {
                Assert.False(program.HasEnded, $"It ended without writing {table}: {program.Said}");
                return await register.AskAsync<long>("select count(*) from pg_locks where not granted and relation = $1::regclass", $"registry.{table}") > 0;
            });
            await program.KillAsync();
        }

        await UntilAsync(async () => await register.AskAsync<long>(
            "select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and (state = 'active' or xact_start is not null)") == 0);
    }

    private static BuiltProgram Import(DataFolder folder, string file) => BuiltProgram.Cli("import", file, "--zone", "Z1", "--crs", "4490", "--source", "county", "--data-dir", folder.Path);

    private static async Task RunAsync(DataFolder folder, string file)
    {
        await using var import = Import(folder, file);
        Assert.True(await import.EndAsync() == 0, import.Said + string.Join('\n', import.Answers));
    }

    private static async Task<HttpClient> SignInAsync(Uri link)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new(link.GetLeftPart(UriPartial.Authority)) };
        using var answer = await client.GetAsync(link);
        client.DefaultRequestHeaders.Add("Cookie", answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        return client;
    }

    private static async Task<long> SendAsync(HttpClient client, byte[] file)
    {
        using var answer = await client.PostAsync(new Uri("/api/imports?fileName=a.csv", UriKind.Relative), new ByteArrayContent(file));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetInt64();
    }

    private static async Task BeginAsync(HttpClient client, long id, string step)
    {
        var choices = (await JsonAsync(client, $"/api/imports/{id}")).GetProperty("choices").EnumerateObject().ToDictionary(member => member.Name, member => (object?)member.Value);
        (choices["zone"], choices["source"], choices["crs"]) = ("Z1", "county", new { srid = 4490, isSwapped = false, eastingShift = 0 });
        using var answer = await client.PostAsJsonAsync(new Uri($"/api/imports/{id}/{step}", UriKind.Relative), step == "judge" ? (object)choices : new { reason = "" });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static Task<JsonElement> JsonAsync(HttpClient client, string path) => client.GetFromJsonAsync<JsonElement>(new Uri(path, UriKind.Relative));

    private static async Task<JsonElement> SettledAsync(HttpClient client, long id)
    {
        JsonElement import = default;
        await UntilAsync(async () =>
        {
            import = await JsonAsync(client, $"/api/imports/{id}");
            return import.GetProperty("phase").GetString() is not ("inspecting" or "judging" or "matching" or "committing");
        });
        return import;
    }

    /// <summary>Parcels with holders and contracts; those of another file that begins elsewhere are partly the same and called otherwise.</summary>
    private static async Task<string> WriteAsync(DataFolder folder, string name, int first)
    {
        var text = new StringBuilder("编号,名称,使用权人,面积（亩）,状态,签订日期,约定动工日期,wkt\r\n");
        for (var i = first; i < first + Rows; i++)
        {
            var west = 114 + (i * 0.002);
            text.Append(CultureInfo.InvariantCulture, $"K{i},{name}{i},{name}企业{i % 7},14.4,正常利用,2020-01-01,2021-01-01,\"POLYGON (({west:0.###} 30.5,{west + 0.001:0.###} 30.5,{west + 0.001:0.###} 30.501,{west:0.###} 30.501,{west:0.###} 30.5))\"\r\n");
        }

        var file = Path.Combine(folder.Path, $"{name}.csv");
        await File.WriteAllTextAsync(file, text.ToString());
        return file;
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await holds())
        {
            await Task.Delay(20, patience.Token);
        }
    }
}
