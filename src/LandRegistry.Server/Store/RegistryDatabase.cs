using System.Reflection;
using LandRegistry.Domain.Law;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
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
    /// <param name="connectionString">The database.</param>
    /// <param name="laws">The law files that the register is to apply from now on; null to leave it those it has.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="LawFilesException">A law file has faults; the register keeps the law that it had.</exception>
    public static async Task<IReadOnlyList<string>> MigrateAsync(
        string connectionString, IReadOnlyList<LawText>? laws = null, CancellationToken cancellation = default)
    {
        await using var source = RegistryDataSource.Create(connectionString);
        return await MigrateAsync(source, laws, cancellation);
    }

    /// <inheritdoc cref="MigrateAsync(string, IReadOnlyList{LawText}, CancellationToken)"/>
    public static async Task<IReadOnlyList<string>> MigrateAsync(
        NpgsqlDataSource source, IReadOnlyList<LawText>? laws = null, CancellationToken cancellation = default)
    {
        await using var db = new RegistryDb(Options(new DbContextOptionsBuilder<RegistryDb>(), source).Options);
        db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellation)).ToList();
        await db.Database.MigrateAsync(cancellation);
        await DeferredWork.FinishAsync(source, cancellation);
        if (laws is not null && await LawFiles.TakeAsync(source, laws, TimeProvider.System.GetUtcNow(), cancellation) is { Count: > 0 } faults)
        {
            throw new LawFilesException(faults);
        }

        await Recomputation.RunIfNeededAsync(source, TimeProvider.System.GetUtcNow(), progress: null, cancellation);
        await StoredTenders.FillIfNeededAsync(source, cancellation);
        return pending;
    }

    /// <summary>The names of the migrations that the database has not seen.</summary>
    public static async Task<IReadOnlyList<string>> PendingAsync(string connectionString, CancellationToken cancellation = default)
    {
        await using var source = RegistryDataSource.Create(connectionString);
        await using var db = new RegistryDb(Options(new DbContextOptionsBuilder<RegistryDb>(), source).Options);
        return [.. await db.Database.GetPendingMigrationsAsync(cancellation)];
    }

    /// <summary>The names of all migrations of this program, in their order.</summary>
    public static IReadOnlyList<string> KnownMigrations() =>
    [
        .. typeof(RegistryDatabase).Assembly.GetTypes()
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>().Order(StringComparer.Ordinal),
    ];

    /// <summary>How the schema of a database stands to this program's.</summary>
    public static async Task<SchemaState> StateAsync(NpgsqlDataSource source, CancellationToken cancellation = default)
    {
        await using var db = new RegistryDb(Options(new DbContextOptionsBuilder<RegistryDb>(), source).Options);
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellation)).ToList();
        var known = db.Database.GetMigrations().ToList();
        return new(applied, [.. known.Except(applied)], [.. applied.Except(known)]);
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
