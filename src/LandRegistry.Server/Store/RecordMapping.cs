using LandRegistry.Domain.Facts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LandRegistry.Server.Store;

/// <summary>What the mappings of all recorded facts share.</summary>
internal static class RecordMapping
{
    /// <summary>Table, key, stamps by the database, version as concurrency token; withdrawn rows are hidden.</summary>
    public static void IsRecord<T>(this EntityTypeBuilder<T> record, string table)
        where T : FactRecord
    {
        record.ToTable(table);
        record.HasKey(r => r.Id).HasName($"{table}_pk");
        record.Property(r => r.ChangeId).ValueGeneratedOnAddOrUpdate();
        record.Property(r => r.Version).IsConcurrencyToken().ValueGeneratedOnAddOrUpdate();
        record.HasQueryFilter(r => !r.Withdrawn);
    }
}
