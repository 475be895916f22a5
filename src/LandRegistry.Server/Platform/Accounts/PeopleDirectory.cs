using LandRegistry.Domain.Common;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform.Rights;
using LandRegistry.Server.Store;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;

namespace LandRegistry.Server.Platform.Accounts;

/// <summary>A person who is signed in, by a session or a token, with what the screen has to ask of them first.</summary>
/// <param name="Person">Who, with their rights.</param>
/// <param name="SessionId">The session; null for a token.</param>
/// <param name="MustChangePassword">Whether a password of their own is wanted first.</param>
/// <param name="MustAddFactor">Whether a second factor is wanted first.</param>
public sealed record KnownPerson(Person Person, long? SessionId, bool MustChangePassword, bool MustAddFactor);

/// <summary>
/// Who stands behind a session's key or an access token. What was found is remembered for a few seconds; the database announces that a
/// session was ended or a right was taken away, and where that is not heard it holds within that time.
/// </summary>
internal sealed class PeopleDirectory(NpgsqlDataSource source, TimeProvider time) : IDisposable
{
    /// <summary>A session that nobody uses for so long is over.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(12);
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(3);

    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = 10_000 });
    private int _generation;

    /// <param name="key">The session's key.</param>
    /// <param name="notesUse">Whether that it is asked counts as a use, after which the session lasts on.</param>
    /// <param name="cancellation">Ends the work.</param>
    public ValueTask<KnownPerson?> OfSessionAsync(string key, bool notesUse, CancellationToken cancellation) => FindAsync("session", key, notesUse, cancellation);

    /// <inheritdoc cref="OfSessionAsync"/>
    public ValueTask<KnownPerson?> OfTokenAsync(string token, bool notesUse, CancellationToken cancellation) => FindAsync("token", token, notesUse, cancellation);

    /// <summary>Forgets what is remembered: rights, sessions or tokens have changed.</summary>
    public void Forget() => Interlocked.Increment(ref _generation);

    public void Dispose() => _known.Dispose();

    private ValueTask<KnownPerson?> FindAsync(string kind, string key, bool notesUse, CancellationToken cancellation)
    {
        var place = (kind, key, Volatile.Read(ref _generation));
        return _known.TryGetValue(place, out KnownPerson? known) ? ValueTask.FromResult(known) : new(ReadAsync(place, notesUse, cancellation));
    }

    private async Task<KnownPerson?> ReadAsync((string Kind, string Key, int Generation) place, bool notesUse, CancellationToken cancellation)
    {
        if (await FindAsync(place, notesUse, cancellation) is not { } found)
        {
            return null;
        }

        var (account, name, department, session, mustChange, mustAdd, actions) = found;
        var rights = await RightsAsync(account, cancellation);
        if (actions is not null)
        {
            rights = rights.Only(actions.Select(Codes<RegisterAction>.Find).OfType<RegisterAction>().ToHashSet());
        }

        if (mustChange || mustAdd)
        {
            rights = rights.Only(new HashSet<RegisterAction> { RegisterAction.SignIn });
        }

        var known = new KnownPerson(new(account, name, department, rights), session, mustChange, mustAdd);
        return _known.Set(place, known, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Memory });
    }

    /// <summary>
    /// Whose session or token it is. The reader has one end only: Npgsql hands the same one to whoever rents the connection next, and
    /// to dispose of it a second time ends theirs.
    /// </summary>
    private async Task<(long Account, string Name, string? Department, long? Session, bool MustChange, bool MustAdd, string[]? Actions)?> FindAsync(
        (string Kind, string Key, int Generation) place, bool notesUse, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var command = source.CreateCommand(EmbeddedSql.Read($"Platform/Accounts/person_of_{place.Kind}.sql"));
        command.Parameters.Add(new() { Value = Keys.Hash(place.Key) });
        command.Parameters.Add(new() { Value = now });
        command.Parameters.Add(new() { Value = now - Idle });
        command.Parameters.Add(new() { Value = notesUse });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? (reader.GetInt64(0), reader.GetString(1), reader.TextOrNull(2), reader.GetFieldValue<long?>(3), reader.GetBoolean(4), reader.GetBoolean(5),
                await reader.IsDBNullAsync(6, cancellation) ? null : reader.GetFieldValue<string[]>(6))
            : null;
    }

    /// <summary>The rights of an account by its grants, each with the zones below those it names.</summary>
    private async Task<PersonRights> RightsAsync(long account, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var grants = new List<RoleGrant>();
        await using (var command = new NpgsqlCommand("select role, zone_ids from registry.role_grant where account_id = $1 order by ordinal", connection))
        {
            command.Parameters.Add(new() { Value = account });
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
            {
                grants.Add(new(Codes<Role>.Parse(reader.GetString(0)), await reader.IsDBNullAsync(1, cancellation) ? null : reader.GetFieldValue<long[]>(1)));
            }
        }

        var lines = new Dictionary<long, IReadOnlyList<long>>();
        await using (var command = new NpgsqlCommand("select zone_id, line from registry.lines_of_zones($1)", connection))
        {
            command.Parameters.Add(new() { Value = grants.SelectMany(grant => grant.Zones ?? []).Distinct().ToArray() });
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
            {
                lines.Add(reader.GetInt64(0), reader.GetFieldValue<long[]>(1));
            }
        }

        return PersonRights.Of(grants, zones => ZoneScope.Of(lines.Where(line => line.Value.Any(zones.Contains)).ToDictionary()));
    }
}
