using LandRegistry.Domain.Common;
using LandRegistry.Domain.Tenders;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LandRegistry.Server.Tenders;

/// <summary>What the records of a tender have in common.</summary>
internal abstract class TenderRecordMapping<T>(string table) : IEntityTypeConfiguration<T>
    where T : TenderRecord
{
    protected static readonly ValueConverter<TenderStage, string> Stages = new(stage => Codes<TenderStage>.Of(stage), code => Codes<TenderStage>.Parse(code));

    public virtual void Configure(EntityTypeBuilder<T> builder)
    {
        builder.ToTable(table);
        builder.HasKey(record => record.Id).HasName(table + "_pk");
        builder.Property(record => record.Version).IsConcurrencyToken().ValueGeneratedOnAddOrUpdate();
        builder.Property(record => record.ChangeId).ValueGeneratedOnAddOrUpdate();
        builder.HasQueryFilter(record => !record.Withdrawn);
    }
}

internal sealed class TenderMapping() : TenderRecordMapping<RecordedTender>("tender")
{
    public override void Configure(EntityTypeBuilder<RecordedTender> builder)
    {
        base.Configure(builder);
        builder.Property(tender => tender.Method).HasConversion(method => Codes<TenderMethod>.Of(method), code => Codes<TenderMethod>.Parse(code));
        builder.Property(tender => tender.Stage).HasConversion(Stages);
        builder.Property(tender => tender.StartingPriceYuan).HasPrecision(18, 2);
        builder.Property(tender => tender.ReservePriceYuan).HasPrecision(18, 2);
        builder.Property(tender => tender.DepositYuan).HasPrecision(18, 2);
        builder.Property(tender => tender.PriceYuan).HasPrecision(18, 2);
    }
}

internal sealed class TenderEventMapping() : TenderRecordMapping<RecordedTenderEvent>("tender_event")
{
    public override void Configure(EntityTypeBuilder<RecordedTenderEvent> builder)
    {
        base.Configure(builder);
        builder.Property(one => one.Stage).HasConversion(Stages);
    }
}

internal sealed class TenderIndicatorMapping() : TenderRecordMapping<RecordedTenderIndicator>("tender_indicator")
{
    public override void Configure(EntityTypeBuilder<RecordedTenderIndicator> builder)
    {
        base.Configure(builder);
        builder.Property(one => one.Promised).HasPrecision(18, 4);
        builder.Property(one => one.Found).HasPrecision(18, 4);
    }
}
