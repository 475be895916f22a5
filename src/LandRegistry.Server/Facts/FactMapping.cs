using LandRegistry.Domain.Facts;
using LandRegistry.Server.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LandRegistry.Server.Facts;

internal sealed class LandFactMapping : IEntityTypeConfiguration<LandFactRecord>
{
    public void Configure(EntityTypeBuilder<LandFactRecord> fact) => fact.IsRecord("land_fact");
}

internal sealed class ProgressMapping : IEntityTypeConfiguration<ProgressRecord>
{
    public void Configure(EntityTypeBuilder<ProgressRecord> report)
    {
        report.IsRecord("progress_report");
        report.Property(r => r.DevelopedAreaSquareMetres).HasPrecision(16, 2);
        report.Property(r => r.InvestedYuan).HasPrecision(18, 2);
        report.Property(r => r.CivilWorksPercent).HasPrecision(5, 2);
        report.Property(r => r.EquipmentPercent).HasPrecision(5, 2);
    }
}

internal sealed class StoppageMapping : IEntityTypeConfiguration<StoppageRecord>
{
    public void Configure(EntityTypeBuilder<StoppageRecord> stoppage) => stoppage.IsRecord("stoppage");
}

internal sealed class InfrastructureMapping : IEntityTypeConfiguration<InfrastructureRecord>
{
    public void Configure(EntityTypeBuilder<InfrastructureRecord> infrastructure)
    {
        infrastructure.IsRecord("infrastructure");
        infrastructure.Property(i => i.Quantity).HasPrecision(14, 2);
    }
}

internal sealed class MoneyMapping : IEntityTypeConfiguration<MoneyRecord>
{
    public void Configure(EntityTypeBuilder<MoneyRecord> line)
    {
        line.IsRecord("money_line");
        line.Property(l => l.AmountYuan).HasPrecision(18, 2);
    }
}

internal sealed class DocumentMapping : IEntityTypeConfiguration<DocumentRecord>
{
    public void Configure(EntityTypeBuilder<DocumentRecord> document) => document.IsRecord("document");
}

internal sealed class InspectionMapping : IEntityTypeConfiguration<InspectionRecord>
{
    public void Configure(EntityTypeBuilder<InspectionRecord> inspection)
    {
        inspection.IsRecord("inspection");
        inspection.Property(i => i.Position).HasColumnType("geometry(Point,4490)");
        inspection.Ignore(i => i.Longitude);
        inspection.Ignore(i => i.Latitude);
    }
}
