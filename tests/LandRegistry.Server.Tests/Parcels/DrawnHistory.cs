using System.Globalization;
using LandRegistry.Domain.Parcels;
using LandRegistry.Testing;
using NetTopologySuite.Geometries;

namespace LandRegistry.Server.Tests.Parcels;

/// <summary>Histories and filters drawn from a seed: parcels that move, are renamed, resurveyed, held, moved to another zone, ended.</summary>
internal sealed class DrawnHistory(TestRegister register, int seed)
{
    public const int Parcels = 9;

    private static readonly string[] Uses = ["0601", "0604", "0501"];

    private readonly Random _random = new(seed);

    public static readonly DateOnly First = new(2024, 1, 1);

    public List<long> Zones { get; } = [];

    public List<long> Ids { get; } = [];

    public DateOnly Today => register.Clock.Today;

    /// <summary>Some of the register's days, the first and today among them.</summary>
    public DateOnly[] Days() => [First.AddDays(-1), First, .. Enumerable.Range(0, 5).Select(_ => Day(First, Today)), Today.AddDays(-1), Today];

    public async Task WriteAsync()
    {
        var county = await register.AddZoneAsync("C");
        Zones.AddRange([county, await register.AddZoneAsync("P", county), await register.AddZoneAsync("D")]);
        var since = new Dictionary<long, DateOnly>();
        for (var place = 0; place < Parcels; place++)
        {
            var first = Day(First, Today);
            var id = await register.AddParcelAsync(
                One(Zones), place, One(ParcelStatuses.Codes), Iso(first), surveyed: _random.Next(3) > 0, name: $"地块{place}",
                use: _random.Next(4) > 0 ? One(Uses) : null, stated: _random.Next(2) > 0 ? _random.Next(1, 20_000) : null);
            Ids.Add(id);
            since[id] = first;
        }

        // Recorded in the days before today, in the order of recording.
        for (var step = 30; step >= 0; step--)
        {
            var at = register.Clock.GetUtcNow().AddHours(-7 * step);
            var id = One(Ids);
            var day = Day(since[id], Today);
            switch (_random.Next(8))
            {
                case < 3:
                    await register.WriteAtAsync(at, "update registry.parcel set status = $2, status_since = $3, idle_kind = $4, idle_cause = $5 where id = $1", id, One(ParcelStatuses.Codes), day, One(["A", "B"]), One(["holder", "government"]));
                    since[id] = day;
                    break;
                case 3:
                    await register.WriteAtAsync(at, "update registry.parcel set name = $2, land_use_code = $3, land_use_system = 'x' where id = $1", id, $"改名{step}", One(Uses));
                    break;
                case 4:
                    await register.WriteAtAsync(at, "update registry.parcel set hold_reason = case when hold_reason is null then '暂缓' end, officer = nullif($2, '') where id = $1", id, One(["李工", "王工", ""]));
                    break;
                case 5:
                    await register.WriteAtAsync(at, "update registry.parcel set zone_id = $2 where id = $1", id, One(Zones));
                    break;
                case 6:
                    await register.WriteAtAsync(
                        at, "update registry.parcel set boundary = st_translate(st_multi(st_makeenvelope(114.05, 30.5, 114.051, 30.501, 4490)), $2, 0), location = null where id = $1",
                        id, _random.Next(40) * 0.001);
                    break;
                default:
                    await register.WriteAtAsync(at, "update registry.parcel set ended_on = $2 where id = $1 and $3", id, day, _random.Next(3) == 0);
                    break;
            }
        }
    }

    /// <summary>A filter of no, one or several criteria.</summary>
    public ParcelFilter Filter() => new()
    {
        Statuses = Maybe(() => Enumerable.Range(0, 4).Select(_ => ParcelStatuses.Parse(One(ParcelStatuses.Codes))).ToArray()),
        Zones = Maybe(() => new[] { One(Zones) }),
        LandUseCodes = Maybe(() => new[] { One(Uses) }),
        MinAreaSquareMetres = _random.Next(4) == 0 ? _random.Next(12_000) : null,
        MaxAreaSquareMetres = _random.Next(4) == 0 ? _random.Next(20_000) : null,
        OnHold = _random.Next(4) == 0 ? _random.Next(2) == 0 : null,
        Officers = Maybe(() => new[] { One(["李工", "王工", ""]) }),
        IdleCauses = Maybe(() => new[] { One(["holder", ""]) }),
        Words = Maybe(() => One(["地块", "改名", "gb0000"])),
        Box = Maybe(() => new LandRegistry.Server.Platform.Queries.MapBox(114.0505, 30.4, 114.05 + (_random.Next(2, 20) * 0.001), 30.6).ToMercator()),
    };

    /// <summary>A filter as a query string; the box is left out, which a reader has in another CRS.</summary>
    public static string Query(ParcelFilter filter) => string.Join('&', new[]
    {
        filter.Statuses is { } statuses ? string.Join('&', statuses.Select(status => $"status={status.Code()}")) : null,
        filter.Zones is { } zones ? $"zone={zones[0]}" : null,
        filter.LandUseCodes is { } uses ? $"use={uses[0]}" : null,
        filter.MinAreaSquareMetres is { } least ? $"minArea={least}" : null,
        filter.MaxAreaSquareMetres is { } most ? $"maxArea={most}" : null,
        filter.OnHold is { } held ? $"onHold={(held ? "true" : "false")}" : null,
        filter.Officers is { } officers ? $"officer={(officers[0] == "" ? "-" : officers[0])}" : null,
        filter.IdleCauses is { } causes ? $"cause={(causes[0] == "" ? "-" : causes[0])}" : null,
        filter.Words is { } words ? $"q={words}" : null,
    }.OfType<string>());

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private T? Maybe<T>(Func<T> draw)
        where T : class => _random.Next(4) == 0 ? draw() : null;

    private T One<T>(IReadOnlyList<T> of) => of[_random.Next(of.Count)];

    private DateOnly Day(DateOnly from, DateOnly to) => from.AddDays(_random.Next(to.DayNumber - from.DayNumber + 1));
}
