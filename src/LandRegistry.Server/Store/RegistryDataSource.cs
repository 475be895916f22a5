using Npgsql;

namespace LandRegistry.Server.Store;

/// <summary>Opens the register's database: pooled connections that speak NetTopologySuite and see the schema <c>registry</c>.</summary>
public static class RegistryDataSource
{
    /// <summary>The schema of the register's tables and functions.</summary>
    public const string Schema = "registry";

    /// <summary>Builds the data source. Geometries are read and written as EWKB, longitude (or easting) first.</summary>
    /// <param name="connectionString">An Npgsql connection string; search path and application name are set here.</param>
    public static NpgsqlDataSource Create(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            SearchPath = "registry,public",
            IncludeErrorDetail = false,
        };
        settings.ApplicationName ??= "LandRegistry";
        var builder = new NpgsqlDataSourceBuilder(settings.ConnectionString);
        builder.UseNetTopologySuite();
        return builder.Build();
    }
}
