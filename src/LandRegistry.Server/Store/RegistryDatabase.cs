using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace LandRegistry.Server.Store;

/// <summary>Brings a database to the schema of this program.</summary>
public static class RegistryDatabase
{
    /// <summary>
    /// Runs the migrations that the database has not seen, one after the other, and returns their names. Safe to call
    /// from several programs at once: EF Core holds a lock meanwhile. Stored answers that another law or other rules gave, or
    /// that are missing, are computed anew; work that a load left for after its commit is done.
    /// </summary>
    public static async Task<IReadOnlyList<string>> MigrateAsync(string connectionString, CancellationToken cancellation = default)
    {
        await using var source = RegistryDataSource.Create(connectionString);
        return await MigrateAsync(source, cancellation);
    }

    /// <inheritdoc cref="MigrateAsync(string, CancellationToken)"/>
    public static async Task<IReadOnlyList<string>> MigrateAsync(NpgsqlDataSource source, CancellationToken cancellation = default)
    {
        await using var db = new RegistryDb(Options(new DbContextOptionsBuilder<RegistryDb>(), source).Options);
        db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellation)).ToList();
        await db.Database.MigrateAsync(cancellation);
        await DeferredWork.FinishAsync(source, cancellation);
        await Recomputation.RunIfNeededAsync(source, TimeProvider.System.GetUtcNow(), progress: null, cancellation);
        return pending;
    }

    /// <summary>The names of the migrations that the database has not seen.</summary>
    public static async Task<IReadOnlyList<string>> PendingAsync(string connectionString, CancellationToken cancellation = default)
    {
        await using var source = RegistryDataSource.Create(connectionString);
        await using var db = new RegistryDb(Options(new DbContextOptionsBuilder<RegistryDb>(), source).Options);
        return [.. await db.Database.GetPendingMigrationsAsync(cancellation)];
    }

    /// <summary>The options every context of the register is made with.</summary>
    public static TBuilder Options<TBuilder>(TBuilder options, NpgsqlDataSource source)
        where TBuilder : DbContextOptionsBuilder
    {
        options.UseNpgsql(source, npgsql => npgsql.MigrationsHistoryTable("schema_migration", RegistryDataSource.Schema));
        ((IDbContextOptionsBuilderInfrastructure)options).AddOrUpdateExtension(new GeometryMappingExtension());
        // The schema is written in SQL, so there is no model snapshot to differ from; a test compares model and schema.
        options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
        return options;
    }
}
