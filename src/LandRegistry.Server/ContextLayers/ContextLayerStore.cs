using LandRegistry.Server.Platform.Gdal;
using LandRegistry.Server.Store;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.ContextLayers;

/// <summary>What a layer says of itself.</summary>
internal sealed record LayerWords(string Name, string Source, string Licence, string Colour);

/// <summary>How an upload ended: the new layer, or why there is none.</summary>
internal sealed record LayerUpload(long? Id, GdalOutcome Outcome, bool IsKnown);

/// <summary>Context layers in the database: taken from a file in one change, changed and withdrawn as records are.</summary>
internal sealed class ContextLayerStore(NpgsqlDataSource database)
{
    /// <summary>The layers that are shown, lowest first; or the one that is asked for.</summary>
    public async Task<IReadOnlyList<ContextLayerShape>> ListAsync(long? id, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(EmbeddedSql.Read("ContextLayers/layer_list.sql"));
        command.Parameters.Add(new() { Value = (object?)id ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var layers = new List<ContextLayerShape>();
        while (await rows.ReadAsync(cancellation))
        {
            layers.Add(new(
                rows.GetInt64(0), rows.GetString(1), rows.GetString(2), rows.GetString(3), rows.GetString(4), rows.GetInt32(5), rows.GetInt32(6),
                [rows.GetDouble(7), rows.GetDouble(8), rows.GetDouble(9), rows.GetDouble(10)], rows.GetInt32(11)));
        }

        return layers;
    }

    /// <summary>Reads an upload into a new layer.</summary>
    /// <param name="upload">The file as it came; it may be moved within its folder.</param>
    /// <param name="folder">The upload's own folder.</param>
    /// <param name="words">What the layer says of itself.</param>
    /// <param name="origin">The change.</param>
    /// <param name="cancellation">Ends the work; nothing is kept then.</param>
    public async Task<LayerUpload> AddAsync(string upload, string folder, LayerWords words, ChangeOrigin origin, CancellationToken cancellation)
    {
        if (VectorFile.Lay(upload, folder) is not { } file)
        {
            return new(null, GdalOutcome.Refused, IsKnown: false);
        }

        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var outcome = await StagedFeatures.StageAsync(connection, file, folder, cancellation);
        if (outcome != GdalOutcome.Read)
        {
            return new(null, outcome, IsKnown: true);
        }

        await connection.BeginChangeAsync(origin, cancellation);
        await RunAsync(connection, EmbeddedSql.Read("ContextLayers/stage_shapes.sql"), cancellation);
        if (await InsertAsync(connection, words, cancellation) is not { } id)
        {
            return new(null, GdalOutcome.Refused, IsKnown: true);
        }

        await transaction.CommitAsync(cancellation);
        return new(id, GdalOutcome.Read, IsKnown: true);
    }

    /// <summary>Writes what a layer says of itself anew, or takes it away; false when the version is no longer the present one.</summary>
    public async Task<bool> ChangeAsync(ContextLayerShape seen, ContextLayerShape wanted, bool isWithdrawn, ChangeOrigin origin, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.BeginChangeAsync(origin, cancellation);
        await using var command = new NpgsqlCommand(
            "update registry.context_layer set name = $3, source = $4, licence = $5, colour = $6, place = $7, withdrawn = $8 where id = $1 and version = $2 and not withdrawn", connection);
        foreach (var value in new object[] { seen.Id, seen.Version, wanted.Name, wanted.Source, wanted.Licence, wanted.Colour, wanted.Place, isWithdrawn })
        {
            command.Parameters.Add(new() { Value = value });
        }

        var isWritten = await command.ExecuteNonQueryAsync(cancellation) == 1;
        await transaction.CommitAsync(cancellation);
        return isWritten;
    }

    /// <summary>The tile, empty when nothing of the layer lies in it.</summary>
    public async Task<byte[]> TileAsync(long id, int zoom, int column, int row, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(EmbeddedSql.Read("ContextLayers/layer_tile.sql"));
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = zoom });
        command.Parameters.Add(new() { Value = column });
        command.Parameters.Add(new() { Value = row });
        return (byte[])(await command.ExecuteScalarAsync(cancellation))!;
    }

    private static async Task<long?> InsertAsync(NpgsqlConnection connection, LayerWords words, CancellationToken cancellation)
    {
        await using var insert = new NpgsqlCommand(EmbeddedSql.Read("ContextLayers/insert_layer.sql"), connection);
        foreach (var value in new[] { words.Name, words.Source, words.Licence, words.Colour })
        {
            insert.Parameters.Add(new() { Value = value });
        }

        if (await insert.ExecuteScalarAsync(cancellation) is not long id)
        {
            return null;
        }

        await using var features = new NpgsqlCommand(EmbeddedSql.Read("ContextLayers/insert_features.sql"), connection);
        features.Parameters.Add(new() { Value = id });
        await features.ExecuteNonQueryAsync(cancellation);
        return id;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
