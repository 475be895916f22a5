using LandRegistry.Domain.Common;
using LandRegistry.Domain.Enterprises;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore;

namespace LandRegistry.Server.Enterprises.Visits;

internal sealed class VisitMapping() : EnterpriseRecordMapping<EnterpriseVisit>("enterprise_visit")
{
    public override void Configure(EntityTypeBuilder<EnterpriseVisit> builder)
    {
        base.Configure(builder);
        builder.Property(visit => visit.Kind).HasConversion(kind => Codes<VisitKind>.Of(kind), code => Codes<VisitKind>.Parse(code));
    }
}

internal sealed class FindingMapping() : EnterpriseRecordMapping<EnterpriseFinding>("enterprise_finding");

internal sealed class VisitPlanMapping() : EnterpriseRecordMapping<VisitPlan>("visit_plan");

internal sealed class WatchMarkMapping() : EnterpriseRecordMapping<WatchMark>("watch_mark");
