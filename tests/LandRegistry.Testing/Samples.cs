using System.Globalization;

namespace LandRegistry.Testing;

/// <summary>Puts small, plain rows into a test's register.</summary>
public static class Samples
{
    /// <summary>A county code that no county of GB/T 2260 has.</summary>
    public const string County = "990101";

    /// <summary>A zone; returns its id.</summary>
    public static async Task<long> AddZoneAsync(this TestRegister register, string code = "Z1", long? parent = null)
    {
        await register.WriteAsync(
            "insert into registry.zone (parent_id, code, name_zh, name_en, kind, county_code, county_is_invented, change_id) values ($1, $2, $3, $4, 'park', $5, true, 0)",
            parent, code, "示例园区" + code, "Sample park " + code, County);
        return await register.AskAsync<long>("select id from registry.zone where code = $1", code);
    }

    /// <summary>
    /// A square parcel of about 100 m at a place of the sample grid (0, 1, 2 … eastwards from 114.05 E, 30.5 N); returns its id.
    /// </summary>
    public static async Task<long> AddParcelAsync(
        this TestRegister register, long zone, int place = 0, string status = "in_use", string since = "2025-01-01", bool surveyed = true,
        string? name = null, string? use = "0601", decimal? stated = null, string source = "officer")
    {
        var west = 114.05 + (place * 0.0015);
        var code = string.Create(CultureInfo.InvariantCulture, $"{County}001001GB{place + 1:00000}");
        await register.WriteAsync(
            """
            insert into registry.parcel (code, name, zone_id, county_code, boundary, location, land_use_code, land_use_system, status, status_since,
                stated_area_square_metres, source, shape_mercator, updated_at, change_id)
            select $1, $2, $3, $4,
                   case when $5 then st_multi(st_makeenvelope($6, 30.5, $6 + 0.001, 30.501, 4490)) end,
                   st_setsrid(st_makepoint($6 + 0.0005, 30.5005), 4490),
                   $7, case when $7::text is not null then 'GB/T 21010-2017' end, $8, $9::date, $10::numeric, $11, null, now(), 0
            """,
            code, name, zone, County, surveyed, west, use, status, DateOnly.ParseExact(since, "yyyy-MM-dd", CultureInfo.InvariantCulture), stated, source);
        return await register.AskAsync<long>("select id from registry.parcel where code = $1", code);
    }

    /// <summary>An enterprise that holds a parcel; returns its id.</summary>
    public static async Task<long> AddHolderAsync(this TestRegister register, long parcel, string name, string? creditCode = null)
    {
        await register.WriteAsync("insert into registry.enterprise (credit_code, name, source, change_id) values ($1, $2, 'officer', 0)", creditCode, name);
        var id = await register.AskAsync<long>("select max(id) from registry.enterprise");
        await register.WriteAsync("insert into registry.occupancy (enterprise_id, parcel_id, role, change_id) values ($1, $2, 'holder', 0)", id, parcel);
        return id;
    }
}
