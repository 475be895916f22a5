using LandRegistry.Domain.Rights;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Store;

/// <summary>The zones that somebody may see, as the parameter of a statement: null for the whole register, which then asks for no condition.</summary>
public static class ScopeArgument
{
    public static NpgsqlParameter Argument(this ZoneScope scope) =>
        new() { Value = (object?)scope.Zones ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint };
}
