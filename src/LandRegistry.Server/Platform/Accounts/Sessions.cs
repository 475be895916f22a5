using LandRegistry.Server.Store;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Platform.Accounts;

/// <summary>A browser that somebody is signed in with.</summary>
/// <param name="Id">Key.</param>
/// <param name="BeganAt">When they signed in.</param>
/// <param name="SeenAt">When it was last used, to the minute.</param>
/// <param name="Address">Network address it began from.</param>
/// <param name="Agent">What the browser calls itself.</param>
/// <param name="IsThis">Whether it is the one that asks.</param>
public sealed record SessionShape(long Id, DateTimeOffset BeganAt, DateTimeOffset SeenAt, string? Address, string? Agent, bool IsThis);

/// <summary>A token with which a script or a GIS program acts for a person.</summary>
/// <param name="Id">Key.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Actions">Its scope.</param>
/// <param name="BeganAt">When it was made.</param>
/// <param name="EndsAt">From when on it works no more.</param>
/// <param name="UsedAt">When it was last used; null when never.</param>
public sealed record TokenShape(long Id, string Name, IReadOnlyList<string> Actions, DateTimeOffset BeganAt, DateTimeOffset EndsAt, DateTimeOffset? UsedAt);

/// <summary>Begins, lists and ends sessions and access tokens.</summary>
internal sealed class Sessions(NpgsqlDataSource source, PeopleDirectory directory, TimeProvider time)
{
    private const int MostOfAgent = 200;

    /// <summary>What a token begins with, so that one that leaked is recognized for what it is.</summary>
    public const string TokenMark = "lrt_";

    /// <summary>Begins a session; returns the key for the cookie. Whatever the browser came with is not taken over.</summary>
    public async Task<string> BeginAsync(long account, string? address, string? agent, CancellationToken cancellation)
    {
        var key = Keys.New();
        await using var command = source.CreateCommand(
            "insert into registry.session (key_hash, account_id, began_at, seen_at, address, agent) values ($1, $2, $3, $3, $4, $5)");
        command.Parameters.Add(new() { Value = Keys.Hash(key) });
        command.Parameters.Add(new() { Value = account });
        command.Parameters.Add(new() { Value = time.GetUtcNow() });
        command.Parameters.Add(Words(address));
        command.Parameters.Add(Words(agent is { Length: > MostOfAgent } ? agent[..MostOfAgent] : agent));
        await command.ExecuteNonQueryAsync(cancellation);
        return key;
    }

    /// <summary>The sessions of an account that last, newest first.</summary>
    public async Task<IReadOnlyList<SessionShape>> OfAsync(long account, long? current, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(
            "select id, began_at, seen_at, address, agent from registry.session where account_id = $1 and ended_at is null and seen_at > $2 order by id desc");
        command.Parameters.Add(new() { Value = account });
        command.Parameters.Add(new() { Value = time.GetUtcNow() - PeopleDirectory.Idle });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var sessions = new List<SessionShape>();
        while (await reader.ReadAsync(cancellation))
        {
            sessions.Add(new(
                reader.GetInt64(0), reader.GetFieldValue<DateTimeOffset>(1), reader.GetFieldValue<DateTimeOffset>(2), reader.TextOrNull(3), reader.TextOrNull(4),
                reader.GetInt64(0) == current));
        }

        return sessions;
    }

    /// <summary>Ends a session of an account, or all but one of them; false when there was none.</summary>
    public async Task<bool> EndAsync(long account, long? session, long? except, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(
            "update registry.session set ended_at = $1 where account_id = $2 and ended_at is null and ($3::bigint is null or id = $3) and ($4::bigint is null or id <> $4)");
        command.Parameters.Add(new() { Value = time.GetUtcNow() });
        command.Parameters.Add(new() { Value = account });
        command.Parameters.Add(Number(session));
        command.Parameters.Add(Number(except));
        var ended = await command.ExecuteNonQueryAsync(cancellation);
        directory.Forget();
        return ended > 0;
    }

    /// <summary>Makes an access token; what is returned is shown once.</summary>
    public async Task<(string Token, TokenShape Shape)> NewTokenAsync(long account, string name, string[] actions, DateTimeOffset ends, CancellationToken cancellation)
    {
        var (token, now) = (TokenMark + Keys.New(), time.GetUtcNow());
        await using var command = source.CreateCommand(
            "insert into registry.access_token (key_hash, account_id, name, actions, began_at, ends_at) values ($1, $2, $3, $4, $5, $6) returning id");
        command.Parameters.Add(new() { Value = Keys.Hash(token) });
        command.Parameters.Add(new() { Value = account });
        command.Parameters.Add(new() { Value = name });
        command.Parameters.Add(new() { Value = actions });
        command.Parameters.Add(new() { Value = now });
        command.Parameters.Add(new() { Value = ends.ToUniversalTime() });
        var id = (long)(await command.ExecuteScalarAsync(cancellation))!;
        return (token, new(id, name, actions, now, ends, null));
    }

    /// <summary>The tokens of an account that work, newest first.</summary>
    public async Task<IReadOnlyList<TokenShape>> TokensAsync(long account, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(
            "select id, name, actions, began_at, ends_at, used_at from registry.access_token where account_id = $1 and ended_at is null and ends_at > $2 order by id desc");
        command.Parameters.Add(new() { Value = account });
        command.Parameters.Add(new() { Value = time.GetUtcNow() });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var tokens = new List<TokenShape>();
        while (await reader.ReadAsync(cancellation))
        {
            tokens.Add(new(
                reader.GetInt64(0), reader.GetString(1), reader.GetFieldValue<string[]>(2), reader.GetFieldValue<DateTimeOffset>(3),
                reader.GetFieldValue<DateTimeOffset>(4), reader.GetFieldValue<DateTimeOffset?>(5)));
        }

        return tokens;
    }

    /// <summary>Ends a token of an account, or all of them; false when there was none.</summary>
    public async Task<bool> EndTokenAsync(long account, long? token, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(
            "update registry.access_token set ended_at = $1 where account_id = $2 and ended_at is null and ($3::bigint is null or id = $3)");
        command.Parameters.Add(new() { Value = time.GetUtcNow() });
        command.Parameters.Add(new() { Value = account });
        command.Parameters.Add(Number(token));
        var ended = await command.ExecuteNonQueryAsync(cancellation);
        directory.Forget();
        return ended > 0;
    }

    private static NpgsqlParameter Words(string? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };

    private static NpgsqlParameter Number(long? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint };
}
