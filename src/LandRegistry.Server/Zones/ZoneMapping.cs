using LandRegistry.Domain.Zones;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LandRegistry.Server.Zones;

internal sealed class ZoneMapping : IEntityTypeConfiguration<Zone>
{
    public void Configure(EntityTypeBuilder<Zone> zone)
    {
        zone.ToTable("zone");
        zone.HasKey(z => z.Id).HasName("zone_pk");
        zone.Property(z => z.Extent).HasColumnType("geometry(MultiPolygon,4490)");
        zone.Property(z => z.Version).IsConcurrencyToken().ValueGeneratedOnAddOrUpdate();
        zone.Property(z => z.ChangeId).ValueGeneratedOnAddOrUpdate();
    }
}

internal sealed class LandUseMapping : IEntityTypeConfiguration<LandUse>
{
    public void Configure(EntityTypeBuilder<LandUse> landUse)
    {
        landUse.ToTable("land_use");
        landUse.HasKey(use => new { use.System, use.Code }).HasName("land_use_pk");
    }
}
