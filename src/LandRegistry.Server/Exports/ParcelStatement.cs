using System.Globalization;
using System.Runtime.CompilerServices;
using LandRegistry.Domain.Parcels;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Platform.Gis;
using LandRegistry.Server.Store;
using NetTopologySuite;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Implementation;
using NetTopologySuite.IO;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Exports;

/// <summary>A parcel on its way into a file.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Cells">The values of the columns asked for, in their order.</param>
/// <param name="Shape">Boundary, or point until it is surveyed; easting or longitude first.</param>
/// <param name="Crs">What the shape's coordinates are in.</param>
internal sealed record ExportedParcel(long Id, object?[] Cells, Geometry Shape, ExchangeCrs Crs)
{
    public bool IsSurveyed => Shape is not Point;
}

/// <summary>The one statement that an export reads.</summary>
internal static class ParcelStatement
{
    private const string Known = "coalesce(p.boundary::geometry, p.location)";
    private const string OwnZone = "coalesce(registry.gauss_kruger_srid(st_x(p.location)), 4490)";
    private const string OwnZonePrefixed = "coalesce(registry.gauss_kruger_srid(st_x(p.location)) - 21, 4490)";

    private static readonly Dictionary<string, string> Orders = new(StringComparer.Ordinal)
    {
        ["code"] = "p.sort_code, p.id", ["-code"] = "p.sort_code desc, p.id desc", ["area"] = "p.sort_area, p.id", ["-area"] = "p.sort_area desc, p.id desc",
        ["updated"] = "p.updated_at, p.id", ["-updated"] = "p.updated_at desc, p.id desc", ["status"] = "p.status_rank, p.id", ["-status"] = "p.status_rank desc, p.id desc",
    };

    /// <summary>
    /// The rows, read as they come and no sooner than they are taken. Giving up the cancellation stops the statement in the database, and so
    /// does whoever takes no more of them: the rest would otherwise be read to the end for nobody.
    /// </summary>
    public static async IAsyncEnumerable<ExportedParcel> ReadAsync(
        NpgsqlConnection connection, ExportPlan plan, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = Command(connection, plan);
        var reader = await command.ExecuteReaderAsync(System.Data.CommandBehavior.SingleResult, cancellation);
        var (isWhole, systems) = (false, new Dictionary<int, ExchangeCrs>());
        var shapes = new WKBReader(new NtsGeometryServices(PackedCoordinateSequenceFactory.DoubleFactory, PrecisionModel.Floating.Value, 0));
        try
        {
            while (await reader.ReadAsync(cancellation))
            {
                yield return Parcel(reader, plan, shapes, systems);
            }

            isWhole = true;
        }
        finally
        {
            await EndAsync(command, reader, isWhole);
        }
    }

    /// <summary>The one filter, with the past day as $17.</summary>
    public static string Matching(ParcelFilter filter) => filter.AsOf is null
        ? ParcelSet.Begun("registry.parcels_matching($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)", filter)
        : "registry.parcels_matching_as_of($1, $2, $3, $4, $5, $6, $7, $8, $17, $9, $10, $11, $12, $13, $14, $15)";

    private static ExportedParcel Parcel(NpgsqlDataReader reader, ExportPlan plan, WKBReader shapes, Dictionary<int, ExchangeCrs> systems)
    {
        var count = plan.Columns.Count;
        var cells = new object?[count];
        for (var i = 0; i < count; i++)
        {
            cells[i] = plan.Columns[i].Read(reader, i, plan.Words);
        }

        var srid = reader.GetInt32(count + 1);
        if (!systems.TryGetValue(srid, out var crs))
        {
            systems.Add(srid, crs = new(srid));
        }

        return new(reader.GetInt64(count), cells, shapes.Read(reader.GetFieldValue<byte[]>(count + 2)), crs);
    }

    private static async Task EndAsync(NpgsqlCommand command, NpgsqlDataReader reader, bool isWhole)
    {
        if (!isWhole)
        {
            command.Cancel();
        }

        try
        {
            await reader.DisposeAsync();
        }
        catch (PostgresException stopped) when (!isWhole && stopped.SqlState == PostgresErrorCodes.QueryCanceled)
        {
            // As asked.
        }
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, ExportPlan plan)
    {
        var shape = Shape(plan);
        var command = new NpgsqlCommand(
            EmbeddedSql.Read("Exports/export_parcels.sql")
                .Replace("COLUMNS,", plan.Columns.Count == 0 ? "" : string.Join(",\n       ", plan.Columns.Select(column => column.Sql)) + ",", StringComparison.Ordinal)
                .Replace("SRID", Srid(plan), StringComparison.Ordinal)
                .Replace("SHAPE", shape, StringComparison.Ordinal)
                .Replace("LANGUAGE", plan.Words.English ? "en" : "zh", StringComparison.Ordinal)
                .Replace("ORDER", Orders[plan.Sort], StringComparison.Ordinal)
                .Replace("MATCHING", Matching(plan.Filter), StringComparison.Ordinal),
            connection) { CommandTimeout = 0 };
        command.Parameters.AddRange(ParcelSet.Arguments(plan.Filter));
        command.Parameters.Add(new() { Value = (object?)plan.Filter.AsOf ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Date });
        command.Parameters.Add(new() { Value = plan.Day, NpgsqlDbType = NpgsqlDbType.Date });
        command.Parameters.Add(new() { Value = RegisterDay.Offset, NpgsqlDbType = NpgsqlDbType.Interval });
        return command;
    }

    /// <summary>CGCS2000 and WGS 84 are taken for one, so no datum shift is asked of PROJ between them.</summary>
    private static string Shape(ExportPlan plan) => plan.Crs switch
    {
        { IsGeographic: true } => Known,
        { Srid: 3857 } => $"st_transform(st_setsrid({Known}, 4326), 3857)",
        { } zone => string.Create(CultureInfo.InvariantCulture, $"st_transform({Known}, {zone.Srid})"),
        null => $"st_transform({Known}, {Srid(plan)})",
    };

    private static string Srid(ExportPlan plan) =>
        plan.Crs is { } crs ? crs.Srid.ToString(CultureInfo.InvariantCulture) : plan.HasPrefix ? OwnZonePrefixed : OwnZone;
}
