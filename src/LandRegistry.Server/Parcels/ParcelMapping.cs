using LandRegistry.Domain.Parcels;
using LandRegistry.Server.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LandRegistry.Server.Parcels;

internal sealed class ParcelMapping : IEntityTypeConfiguration<Parcel>
{
    public void Configure(EntityTypeBuilder<Parcel> parcel)
    {
        parcel.ToTable("parcel");
        parcel.HasKey(p => p.Id).HasName("parcel_pk");
        parcel.Property(p => p.Boundary).HasColumnType("geometry(MultiPolygon,4490)");
        parcel.Property(p => p.Location).HasColumnType("geometry(Point,4490)");
        parcel.Property(p => p.Status).HasConversion(status => status.Code(), code => ParcelStatuses.Parse(code));
        parcel.Property(p => p.Version).IsConcurrencyToken().ValueGeneratedOnAddOrUpdate();
        parcel.Property(p => p.UpdatedAt).ValueGeneratedOnAddOrUpdate();
        parcel.Property(p => p.ChangeId).ValueGeneratedOnAddOrUpdate();
        parcel.Property(p => p.MeasuredAreaSquareMetres).HasPrecision(16, 2).ValueGeneratedOnAddOrUpdate();
        parcel.Property(p => p.AreaSrid).ValueGeneratedOnAddOrUpdate();
        parcel.Property(p => p.StatedAreaSquareMetres).HasPrecision(16, 2);
        parcel.Property(p => p.AreaSquareMetres).HasPrecision(16, 2).ValueGeneratedOnAddOrUpdate();
        parcel.Property(p => p.SortArea).HasPrecision(16, 2).ValueGeneratedOnAddOrUpdate();
        parcel.Property(p => p.SortCode).ValueGeneratedOnAddOrUpdate();
        parcel.Property(p => p.StatusRank).ValueGeneratedOnAddOrUpdate();
        parcel.Property(p => p.OnHold).ValueGeneratedOnAddOrUpdate();
        parcel.Ignore(p => p.IsSurveyed);
    }
}

internal sealed class ContractMapping : IEntityTypeConfiguration<Contract>
{
    public void Configure(EntityTypeBuilder<Contract> contract)
    {
        contract.IsRecord("contract");
        contract.Property(c => c.PriceYuan).HasPrecision(18, 2);
        contract.Property(c => c.TotalInvestmentYuan).HasPrecision(18, 2);
        contract.Property(c => c.InvestmentPerMuYuan).HasPrecision(18, 2);
        contract.Property(c => c.TaxPerMuYuan).HasPrecision(18, 2);
        contract.Property(c => c.DevelopableAreaSquareMetres).HasPrecision(16, 2);
        contract.Property(c => c.FloorAreaRatioMin).HasPrecision(6, 3);
        contract.Property(c => c.FloorAreaRatioMax).HasPrecision(6, 3);
        contract.Property(c => c.BuildingDensityMax).HasPrecision(5, 4);
        contract.Property(c => c.GreenRatioMin).HasPrecision(5, 4);
        contract.Property(c => c.HeightMaxMetres).HasPrecision(7, 2);
    }
}

internal sealed class EncumbranceMapping : IEntityTypeConfiguration<Encumbrance>
{
    public void Configure(EntityTypeBuilder<Encumbrance> encumbrance) => encumbrance.IsRecord("encumbrance");
}

internal sealed class OccupancyMapping : IEntityTypeConfiguration<Occupancy>
{
    public void Configure(EntityTypeBuilder<Occupancy> occupancy) => occupancy.IsRecord("occupancy");
}
