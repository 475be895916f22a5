using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace LandRegistry.Server.Store;

/// <summary>
/// The register's database as EF Core sees it. Each slice maps its own rows in an <see cref="IEntityTypeConfiguration{T}"/>;
/// the schema itself is written in SQL (Store/Migrations), and a test compares the two.
/// </summary>
public sealed class RegistryDb(DbContextOptions<RegistryDb> options) : DbContext(options), IDataProtectionKeyContext
{
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema(RegistryDataSource.Schema);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(RegistryDb).Assembly);
        SnakeCase.Apply(modelBuilder);
    }
}
