using System.Globalization;
using LandRegistry.Server.Store.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace LandRegistry.Server.Store;

/// <summary>Who gives a command, and why; every write of the register belongs to one.</summary>
/// <param name="Actor">Name the change is recorded under.</param>
/// <param name="Command">Verb and noun, for instance MarkStatus.</param>
/// <param name="Reason">In the actor's own words.</param>
/// <param name="At">When, by the program's clock.</param>
public sealed record ChangeOrigin(string Actor, string Command, string? Reason, DateTimeOffset At);

/// <summary>Opens changes: one command is one transaction is one row of <c>registry.change</c>.</summary>
public static class Changes
{
    /// <summary>Begins the transaction of a command and names its change to the database's triggers. Commit it to keep what was written.</summary>
    public static async Task<IDbContextTransaction> BeginChangeAsync(this RegistryDb db, ChangeOrigin origin, CancellationToken cancellation)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (AuditOrigin.Current is { } from)
        {
            await db.Database.ExecuteSqlAsync(
                $"select set_config('registry.address', {from.Address ?? ""}, true), set_config('registry.account', {from.AccountId?.ToString(CultureInfo.InvariantCulture) ?? ""}, true)", cancellation);
        }

        await db.Database.ExecuteSqlAsync(
            $"select registry.begin_change({origin.Actor}, {origin.Command}, {origin.Reason}, {origin.At.ToUniversalTime()})", cancellation);
        return transaction;
    }

    /// <summary>The same for work that goes past EF Core; returns the number of the change.</summary>
    public static async Task<long> BeginChangeAsync(this NpgsqlConnection connection, ChangeOrigin origin, CancellationToken cancellation)
    {
        if (AuditOrigin.Current is { } from)
        {
            await using var named = new NpgsqlCommand("select set_config('registry.address', $1, true), set_config('registry.account', $2, true)", connection);
            named.Parameters.Add(new() { Value = from.Address ?? "" });
            named.Parameters.Add(new() { Value = from.AccountId?.ToString(CultureInfo.InvariantCulture) ?? "" });
            await named.ExecuteNonQueryAsync(cancellation);
        }

        await using var command = new NpgsqlCommand("select registry.begin_change($1, $2, $3, $4)", connection);
        command.Parameters.Add(new() { Value = origin.Actor });
        command.Parameters.Add(new() { Value = origin.Command });
        command.Parameters.Add(new() { Value = (object?)origin.Reason ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = origin.At.ToUniversalTime() });
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }
}
