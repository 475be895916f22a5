using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Rights;

public sealed class AuditTests(SharedRegister shared) : SharedRegisterTest(shared)
{
    [Fact]
    public async Task Sign_in_reads_of_sensitive_fields_changes_exports_and_prints_stand_in_the_trail_with_their_origin()
    {
        var parcel = await Register.AddParcelAsync(await Register.AddZoneAsync());
        await Register.WriteAsync("insert into registry.money_line (parcel_id, kind, on_day, amount_yuan, change_id) values ($1, 'payment', '2026-02-01', 12345, 0)", parcel);
        using var officer = await Register.NewPersonAsync("qian", ("officer", null));
        await officer.GetJsonAsync($"/api/parcels/{parcel}/facts");
        using var hold = await officer.PostAsync($"/api/parcels/{parcel}/hold", new { reason = "核实" }, $"\"p{parcel}-v1\"");
        using var export = await officer.GetAsync(new Uri("/api/retender/export", UriKind.Relative));
        using var print = await officer.PostAsJsonAsync("/api/audit/prints", new { what = "宗地卡片", parcelId = parcel });
        using var forbidden = await officer.GetAsync(new Uri("/api/audit", UriKind.Relative));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.NoContent), (hold.StatusCode, export.StatusCode, print.StatusCode));
        await forbidden.AssertProblemAsync(HttpStatusCode.Forbidden, "not-allowed");
        await Client.GetJsonAsync("/api/audit/verify");
        var lines = (await Client.GetJsonAsync($"/api/audit?person={Uri.EscapeDataString("人员qian")}")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["change", "export", "print", "read", "sign_in"], lines.Select(line => line.GetProperty("action").GetString()).Order(StringComparer.Ordinal));
        Assert.All(lines, line => Assert.Equal("127.0.0.1", line.GetProperty("address").GetString()));
        Assert.Contains("read_money", lines.Single(line => line.GetProperty("action").GetString() == "read").GetProperty("details").GetString(), StringComparison.Ordinal);
        var ofParcel = (await Client.GetJsonAsync($"/api/audit?parcel={parcel}&person={Uri.EscapeDataString("人员qian")}")).GetProperty("items");
        Assert.Equal(["change", "print", "read"], ofParcel.EnumerateArray().Select(line => line.GetProperty("action").GetString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_chain_is_whole_until_lines_are_altered_or_removed_by_hand_and_says_every_place_where()
    {
        for (var i = 0; i < 5; i++)
        {
            await Register.WriteAsync("select 1");
        }

        var whole = await VerdictAsync();
        await BreakAsync("update registry.audit_line set person = person || 'x' where link = 3");
        var altered = await VerdictAsync();
        await BreakAsync("update registry.audit_line set person = left(person, -1) where link = 3");
        var mended = await VerdictAsync();
        var after = await Register.AskAsync<long>("select id from registry.audit_line where link = 5");
        await BreakAsync("delete from registry.audit_line where link in (3, 4)");
        var removed = await VerdictAsync();
        await BreakAsync("update registry.audit_line set hash = sha256('x') where link = 1");
        var both = await VerdictAsync();

        Assert.True(whole.GetProperty("isWhole").GetBoolean());
        Assert.Equal(64, whole.GetProperty("head").GetString()!.Length);
        Assert.Equal([("altered", 3, 0)], Breaks(altered));
        Assert.True(mended.GetProperty("isWhole").GetBoolean());
        Assert.Equal([("missing", 3, 2)], Breaks(removed));
        Assert.Equal(after, removed.GetProperty("breaks")[0].GetProperty("lineId").GetInt64());
        // The second line fits what the first ought to have: it is not blamed for the first one's overwritten hash.
        Assert.Equal([("altered", 1, 0), ("missing", 3, 2)], Breaks(both));
    }

    [Theory]
    [InlineData("update registry.audit_line set person = 'x'"), InlineData("delete from registry.audit_line"), InlineData("truncate registry.audit_line")]
    public async Task The_database_itself_lets_nobody_alter_the_trail(string sql)
    {
        await VerdictAsync();

        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => Register.WriteAsync(sql));
    }

    [Fact]
    public async Task The_trail_is_exported_and_no_cell_of_it_is_run_by_a_spreadsheet()
    {
        using var stranger = Register.NewClient();
        using var attempt = await stranger.TrySignInAsync("=HYPERLINK(\"http://evil.example\")", "x");
        var csv = await Client.GetStringAsync(new Uri("/api/audit/export", UriKind.Relative));

        Assert.Contains("'=HYPERLINK", csv, StringComparison.Ordinal);
        Assert.Contains("sign_in_failed", csv, StringComparison.Ordinal);
    }

    private static List<(string? Fault, int Link, int Missing)> Breaks(JsonElement verdict) =>
        [.. verdict.GetProperty("breaks").EnumerateArray().Select(at => (at.GetProperty("fault").GetString(), at.GetProperty("link").GetInt32(), at.GetProperty("missing").GetInt32()))];

    private Task<JsonElement> VerdictAsync() => Client.GetJsonAsync("/api/audit/verify");

    /// <summary>As somebody who owns the database would: past the triggers.</summary>
    private async Task BreakAsync(string sql)
    {
        await using var connection = await Register.Database.OpenConnectionAsync();
        await using var command = new Npgsql.NpgsqlCommand($"alter table registry.audit_line disable trigger user; {sql}; alter table registry.audit_line enable trigger user", connection);
        await command.ExecuteNonQueryAsync();
    }
}
