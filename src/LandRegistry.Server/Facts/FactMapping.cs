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
        infrastructure.Property(i => i.DistanceMetres).HasPrecision(10, 2);
    }
}

internal sealed class SupplyConditionsMapping : IEntityTypeConfiguration<SupplyConditionsRecord>
{
    public void Configure(EntityTypeBuilder<SupplyConditionsRecord> conditions)
    {
        conditions.IsRecord("supply_conditions");
        conditions.Property(c => c.FloorAreaRatioMin).HasPrecision(6, 3);
        conditions.Property(c => c.FloorAreaRatioMax).HasPrecision(6, 3);
        conditions.Property(c => c.BuildingDensityMax).HasPrecision(5, 4);
        conditions.Property(c => c.GreenRatioMin).HasPrecision(5, 4);
        conditions.Property(c => c.HeightMaxMetres).HasPrecision(7, 2);
        conditions.Property(c => c.InvestmentPerMuYuan).HasPrecision(18, 2);
        conditions.Property(c => c.OutputPerMuYuan).HasPrecision(18, 2);
        conditions.Property(c => c.TaxPerMuYuan).HasPrecision(18, 2);
        conditions.Property(c => c.EnergyPerOutputMax).HasPrecision(10, 4);
        conditions.Property(c => c.PricePerMuYuan).HasPrecision(18, 2);
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
