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
