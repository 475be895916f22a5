using System.Text.Json;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Dossiers;
using LandRegistry.Domain.Parcels;
using LandRegistry.Server.Platform.Papers;
using LandRegistry.Server.Store;
using NetTopologySuite.Geometries;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Dossiers;

/// <summary>Reads what a dossier says: facts, neighbours, photographs, readiness of the day, shapes of the map.</summary>
internal sealed class DossierReader(NpgsqlDataSource source)
{
    private const double NeighbourMetres = 60;
    private const int MostNeighbours = 12;
    private const int MostPhotos = 6;
    private const long LargestPhoto = 12L << 20;

    private static readonly JsonSerializerOptions Json = JsonSerializerOptions.Web;

    /// <summary>The parcels in the order given; those that are not in the register, or in none of the zones, are left out.</summary>
    public async Task<IReadOnlyList<DossierFacts>> ReadAsync(IReadOnlyList<long> ids, long[]? zones, DateOnly day, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var found = (await RowsAsync(connection, "parcels", row => Facts(row), cancellation, Array(ids), Day(day), Array(zones))).ToDictionary(parcel => parcel.Id);
        var readiness = new Dictionary<long, IReadOnlyList<PublicItem>>();
        var answers = (await RegisterLaw.OfAsync(connection, cancellation)).NewAnswers();
        await StoredAnswers.ReadRecordsAsync(
            connection, [.. found.Keys.Order()], record => readiness[record.ParcelId] = PublicReadiness.Of(answers.AssessReadiness(record, day)), cancellation);
        var parcels = new List<DossierFacts>();
        foreach (var id in ids.Distinct().Where(found.ContainsKey))
        {
            parcels.Add(found[id] with
            {
                Readiness = readiness[id],
                Neighbours = await RowsAsync(connection, "neighbours", Neighbour, cancellation, Number(id), new() { Value = NeighbourMetres }, new() { Value = MostNeighbours }),
                Photos = [.. (await RowsAsync(connection, "photos", row => (On: row.GetFieldValue<DateOnly?>(0), Photo: Photo.Of(row.GetFieldValue<byte[]>(1))), cancellation,
                    Number(id), new() { Value = MostPhotos }, new() { Value = LargestPhoto })).Where(photo => photo.Photo is not null).Select(photo => (photo.On, photo.Photo!))],
            });
        }

        return parcels;
    }

    /// <summary>The shapes of a map.</summary>
    /// <param name="frame">In metres.</param>
    /// <param name="srid">Of the frame.</param>
    /// <param name="ids">The parcels of the dossier.</param>
    /// <param name="withOthers">Whether other parcels are drawn too.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<IReadOnlyList<MapShape>> ShapesAsync(Envelope frame, int srid, IReadOnlyList<long> ids, bool withOthers, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await RowsAsync(
            connection, "map", row => new MapShape(row.GetString(0), row.GetInt64(1), row.TextOrNull(2), row.TextOrNull(3), row.GetFieldValue<Geometry>(4)), cancellation,
            new() { Value = frame.MinX }, new() { Value = frame.MinY }, new() { Value = frame.MaxX }, new() { Value = frame.MaxY }, new() { Value = srid }, Array(ids), new() { Value = withOthers });
    }

    /// <summary>The ids of parcels by their codes, in their order; codes that are not in the register come back by themselves.</summary>
    public async Task<(IReadOnlyList<long> Ids, IReadOnlyList<string> Unknown)> FindAsync(IReadOnlyList<string> codes, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand("select p.code, p.id from registry.parcel p where p.code = any ($1) and p.ended_on is null");
        command.Parameters.Add(new() { Value = codes.ToArray() });
        var ids = new Dictionary<string, long>(StringComparer.Ordinal);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            ids[reader.GetString(0)] = reader.GetInt64(1);
        }

        return ([.. codes.Where(ids.ContainsKey).Select(code => ids[code])], [.. codes.Where(code => !ids.ContainsKey(code))]);
    }

    private static DossierFacts Facts(NpgsqlDataReader row) => new()
    {
        Id = row.GetInt64(0),
        Code = row.TextOrNull(1),
        Name = row.TextOrNull(2),
        Address = row.TextOrNull(3),
        Zone = new(row.GetString(4), row.GetString(5)),
        Use = row.TextOrNull(6) is { } use ? new(use, row.GetString(7)) : null,
        Status = ParcelStatuses.Parse(row.GetString(8)),
        OnHold = row.GetBoolean(9),
        Area = row.GetFieldValue<decimal?>(10),
        IsMeasured = row.GetBoolean(11),
        Longitude = row.GetDouble(12),
        Latitude = row.GetDouble(13),
        SurveySrid = row.GetFieldValue<int?>(14),
        Srid = row.GetInt32(15),
        Boundary = row.IsDBNull(16) ? null : row.GetFieldValue<MultiPolygon>(16),
        Location = row.GetFieldValue<Point>(17),
        Conditions = Read<OfferedConditions>(row, 18),
        Infrastructure = Read<OfferedThing[]>(row, 19) ?? [],
        RightEndsOn = row.GetFieldValue<DateOnly?>(20),
        Announcement = Read<Announcement>(row, 21),
    };

    private static Around Neighbour(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.TextOrNull(1), row.TextOrNull(2) is { } use ? new Text(use, row.GetString(3)) : null, row.GetFieldValue<decimal?>(4), row.GetDouble(5), row.GetFieldValue<double?>(6));

    private static T? Read<T>(NpgsqlDataReader row, int column) where T : class =>
        row.IsDBNull(column) ? null : JsonSerializer.Deserialize<T>(row.GetString(column), Json);

    private static NpgsqlParameter Array(IReadOnlyList<long>? ids) => new() { Value = (object?)ids?.ToArray() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint };

    private static NpgsqlParameter Day(DateOnly day) => new() { Value = day, NpgsqlDbType = NpgsqlDbType.Date };

    private static NpgsqlParameter Number(long number) => new() { Value = number };

    private static async Task<List<T>> RowsAsync<T>(
        NpgsqlConnection connection, string file, Func<NpgsqlDataReader, T> read, CancellationToken cancellation, params NpgsqlParameter[] arguments)
    {
        await using var command = new NpgsqlCommand(EmbeddedSql.Read($"Dossiers/dossier_{file}.sql"), connection);
        command.Parameters.AddRange(arguments);
        var rows = new List<T>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
