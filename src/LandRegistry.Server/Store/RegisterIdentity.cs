using Npgsql;

namespace LandRegistry.Server.Store;

/// <summary>Which register this is, so that nothing a browser cached of another register on the same address is taken for this one's.</summary>
public sealed class RegisterIdentity(NpgsqlDataSource source)
{
    private string? _short;

    /// <summary>Eight characters of the register's random id; read once.</summary>
    public ValueTask<string> ShortAsync(CancellationToken cancellation) =>
        _short is { } known ? ValueTask.FromResult(known) : new(ReadAsync(cancellation));

    private async Task<string> ReadAsync(CancellationToken cancellation)
    {
        await using var command = source.CreateCommand("select left(id::text, 8) from registry.register");
        return _short = (string)(await command.ExecuteScalarAsync(cancellation))!;
    }
}
