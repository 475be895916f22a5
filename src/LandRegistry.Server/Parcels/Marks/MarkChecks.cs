using LandRegistry.Domain.Parcels;
using LandRegistry.Server.Platform.Queries;

namespace LandRegistry.Server.Parcels.Marks;

/// <summary>Reads the parts of a mark, of one parcel or of many, and gathers what is wrong with their form.</summary>
internal static class MarkChecks
{
    public static StatusMark ReadStatusMark(
        this QueryReader faults, string prefix, string? to, string? effectiveDate, string? idleKind, string? idleCause, DateOnly today)
    {
        if (!ParcelStatuses.TryParse(to, out var status))
        {
            faults.Add(prefix + "to", $"Required: one of {string.Join(", ", ParcelStatuses.Codes)}.", $"必填，可选值：{string.Join("、", ParcelStatuses.Codes)}。");
        }

        var effectiveOn = faults.Day(prefix + "effectiveDate", effectiveDate) ?? today;
        var kind = faults.OneOfOrNone(prefix + "idleKind", idleKind, ["A", "B"]);
        var cause = faults.OneOfOrNone(prefix + "idleCause", idleCause, ["government", "holder", "force_majeure"]);
        if (status != ParcelStatus.Idle && (kind ?? cause) is not null)
        {
            faults.Add(prefix + "idleKind", "Kind and cause of idleness go with a move to idle only.", "闲置类型与原因仅在认定闲置时填写。");
        }

        return new(status, effectiveOn, kind, cause);
    }

    public static DateOnly? ReadHoldEnd(this QueryReader faults, string field, string? value, DateOnly today)
    {
        var until = faults.Day(field, value);
        if (until < today)
        {
            faults.Add(field, "Lies in the past.", "暂缓期限早于今天。");
        }

        return until;
    }
}
