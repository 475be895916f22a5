using System.Net.Http.Json;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Rights;

/// <summary>What a zone of the sample holds: one record at least of every kind, each with the zone's mark in its words.</summary>
internal sealed record ZoneContent(long Zone, long Parcel, long OtherParcel, long Enterprise, long Case, long Tender, long Strategy, long Document, long Fact, long Assembly, long Change)
{
    /// <summary>The id that a route of a kind of record is asked for.</summary>
    public long IdOf(string record) => record switch
    {
        "parcel" => Parcel,
        "enterprise" => Enterprise,
        "case" => Case,
        "tender" => Tender,
        "strategy" => Strategy,
        "document" => Document,
        "fact" => Fact,
        "assembly" => Assembly,
        "change" => Change,
        _ => throw new ArgumentOutOfRangeException(nameof(record), record, "a kind of record that the sample does not have"),
    };
}

/// <summary>A register of two counties side by side; whoever may see the one must learn nothing of the other.</summary>
public sealed class TwoZones : IAsyncLifetime
{
    /// <summary>Stands in every word of the first zone's records.</summary>
    public const string MarkOfA = "甲甲";

    /// <summary>Stands in every word of the second zone's records.</summary>
    public const string MarkOfB = "乙乙";

    public TestRegister Register { get; private set; } = null!;

    internal ZoneContent A { get; private set; } = null!;

    internal ZoneContent B { get; private set; } = null!;

    public long County { get; private set; }

    public async Task InitializeAsync()
    {
        Register = await TestRegister.StartAsync();
        County = await Register.AddZoneAsync("C");
        A = await FillAsync(MarkOfA, 0);
        B = await FillAsync(MarkOfB, 2);
    }

    public async Task DisposeAsync() => await Register.DisposeAsync();

    private async Task<ZoneContent> FillAsync(string mark, int place)
    {
        var parent = await Register.AddZoneAsync(mark, County);
        await Register.WriteAsync("update registry.zone set name_zh = $2, name_en = $2 where id = $1", parent, mark);
        // The parcels lie one level below the zone that rights are given for.
        var zone = await Register.AddZoneAsync(mark + "-1", parent);
        await Register.WriteAsync("update registry.zone set name_zh = $2, name_en = $2 where id = $1", zone, mark + "片区");
        var parcel = await Register.AddParcelAsync(zone, place, "idle", name: mark + "一号");
        var other = await Register.AddParcelAsync(zone, place + 1, "reserved", name: mark + "二号");
        await Register.WriteAsync("update registry.parcel set officer = $2, address = $2 where id = any ($1)", new[] { parcel, other }, mark + "责任人");
        var enterprise = await Register.AddHolderAsync(parcel, mark + "企业");
        await Register.WriteAsync("update registry.enterprise set operating_state = 'stopped', scale = 'above' where id = $1", enterprise);
        await Register.WriteAsync(
            "insert into registry.document (parcel_id, kind, title, change_id) values ($1, 'other', $2, 0)", parcel, mark + "文件");
        var document = await Register.AskAsync<long>("select max(id) from registry.document");
        await Register.WriteAsync("insert into registry.land_fact (parcel_id, kind, on_day, note, change_id) values ($1, 'publication', '2026-01-05', $2, 0)", parcel, mark);
        var fact = await Register.AskAsync<long>("select max(id) from registry.land_fact");
        await Register.WriteAsync("insert into registry.money_line (parcel_id, kind, on_day, amount_yuan, party, change_id) values ($1, 'payment', '2026-02-01', 12345, $2, 0)", parcel, mark);
        var opened = await PostAsync($"/api/parcels/{other}/cases", new { stage = "watched", officer = mark + "承办", number = mark + "案", reason = mark });
        var tender = await PostAsync($"/api/parcels/{other}/tenders", new { method = "listing", number = mark + "号", note = mark, reason = mark });
        var strategy = await PostAsync($"/api/enterprises/{enterprise}/strategies", new
        {
            type = "upgrade_in_place", leader = mark + "领导", officer = mark + "干部", planDocument = mark + "方案", endOn = "2026-12-31", steps = new[] { new { name = mark + "步骤", days = 30 } },
        });
        var assembly = await PostAsync("/api/assemblies", new { name = mark + "并地", parcels = new[] { parcel, other } });
        await PostAsync("/api/views", new { name = mark + "视图", address = $"?zone={zone}", isShared = true });
        var change = await Register.AskAsync<long>("select change_id from registry.parcel where id = $1", parcel);
        return new(parent, parcel, other, enterprise, opened, tender, strategy, document, fact, assembly, change);
    }

    private async Task<long> PostAsync(string path, object body)
    {
        using var answer = await Register.Client.PostAsJsonAsync(path, body);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return (await answer.JsonAsync()).GetProperty("id").GetInt64();
    }
}
