using System.Runtime.InteropServices;
using System.Threading.Channels;
using LandRegistry.Server.Store;
using Microsoft.Extensions.Hosting;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Tiles;

/// <summary>What the database says of a tile now.</summary>
/// <param name="Stamp">Sum of the stamps of its cells; changes with every change of a parcel in it.</param>
/// <param name="Parcels">Parcels in it, at the zooms at which that decides how it is drawn; else 0.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TileState(long Stamp, long Parcels);

/// <summary>
/// Asks the database, for every request, whether a cached tile still holds. Requests that arrive while a question is
/// under way share the next one: none is ever answered by a question that was put before it arrived, so no tile is
/// served stale, whichever server made the change, and yet a busy server asks once for many.
/// </summary>
internal sealed class TileFreshness(PlannedOnce statements) : BackgroundService
{
    private const int Batch = 512;

    private readonly Channel<Question> _questions = Channel.CreateUnbounded<Question>(new() { SingleReader = true });

    private NpgsqlCommand? _command;

    private sealed record Question(TileAddress Tile, TaskCompletionSource<TileState> Answer);

    /// <summary>The state of a tile as of some moment after this call.</summary>
    public Task<TileState> OfAsync(TileAddress tile)
    {
        var question = new Question(tile, new(TaskCreationOptions.RunContinuationsAsynchronously));
        _questions.Writer.TryWrite(question);
        return question.Answer.Task;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await AnswerAsync(stoppingToken);
        }
        finally
        {
            await ForgetAsync();
        }
    }

    private async Task AnswerAsync(CancellationToken stopping)
    {
        var batch = new List<Question>(Batch);
        while (await _questions.Reader.WaitToReadAsync(stopping))
        {
            while (batch.Count < Batch && _questions.Reader.TryRead(out var question))
            {
                batch.Add(question);
            }

            await AskAsync(batch);
            batch.Clear();
        }
    }

    private async Task AskAsync(List<Question> batch)
    {
        try
        {
            // Many ask for the same tile: each is put once.
            var tiles = batch.Select(question => question.Tile).Distinct().ToList();
            var states = await ReadAsync(tiles);
            batch.ForEach(question => question.Answer.SetResult(states[question.Tile]));
        }
        catch (Exception fault) when (fault is NpgsqlException or InvalidOperationException or TimeoutException)
        {
            await ForgetAsync();
            batch.ForEach(question => question.Answer.SetException(fault));
        }
    }

    private async Task<Dictionary<TileAddress, TileState>> ReadAsync(List<TileAddress> tiles)
    {
        var command = _command ??= await PrepareAsync();
        command.Parameters[0].Value = tiles.ConvertAll(tile => tile.Zoom).ToArray();
        command.Parameters[1].Value = tiles.ConvertAll(tile => tile.Column).ToArray();
        command.Parameters[2].Value = tiles.ConvertAll(tile => tile.Row).ToArray();
        await using var reader = await command.ExecuteReaderAsync();
        var states = new Dictionary<TileAddress, TileState>(tiles.Count);
        while (await reader.ReadAsync())
        {
            states.Add(tiles[states.Count], new(reader.GetInt64(0), reader.GetInt64(1)));
        }

        return states;
    }

    /// <summary>A connection of its own with the question prepared; asked some thousand times a second when the map is busy.</summary>
    private async Task<NpgsqlCommand> PrepareAsync()
    {
        var connection = await statements.Source.OpenConnectionAsync();
        var command = new NpgsqlCommand(EmbeddedSql.Read("Tiles/tile_states.sql"), connection);
        for (var i = 0; i < 3; i++)
        {
            command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer });
        }

        return command;
    }

    /// <summary>After a fault the next question takes a new connection.</summary>
    private async Task ForgetAsync()
    {
        if (_command is { Connection: { } connection } command)
        {
            _command = null;
            await command.DisposeAsync();
            await connection.DisposeAsync();
        }
    }
}
