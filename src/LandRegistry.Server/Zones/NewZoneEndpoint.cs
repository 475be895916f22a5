using LandRegistry.Domain.Rights;
using LandRegistry.Domain.Zones;
using LandRegistry.Server.Platform.Accounts;
using LandRegistry.Server.Platform.OpenApi;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Platform.Rights;
using LandRegistry.Server.Store;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Zones;

/// <summary>A zone that is to be made.</summary>
/// <param name="Code">Short stable code, unique: letters, digits, hyphens.</param>
/// <param name="NameZh">Name in Chinese.</param>
/// <param name="NameEn">Name in English; the Chinese one where there is none.</param>
/// <param name="Kind">country, province, city, county, development_zone, park or area.</param>
/// <param name="ParentId">The zone that it lies in; null at the top, where only those may put zones who hold the whole register.</param>
/// <param name="CountyCode">County code of GB/T 2260; that of the zone above where it is absent.</param>
public sealed record NewZoneRequest(string? Code, string? NameZh, string? NameEn, string? Kind, long? ParentId, string? CountyCode);

/// <summary>A zone that was made.</summary>
public sealed record NewZoneShape(long Id, string Code);

/// <summary>Makes zones, of which a register has none when it is new.</summary>
internal static class NewZoneEndpoint
{
    private const int LongestCode = 40;

    public static void Map(IEndpointRouteBuilder zones) => zones.MapPost("/zones", Add).Needs(RegisterAction.Import).WithSummary("Makes a zone")
        .Accepts<NewZoneRequest>("application/json").Produces<NewZoneShape>(StatusCodes.Status201Created).Answers(400, 409);

    private static async Task<IResult> Add(NewZoneRequest request, HttpContext http, NpgsqlDataSource source, TimeProvider time, PeopleDirectory people, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var zone = Checked(request, faults);
        if (request.ParentId is { } parent && !await StandsAsync(parent, http.Scope(), source, cancellation))
        {
            faults.Add("parentId", "There is no such zone.", "没有该区域。");
        }

        if (faults.Faults.Count > 0)
        {
            return Problem.Malformed(faults.Faults);
        }

        if (request.ParentId is null && !http.Scope().IsWhole)
        {
            return Problem.Refused(ZoneRefusals.TopIsForAll());
        }

        if (await AddAsync(zone, new(http.User.Identity!.Name!, "AddZone", zone.NameZh, time.GetUtcNow()), source, cancellation) is not { } id)
        {
            return Problem.Refused(ZoneRefusals.CodeTaken(zone.Code!));
        }

        // Whoever holds the zone above holds this one too, at once.
        people.Forget();
        return TypedResults.Created((string?)null, new NewZoneShape(id, zone.Code!));
    }

    private static NewZoneRequest Checked(NewZoneRequest request, QueryReader faults)
    {
        var code = faults.RequiredText("code", request.Code, LongestCode);
        var nameZh = faults.RequiredText("nameZh", request.NameZh, 100);
        var nameEn = faults.OptionalText("nameEn", request.NameEn, 100) ?? nameZh;
        var county = faults.OptionalText("countyCode", request.CountyCode, 6);
        if (code.Any(sign => !char.IsAsciiLetterOrDigit(sign) && sign != '-'))
        {
            faults.Add("code", "Letters, digits and hyphens only.", "只能用字母、数字和连字符。");
        }

        if (!ZoneKinds.All.Contains(request.Kind))
        {
            faults.Add("kind", $"Required: one of {string.Join(", ", ZoneKinds.All)}.", $"必填，可选值：{string.Join("、", ZoneKinds.All)}。");
        }

        if (county is not null && (county.Length != 6 || county.Any(sign => !char.IsAsciiDigit(sign))))
        {
            faults.Add("countyCode", "Six digits.", "应为六位数字。");
        }

        return request with { Code = code, NameZh = nameZh, NameEn = nameEn, CountyCode = county };
    }

    /// <summary>Its id; null when another zone has the code.</summary>
    private static async Task<long?> AddAsync(NewZoneRequest zone, ChangeOrigin origin, NpgsqlDataSource source, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.BeginChangeAsync(origin, cancellation);
        await using var command = new NpgsqlCommand(EmbeddedSql.Read("Zones/add_zone.sql"), connection);
        command.Parameters.Add(new() { Value = (object?)zone.ParentId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint });
        foreach (var text in new[] { zone.Code, zone.NameZh, zone.NameEn, zone.Kind, zone.CountyCode })
        {
            command.Parameters.Add(new() { Value = (object?)text ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        }

        if (await command.ExecuteScalarAsync(cancellation) is not long id)
        {
            return null;
        }

        await transaction.CommitAsync(cancellation);
        return id;
    }

    private static async Task<bool> StandsAsync(long zone, ZoneScope scope, NpgsqlDataSource source, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand("select exists (select from registry.zone where id = $1)");
        command.Parameters.Add(new() { Value = zone, NpgsqlDbType = NpgsqlDbType.Bigint });
        return scope.Holds(zone) && (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }
}
