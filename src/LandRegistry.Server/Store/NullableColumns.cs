using Npgsql;

namespace LandRegistry.Server.Store;

/// <summary>Columns of a row that may be null.</summary>
public static class NullableColumns
{
    /// <summary>The text of a column; null where it is.</summary>
    public static string? TextOrNull(this NpgsqlDataReader reader, int ordinal) => reader.IsDBNull(ordinal) ? null : reader.GetString(ordinal);
}
