namespace LandRegistry.Benchmarks;

/// <summary>One list as the URL asks for it and as the yardstick does.</summary>
/// <param name="Name">For the report.</param>
/// <param name="Query">Query string without the question mark.</param>
/// <param name="Filter">Arguments of <c>registry.parcels_matching</c>, as SQL.</param>
/// <param name="Sort">Value of the parameter sort.</param>
internal sealed record ListCase(string Name, string Query, string Filter, string Sort)
{
    private const string Null = "null";

    public string Url => FormattableString.Invariant($"/api/parcels?{Query}{(Query.Length > 0 ? "&" : "")}sort={Sort}&limit=50");

    /// <summary>The order as SQL.</summary>
    public string Order
    {
        get
        {
            var column = Sort.TrimStart('-') switch { "code" => "sort_code", "area" => "sort_area", "updated" => "updated_at", _ => "status_rank" };
            var way = Sort.StartsWith('-') ? " desc" : "";
            return $"p.{column}{way}, p.id{way}";
        }
    }

    /// <summary>The same list the other way round.</summary>
    public ListCase Reversed() => this with { Sort = Sort.StartsWith('-') ? Sort[1..] : $"-{Sort}" };

    /// <summary>Each filter alone and in company, with every order; zone, use and word are of the register.</summary>
    public static async Task<IReadOnlyList<ListCase>> AllAsync(BenchmarkRegister register)
    {
        var zone = await register.ReadAsync<long>(
            "select zone_id from (select zone_id, sum(parcel_count) as n from registry.parcel_count_cell group by 1) z order by n desc limit 1");
        var county = await register.ReadAsync<long>("select id from registry.zone where code = 'DEMO'");
        var use = await register.ReadAsync<string>(
            "select land_use_code from (select land_use_code from registry.parcel where land_use_code is not null limit 10000) u group by 1 order by count(*) desc limit 1");
        var firm = await register.ReadAsync<string>("select left(name, 4) from registry.enterprise order by id limit 1");
        var code = await register.ReadAsync<string>("select substr(code, 10, 8) from registry.parcel where code is not null order by id desc limit 1");
        return
        [
            new("all", "", Arguments(), "code"),
            new("status", "status=idle", Arguments(status: "array['idle']"), "code"),
            new("two statuses, largest first", "status=idle&status=suspected", Arguments(status: "array['idle','suspected']"), "-area"),
            new("zone", $"zone={zone}", Arguments(zone: $"array[{zone}]::bigint[]"), "code"),
            new("county, smallest first", $"zone={county}", Arguments(zone: $"array[{county}]::bigint[]"), "area"),
            new("use", $"use={use}", Arguments(use: $"array['{use}']"), "code"),
            new("area range", "minArea=5000&maxArea=6000", Arguments(least: "5000", most: "6000"), "area"),
            new("area range, last changed first", "minArea=5000&maxArea=6000", Arguments(least: "5000", most: "6000"), "-updated"),
            new("on hold", "onHold=true", Arguments(held: "true"), "code"),
            new("not on hold, by status", "onHold=false", Arguments(held: "false"), "status"),
            new("words: start of a firm's name", $"q={Uri.EscapeDataString(firm)}", Arguments(words: $"array['%{firm}%']"), "code"),
            new("words: part of a code", $"q={code}", Arguments(words: $"array['%{code.ToLowerInvariant()}%']"), "code"),
            new("status, zone, not on hold", $"status=idle&zone={zone}&onHold=false", Arguments(status: "array['idle']", zone: $"array[{zone}]::bigint[]", held: "false"), "-area"),
            new("status, use, least area", $"status=disposing&use={use}&minArea=5000", Arguments(status: "array['disposing']", use: $"array['{use}']", least: "5000"), "area"),
        ];
    }

    private static string Arguments(
        string status = Null, string zone = Null, string use = Null, string least = Null, string most = Null, string held = Null, string words = Null) =>
        $"{status}, {zone}, {use}, {least}, {most}, {held}, {words}, null";
}
