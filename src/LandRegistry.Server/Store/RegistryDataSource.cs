using Npgsql;

namespace LandRegistry.Server.Store;

/// <summary>Opens the register's database: pooled connections that speak NetTopologySuite and see the schema <c>registry</c>.</summary>
public static class RegistryDataSource
{
    /// <summary>The schema of the register's tables and functions.</summary>
    public const string Schema = "registry";

    // Together below the private cluster's 100 connections.
    private const int MostForRequests = 64;
    private const int MostPlannedOnce = 16;
    private const int StatementsKept = 100;

    /// <summary>Builds the data source. Geometries are read and written as EWKB, longitude (or easting) first.</summary>
    /// <param name="connectionString">An Npgsql connection string; search path and application name are set here.</param>
    public static NpgsqlDataSource Create(string connectionString) => Build(Settings(connectionString));

    /// <summary>
    /// As <see cref="Create"/>, for the requests of a server: a connection parses a statement once, and plans it for
    /// each set of parameters, because the best plan of a filter depends on them.
    /// </summary>
    public static NpgsqlDataSource CreateForRequests(string connectionString) =>
        Build(Prepared(Settings(connectionString), "force_custom_plan", MostForRequests));

    /// <summary>
    /// As <see cref="Create"/>, but a connection parses and plans a statement once, whatever its parameters: for
    /// statements that have one good plan and take longer to plan than to run.
    /// </summary>
    public static NpgsqlDataSource CreatePlannedOnce(string connectionString) =>
        Build(Prepared(Settings(connectionString), "force_generic_plan", MostPlannedOnce));

    private static NpgsqlConnectionStringBuilder Settings(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            SearchPath = "registry,public",
            IncludeErrorDetail = false,
        };
        settings.ApplicationName ??= "LandRegistry";
        return settings;
    }

    private static NpgsqlConnectionStringBuilder Prepared(NpgsqlConnectionStringBuilder settings, string planning, int mostConnections)
    {
        settings.MaxAutoPrepare = StatementsKept;
        settings.AutoPrepareMinUsages = 2;
        settings.MaxPoolSize = Math.Min(settings.MaxPoolSize, mostConnections);
        settings.Options = $"{settings.Options} -c plan_cache_mode={planning}".TrimStart();
        return settings;
    }

    private static NpgsqlDataSource Build(NpgsqlConnectionStringBuilder settings)
    {
        var builder = new NpgsqlDataSourceBuilder(settings.ConnectionString);
        builder.UseNetTopologySuite();
        return builder.Build();
    }
}
