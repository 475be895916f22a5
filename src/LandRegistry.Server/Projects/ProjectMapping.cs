using LandRegistry.Domain.Common;
using LandRegistry.Domain.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LandRegistry.Server.Projects;

/// <summary>What the records of the project pool have in common.</summary>
internal abstract class ProjectRecordMapping<T>(string table) : IEntityTypeConfiguration<T>
    where T : ProjectRecord
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

internal sealed class ProjectMapping() : ProjectRecordMapping<RecordedProject>("project")
{
    public override void Configure(EntityTypeBuilder<RecordedProject> builder)
    {
        base.Configure(builder);
        builder.Property(project => project.Stage).HasConversion(stage => Codes<ProjectStage>.Of(stage), code => Codes<ProjectStage>.Parse(code));
        builder.Property(project => project.Level).HasConversion(level => Codes<ProjectLevel>.Of(level!.Value), code => Codes<ProjectLevel>.Parse(code));
        builder.Property(project => project.AgreedYuan).HasPrecision(18, 2);
        builder.Property(project => project.ArrivedYuan).HasPrecision(18, 2);
        builder.Property(project => project.AreaMinSquareMetres).HasPrecision(16, 2);
        builder.Property(project => project.AreaMaxSquareMetres).HasPrecision(16, 2);
        builder.Property(project => project.FloorAreaMinSquareMetres).HasPrecision(16, 2);
        builder.Property(project => project.FloorAreaMaxSquareMetres).HasPrecision(16, 2);
        builder.Property(project => project.PowerKva).HasPrecision(12, 2);
        builder.Property(project => project.RoadMetresMax).HasPrecision(12, 2);
        builder.Property(project => project.SubstationMetresMax).HasPrecision(12, 2);
        builder.Property(project => project.PricePerMuMaxYuan).HasPrecision(18, 2);
        builder.Property(project => project.RentMaxYuan).HasPrecision(12, 2);
        builder.Property(project => project.InvestmentPerMuYuan).HasPrecision(18, 2);
        builder.Property(project => project.HeightMinMetres).HasPrecision(7, 2);
        builder.Property(project => project.LoadMinTonnes).HasPrecision(7, 3);
    }
}

internal sealed class ProjectEventMapping() : ProjectRecordMapping<RecordedProjectEvent>("project_event")
{
    public override void Configure(EntityTypeBuilder<RecordedProjectEvent> builder)
    {
        base.Configure(builder);
        builder.Property(one => one.Stage).HasConversion(stage => Codes<ProjectStage>.Of(stage), code => Codes<ProjectStage>.Parse(code));
    }
}

internal sealed class FloorMapping() : ProjectRecordMapping<RecordedFloor>("factory_floor")
{
    public override void Configure(EntityTypeBuilder<RecordedFloor> builder)
    {
        base.Configure(builder);
        builder.Property(floor => floor.AreaSquareMetres).HasPrecision(16, 2);
        builder.Property(floor => floor.HeightMetres).HasPrecision(7, 2);
        builder.Property(floor => floor.LoadTonnes).HasPrecision(7, 3);
        builder.Property(floor => floor.PowerKva).HasPrecision(12, 2);
        builder.Property(floor => floor.RentYuan).HasPrecision(12, 2);
    }
}

internal sealed class IndustryRuleMapping() : ProjectRecordMapping<RecordedIndustryRule>("industry_rule")
{
    public override void Configure(EntityTypeBuilder<RecordedIndustryRule> builder)
    {
        base.Configure(builder);
        builder.Property(one => one.Rule).HasConversion(rule => Codes<IndustryRule>.Of(rule), code => Codes<IndustryRule>.Parse(code));
    }
}

internal sealed class CourtshipMapping() : ProjectRecordMapping<RecordedCourtship>("project_site")
{
    public override void Configure(EntityTypeBuilder<RecordedCourtship> builder)
    {
        base.Configure(builder);
        builder.Property(one => one.Step).HasConversion(step => Codes<CourtshipStep>.Of(step), code => Codes<CourtshipStep>.Parse(code));
        builder.Property(one => one.OfferYuan).HasPrecision(18, 2);
    }
}

internal sealed class CourtshipStepMapping() : ProjectRecordMapping<RecordedCourtshipStep>("project_site_step")
{
    public override void Configure(EntityTypeBuilder<RecordedCourtshipStep> builder)
    {
        base.Configure(builder);
        builder.Property(one => one.Step).HasConversion(step => Codes<CourtshipStep>.Of(step), code => Codes<CourtshipStep>.Parse(code));
    }
}
