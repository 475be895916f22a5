using LandRegistry.Domain.Common;
using LandRegistry.Domain.Strategies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LandRegistry.Server.Strategies;

internal sealed class StrategyMapping : IEntityTypeConfiguration<RecordedStrategy>
{
    public void Configure(EntityTypeBuilder<RecordedStrategy> strategy)
    {
        strategy.ToTable("strategy");
        strategy.HasKey(s => s.Id).HasName("strategy_pk");
        strategy.Property(s => s.Type).HasConversion(type => Codes<StrategyType>.Of(type), code => Codes<StrategyType>.Parse(code));
        strategy.Property(s => s.InvestorStage).HasConversion(stage => Codes<InvestorStage>.Of(stage!.Value), code => Codes<InvestorStage>.Parse(code));
        strategy.Property(s => s.TargetAreaSquareMetres).HasPrecision(16, 2);
        strategy.Property(s => s.TargetInvestmentYuan).HasPrecision(18, 2);
        strategy.Property(s => s.TargetYearlyTaxYuan).HasPrecision(18, 2);
        strategy.Property(s => s.ResultAreaSquareMetres).HasPrecision(16, 2);
        strategy.Property(s => s.ResultInvestmentYuan).HasPrecision(18, 2);
        strategy.Property(s => s.ResultYearlyTaxYuan).HasPrecision(18, 2);
        strategy.Property(s => s.Version).IsConcurrencyToken().ValueGeneratedOnAddOrUpdate();
        strategy.Property(s => s.ChangeId).ValueGeneratedOnAddOrUpdate();
        strategy.HasQueryFilter(s => !s.Withdrawn);
    }
}

internal sealed class StepMapping : IEntityTypeConfiguration<RecordedStep>
{
    public void Configure(EntityTypeBuilder<RecordedStep> step)
    {
        step.ToTable("strategy_step");
        step.HasKey(s => s.Id).HasName("strategy_step_pk");
        step.Property(s => s.Version).IsConcurrencyToken().ValueGeneratedOnAddOrUpdate();
        step.Property(s => s.ChangeId).ValueGeneratedOnAddOrUpdate();
        step.HasQueryFilter(s => !s.Withdrawn);
    }
}
