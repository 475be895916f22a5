using LandRegistry.Server.Store;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Imports.Judging;

/// <summary>Has the database's PROJ bring coordinates of a file to longitude and latitude.</summary>
internal sealed class LandedPlaces(NpgsqlDataSource database)
{
    private const string TransformFailed = "XX000";

    // CGCS2000 and WGS 84 are shown as one.
    private static readonly int[] AlreadyDegrees = [0, 4326, 4490, 4258];
    private static readonly GeometryFactory Degrees = new(new PrecisionModel(), 4490);

    /// <summary>The shapes in degrees; null where there is none, or none that the system can hold.</summary>
    public async Task<IReadOnlyList<Geometry?>> ShapesAsync(IReadOnlyList<Geometry?> shapes, int srid, CancellationToken cancellation)
    {
        if (AlreadyDegrees.Contains(srid) || shapes.All(shape => shape is null))
        {
            return [.. shapes.Select(shape => shape is null ? null : Degrees.CreateGeometry(shape))];
        }

        var writer = new WKBWriter();
        var reader = new WKBReader(new NetTopologySuite.NtsGeometryServices(new PrecisionModel(), 4490));
        try
        {
            var landed = await TransformAsync([.. shapes.OfType<Geometry>().Select(writer.Write)], srid, cancellation);
            var next = 0;
            return [.. shapes.Select(shape => shape is null ? null : reader.Read(landed[next++]))];
        }
        catch (PostgresException fault) when (fault.SqlState == TransformFailed && shapes.Count > 1)
        {
            // One shape that the system cannot hold does not take the others along.
            var each = new List<Geometry?>(shapes.Count);
            foreach (var shape in shapes)
            {
                each.AddRange(await ShapesAsync([shape], srid, cancellation));
            }

            return each;
        }
        catch (PostgresException fault) when (fault.SqlState == TransformFailed)
        {
            // Off the earth: the judge says so.
            return [Degrees.CreatePoint(new Coordinate(999, 999))];
        }
    }

    /// <summary>Every reading of every row as longitude and latitude.</summary>
    public async Task<ILookup<int, (int Reading, double Longitude, double Latitude)>> ReadingsAsync(
        IReadOnlyList<StagedReading> readings, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(EmbeddedSql.Read("Imports/Judging/land_readings.sql"));
        Add(command, "rows", NpgsqlDbType.Integer, readings.Select(reading => reading.Row));
        Add(command, "readings", NpgsqlDbType.Integer, readings.Select(reading => reading.Reading));
        Add(command, "srids", NpgsqlDbType.Integer, readings.Select(reading => reading.Srid));
        Add(command, "xs", NpgsqlDbType.Double, readings.Select(reading => reading.Position.X));
        Add(command, "ys", NpgsqlDbType.Double, readings.Select(reading => reading.Position.Y));
        Add(command, "zs", NpgsqlDbType.Double, readings.Select(reading => reading.Position.Z));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var landed = new List<(int Row, int Reading, double Longitude, double Latitude)>();
        while (await reader.ReadAsync(cancellation))
        {
            landed.Add((reader.GetInt32(0), reader.GetInt32(1), reader.GetDouble(2), reader.GetDouble(3)));
        }

        return landed.ToLookup(place => place.Row, place => (place.Reading, place.Longitude, place.Latitude));
    }

    private static void Add<T>(NpgsqlCommand command, string name, NpgsqlDbType type, IEnumerable<T> values) =>
        command.Parameters.Add(new(name, NpgsqlDbType.Array | type) { Value = values.ToArray() });

    private async Task<List<byte[]>> TransformAsync(byte[][] shapes, int srid, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(EmbeddedSql.Read("Imports/Judging/land_shapes.sql"));
        command.Parameters.Add(new("shapes", NpgsqlDbType.Array | NpgsqlDbType.Bytea) { Value = shapes });
        command.Parameters.Add(new NpgsqlParameter<int>("srid", srid));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var landed = new List<byte[]>(shapes.Length);
        while (await reader.ReadAsync(cancellation))
        {
            landed.Add(reader.GetFieldValue<byte[]>(0));
        }

        return landed;
    }
}
