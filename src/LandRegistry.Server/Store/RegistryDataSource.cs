using System.Globalization;
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
    private const int SecondsForOneOfSeveral = 5;
    private const int SecondsBetweenSigns = 15;
    private const int SecondsForTheWord = 5;

    /// <summary>Builds the data source. Geometries are read and written as EWKB, longitude (or easting) first.</summary>
    /// <param name="connectionString">An Npgsql connection string; search path and application name are set here.</param>
    public static NpgsqlDataSource Create(string connectionString) => Build(Settings(connectionString));

    /// <summary>
    /// As <see cref="Create"/>, for the requests of a server: a connection parses a statement once, and plans it for
    /// each set of parameters, because the best plan of a filter depends on them.
    /// </summary>
    public static NpgsqlDataSource CreateForRequests(string connectionString, StatementTimeouts timeouts) =>
        Build(Prepared(Settings(connectionString), "force_custom_plan", MostForRequests, timeouts));

    /// <summary>
    /// As <see cref="Create"/>, but a connection parses and plans a statement once, whatever its parameters: for
    /// statements that have one good plan and take longer to plan than to run.
    /// </summary>
    public static NpgsqlDataSource CreatePlannedOnce(string connectionString, StatementTimeouts timeouts) =>
        Build(Prepared(Settings(connectionString), "force_generic_plan", MostPlannedOnce, timeouts));

    private static NpgsqlConnectionStringBuilder Settings(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            SearchPath = "registry,public",
            IncludeErrorDetail = false,
        };
        settings.ApplicationName ??= "LandRegistry";
        if (settings.Host?.Contains('/', StringComparison.Ordinal) == false)
        {
            // A connection that waits for announcements notices when the other end has vanished.
            settings.TcpKeepAlive = true;
            settings.TcpKeepAliveTime = SecondsBetweenSigns;
            settings.TcpKeepAliveInterval = SecondsBetweenSigns;
        }

        return settings;
    }

    private static NpgsqlConnectionStringBuilder Prepared(NpgsqlConnectionStringBuilder settings, string planning, int mostConnections, StatementTimeouts timeouts)
    {
        settings.MaxAutoPrepare = StatementsKept;
        settings.AutoPrepareMinUsages = 2;
        // The database gives a statement up before the program does, and says so.
        settings.CommandTimeout = (int)timeouts.Statement.TotalSeconds + SecondsForTheWord;
        settings.MaxPoolSize = Math.Min(settings.MaxPoolSize, mostConnections);
        settings.Options = $"{settings.Options} -c plan_cache_mode={planning} {timeouts.Options}".TrimStart();
        return settings;
    }

    /// <summary>A connection string of each server that one with several names; none where it names one.</summary>
    public static IEnumerable<string> EachHost(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        return IsSeveral(settings) ? settings.Host!.Split(',').Select(host => OfHost(connectionString, host.Trim())) : [];
    }

    /// <summary>Of several servers the primary, found anew when it has moved.</summary>
    private static NpgsqlDataSource Build(NpgsqlConnectionStringBuilder settings)
    {
        if (IsSeveral(settings))
        {
            settings.HostRecheckSeconds = 1;
            settings.Timeout = Math.Min(settings.Timeout, SecondsForOneOfSeveral);
        }

        var builder = new NpgsqlDataSourceBuilder(settings.ConnectionString);
        builder.UseNetTopologySuite();
        return IsSeveral(settings) ? builder.BuildMultiHost().WithTargetSession(TargetSessionAttributes.Primary) : builder.Build();
    }

    private static bool IsSeveral(NpgsqlConnectionStringBuilder settings) => settings.Host?.Contains(',', StringComparison.Ordinal) == true;

    private static string OfHost(string connectionString, string host)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { Timeout = SecondsForOneOfSeveral };
        var colon = host.LastIndexOf(':');
        settings.Host = host;
        if (colon > 0 && int.TryParse(host.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port))
        {
            settings.Host = host[..colon];
            settings.Port = port;
        }

        return settings.ConnectionString;
    }
}
