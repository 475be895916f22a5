using LandRegistry.Domain.Cases;
using LandRegistry.Domain.Clocks;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Law;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LandRegistry.Server.Cases;

internal sealed class LandCaseMapping : IEntityTypeConfiguration<LandCase>
{
    public void Configure(EntityTypeBuilder<LandCase> landCase)
    {
        landCase.ToTable("land_case");
        landCase.HasKey(c => c.Id).HasName("land_case_pk");
        landCase.Property(c => c.Stage).HasConversion(stage => Codes<CaseStage>.Of(stage), code => Codes<CaseStage>.Parse(code));
        landCase.Property(c => c.Version).IsConcurrencyToken().ValueGeneratedOnAddOrUpdate();
        landCase.Property(c => c.ChangeId).ValueGeneratedOnAddOrUpdate();
        landCase.HasQueryFilter(c => !c.Withdrawn);
    }
}

/// <summary>What the records of a case have in common.</summary>
internal abstract class CaseRecordMapping<T>(string table) : IEntityTypeConfiguration<T>
    where T : CaseRecord
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

internal sealed class StageMapping() : CaseRecordMapping<RecordedStage>("case_event")
{
    public override void Configure(EntityTypeBuilder<RecordedStage> builder)
    {
        base.Configure(builder);
        builder.Property(record => record.Stage).HasConversion(stage => Codes<CaseStage>.Of(stage), code => Codes<CaseStage>.Parse(code));
    }
}

internal sealed class DocumentMapping() : CaseRecordMapping<RecordedDocument>("case_document");

internal sealed class DeterminationMapping() : CaseRecordMapping<RecordedDetermination>("case_determination")
{
    public override void Configure(EntityTypeBuilder<RecordedDetermination> builder)
    {
        base.Configure(builder);
        builder.Property(record => record.Kind).HasConversion(kind => Codes<IdleKind>.Of(kind), code => Codes<IdleKind>.Parse(code));
        builder.Property(record => record.Cause).HasConversion(side => Codes<CauseSide>.Of(side), code => Codes<CauseSide>.Parse(code));
    }
}

internal sealed class PlanMapping() : CaseRecordMapping<RecordedPlan>("case_plan")
{
    public override void Configure(EntityTypeBuilder<RecordedPlan> builder)
    {
        base.Configure(builder);
        builder.Property(record => record.Measure).HasConversion(measure => Codes<DisposalMeasure>.Of(measure), code => Codes<DisposalMeasure>.Parse(code));
    }
}

internal sealed class MilestoneMapping() : CaseRecordMapping<RecordedMilestone>("case_milestone")
{
    public override void Configure(EntityTypeBuilder<RecordedMilestone> builder)
    {
        base.Configure(builder);
        builder.Property(record => record.Kind).HasConversion(kind => Codes<MilestoneKind>.Of(kind), code => Codes<MilestoneKind>.Parse(code));
    }
}

internal sealed class CauseMapping() : CaseRecordMapping<RecordedCause>("case_cause");
