using LandRegistry.Domain.Rights;
using LandRegistry.Server.Store;
using Npgsql;

namespace LandRegistry.Server.Events;

/// <summary>Somebody who is editing a parcel.</summary>
/// <param name="Session">The window, by the name it gave itself.</param>
/// <param name="Person">Who is signed in there.</param>
/// <param name="ParcelId">The parcel.</param>
/// <param name="ParcelName">Its name, else its code; null when it has neither.</param>
/// <param name="Location">Longitude, latitude (EPSG:4490).</param>
/// <param name="Since">Since when.</param>
public sealed record Editing(string Session, string Person, long ParcelId, string? ParcelName, IReadOnlyList<double> Location, DateTimeOffset Since);

/// <summary>
/// Who is editing what, kept in the database so that every server knows. A row ends with its window's event stream, and is
/// passed over when the window has not said so again for a while, as when its server died with it.
/// </summary>
internal sealed class PresenceStore(NpgsqlDataSource source)
{
    public async Task<IReadOnlyList<Editing>> AllAsync(ZoneScope scope, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(EmbeddedSql.Read("Events/presence_list.sql"));
        command.Parameters.Add(scope.Argument());
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var all = new List<Editing>();
        while (await rows.ReadAsync(cancellation))
        {
            all.Add(new(
                rows.GetString(0), rows.GetString(1), rows.GetInt64(2), rows.IsDBNull(3) ? null : rows.GetString(3), [rows.GetDouble(4), rows.GetDouble(5)],
                rows.GetFieldValue<DateTimeOffset>(6)));
        }

        return all;
    }

    /// <summary>Says which parcel a window is editing; said again every 20 seconds while it does.</summary>
    /// <returns>False when there is no such parcel.</returns>
    public async Task<bool> BeginAsync(string session, string person, long parcelId, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(EmbeddedSql.Read("Events/presence_begin.sql"));
        command.Parameters.Add(new() { Value = session });
        command.Parameters.Add(new() { Value = person });
        command.Parameters.Add(new() { Value = parcelId });
        return await command.ExecuteNonQueryAsync(cancellation) > 0;
    }

    public async Task EndAsync(string session, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(EmbeddedSql.Read("Events/presence_end.sql"));
        command.Parameters.Add(new() { Value = session });
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
