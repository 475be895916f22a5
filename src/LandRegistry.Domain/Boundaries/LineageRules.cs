using LandRegistry.Domain.Clocks;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Parcels;

namespace LandRegistry.Domain.Boundaries;

/// <summary>A parcel that is to be split or merged, as far as its descendants depend on it.</summary>
/// <param name="Id">The parcel.</param>
/// <param name="Label">Its code or name.</param>
/// <param name="IsSurveyed">Whether it has a boundary.</param>
/// <param name="HasOpenCase">Whether a case of idle land is open on it.</param>
/// <param name="Barring">Kinds of standing burdens that bar its division: seizure, dispute, court.</param>
/// <param name="Mortgagees">Who holds standing mortgages, in order.</param>
/// <param name="Holders">Enterprises that hold the right now, in order.</param>
/// <param name="Status">Its status.</param>
/// <param name="IsOnHold">Whether it is on hold.</param>
/// <param name="Traits">Zone, use, right and ownership.</param>
/// <param name="Clock">What the idle clock says today and foresees.</param>
public sealed record LineageFacts(
    long Id, string Label, bool IsSurveyed, bool HasOpenCase, IReadOnlyList<string> Barring, IReadOnlyList<string> Mortgagees,
    IReadOnlyList<long> Holders, ParcelStatus Status, bool IsOnHold, ParcelTraits Traits, ClockSegment Clock);

/// <summary>What parcels must have in common to become one.</summary>
public sealed record ParcelTraits(long ZoneId, string? LandUseCode, string? RightType, string? Ownership);

/// <summary>
/// Which parcels may be split or merged. Descendants keep status, use, right, holder, burdens and facts of their parents, and the
/// idle clock must say of them what it said before: redrawing a boundary neither makes land idle nor stops its clock.
/// </summary>
public static class LineageRules
{
    /// <summary>More is no single act of an officer.</summary>
    public const int MostParts = 50;

    /// <summary>Judges a split; null when it may be done.</summary>
    public static Refusal? JudgeSplit(LineageFacts parcel) => JudgeEach(parcel);

    /// <summary>Judges a merge of two or more parcels; null when it may be done.</summary>
    public static Refusal? JudgeMerge(IReadOnlyList<LineageFacts> parcels) => AgainstMerge(parcels).FirstOrDefault();

    /// <summary>Everything that stands between parcels and their merge, each at most once a parcel.</summary>
    public static IEnumerable<Refusal> AgainstMerge(IReadOnlyList<LineageFacts> parcels)
    {
        foreach (var parcel in parcels)
        {
            if (JudgeEach(parcel) is { } refused)
            {
                yield return refused;
            }
        }

        var first = parcels[0];
        foreach (var other in parcels.Skip(1))
        {
            var differing = Differing(first, other);
            if (differing.Count > 0)
            {
                yield return LineageRefusals.Differ(first, other, differing);
            }

            if (ClockDiffers(first.Clock, other.Clock))
            {
                yield return LineageRefusals.ClocksDiffer(first, other);
            }
        }
    }

    /// <summary>Whether the idle clock says of a descendant what it said of its parent; null when it does.</summary>
    public static Refusal? JudgeClock(LineageFacts parent, ClockSegment descendant) =>
        ClockDiffers(parent.Clock, descendant) ? LineageRefusals.ClockWouldChange(parent) : null;

    private static Refusal? JudgeEach(LineageFacts parcel) =>
        !parcel.IsSurveyed ? LineageRefusals.NotSurveyed(parcel)
        : parcel.HasOpenCase ? LineageRefusals.CaseOpen(parcel)
        : parcel.Barring.Count > 0 ? LineageRefusals.Burdened(parcel)
        : null;

    private static List<Text> Differing(LineageFacts one, LineageFacts other)
    {
        var differing = new List<Text>();
        void Compare(bool same, string zh, string en)
        {
            if (!same)
            {
                differing.Add(new(zh, en));
            }
        }

        Compare(one.Status == other.Status, "状态", "status");
        Compare(one.IsOnHold == other.IsOnHold, "暂缓", "hold");
        Compare(one.Traits.ZoneId == other.Traits.ZoneId, "区域", "zone");
        Compare(one.Traits.LandUseCode == other.Traits.LandUseCode, "用途", "use");
        Compare(one.Traits.RightType == other.Traits.RightType, "使用权类型", "right type");
        Compare(one.Traits.Ownership == other.Traits.Ownership, "权属性质", "ownership");
        Compare(one.Holders.SequenceEqual(other.Holders), "使用权人", "holder");
        Compare(one.Mortgagees.SequenceEqual(other.Mortgagees), "抵押权人", "mortgagee");
        return differing;
    }

    private static bool ClockDiffers(ClockSegment one, ClockSegment other) =>
        one.Kind != other.Kind || one.SuspectedFrom != other.SuspectedFrom || one.FeeFrom != other.FeeFrom || one.RecoveryFrom != other.RecoveryFrom;
}
