using LandRegistry.Domain.Enterprises;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LandRegistry.Server.Enterprises;

internal sealed class EnterpriseMapping : IEntityTypeConfiguration<Enterprise>
{
    public void Configure(EntityTypeBuilder<Enterprise> enterprise)
    {
        enterprise.ToTable("enterprise");
        enterprise.HasKey(e => e.Id).HasName("enterprise_pk");
        enterprise.Property(e => e.Version).IsConcurrencyToken().ValueGeneratedOnAddOrUpdate();
        enterprise.Property(e => e.ChangeId).ValueGeneratedOnAddOrUpdate();
    }
}

/// <summary>What the dated records of an enterprise have in common.</summary>
internal abstract class EnterpriseRecordMapping<T>(string table) : IEntityTypeConfiguration<T>
    where T : EnterpriseRecord
{
    public virtual void Configure(EntityTypeBuilder<T> builder)
    {
        builder.ToTable(table);
        builder.HasKey(record => record.Id).HasName(table + "_pk");
        builder.Property(record => record.Version).IsConcurrencyToken().ValueGeneratedOnAddOrUpdate();
        builder.Property(record => record.ChangeId).ValueGeneratedOnAddOrUpdate();
        builder.HasQueryFilter(record => !record.Withdrawn);
    }
}

internal sealed class MetricMapping() : EnterpriseRecordMapping<EnterpriseMetric>("enterprise_metric")
{
    public override void Configure(EntityTypeBuilder<EnterpriseMetric> builder)
    {
        base.Configure(builder);
        builder.Property(metric => metric.Amount).HasPrecision(20, 4);
    }
}

internal sealed class StateMapping() : EnterpriseRecordMapping<EnterpriseState>("enterprise_state");

internal sealed class SignalMapping() : EnterpriseRecordMapping<EnterpriseSignal>("enterprise_signal");
