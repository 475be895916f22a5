using System.Globalization;
using LandRegistry.Domain.Common;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;

namespace LandRegistry.Domain.Boundaries;

/// <summary>The refusals that a boundary is answered with.</summary>
public static class BoundaryRefusals
{
    public static Refusal Invalid(TopologyValidationErrors error, Coordinate? at)
    {
        var (zh, en) = Said(error);
        var (whereZh, whereEn) = at is null ? ("", "") : ($"（{Place(at)} 附近）", $" near {Place(at)}");
        return new(
            "boundary-invalid",
            new("界址图形无效", "The boundary is not a valid shape"),
            new($"{zh}{whereZh}。", $"{en}{whereEn}."));
    }

    public static Refusal TooSmall(double squareMetres) => new(
        "boundary-too-small",
        new("界址面积过小", "The boundary encloses next to nothing"),
        new(
            $"所围面积 {Metres(squareMetres)} 平方米，不足 {BoundaryRules.SmallestSquareMetres:0} 平方米，请核对各界址点。",
            $"It encloses {Metres(squareMetres)} m², less than {BoundaryRules.SmallestSquareMetres:0} m². Look at its vertices again."));

    public static Refusal Overlaps(Overlap overlap) => new(
        "boundary-overlaps",
        new("与相邻宗地重叠", "The boundary overlaps a neighbour"),
        new(
            $"与 {overlap.Name} 重叠 {Metres(overlap.AreaSquareMetres)} 平方米，宽于 5 厘米。请把界址点捕捉到相邻界线上。",
            $"It overlaps {overlap.Name} by {Metres(overlap.AreaSquareMetres)} m², wider than 5 cm. Snap its vertices to the neighbour's edge."));

    public static Refusal OverlapsBeyondSight() => new(
        "boundary-overlaps",
        new("与相邻宗地重叠", "The boundary overlaps a neighbour"),
        new("与您权限区域以外的土地重叠。", "It overlaps land outside your zones."));

    public static Refusal OutsideZone() => new(
        "boundary-outside-zone",
        new("界址不在所属区域内", "The boundary lies outside its zone"),
        new("界址与宗地所属区域没有交集。请核对坐标系、坐标顺序与所选区域。", "It does not touch the zone the parcel belongs to. Look at the coordinate system, the order of the axes and the zone chosen."));

    public static Refusal StatedAreaDiffers(decimal stated, decimal measured) => new(
        "stated-area-differs",
        new("登记面积与界址面积相差超过 1%", "The stated area differs from that of the boundary by more than 1 %"),
        new(
            $"登记面积 {Metres((double)stated)} 平方米，界址面积 {Metres((double)measured)} 平方米，相差 {Percent(stated, measured)}%。确认无误可坚持提交。",
            $"Stated {Metres((double)stated)} m², measured {Metres((double)measured)} m², {Percent(stated, measured)} % apart. If both are right, send it with your assent."));

    public static Refusal UnionNotKept() => new(
        "union-not-kept",
        new("分割或合并前后的范围不一致", "Split or merge does not keep the ground"),
        new("分割或合并后各宗地的并集与原宗地不一致，未作变更。", "What comes out does not cover the same ground as what went in; nothing was changed."));

    public static Refusal CutMisses() => new(
        "split-line-misses",
        new("分割线没有把宗地分开", "The line does not divide the parcel"),
        new("分割线须从界线一侧穿到另一侧（或自成一圈）。请把线的两端画到宗地之外或捕捉到界线上。", "A line has to run from edge to edge, or close on itself. Draw both its ends beyond the parcel or snap them to its edge."));

    public static Refusal NotAdjacent() => new(
        "merge-not-adjacent",
        new("宗地不相邻", "The parcels do not lie side by side"),
        new("只有共用一段界线的宗地才能合并，仅以一点相接的不算。", "Only parcels that share a stretch of edge are merged; touching in a point is not enough."));

    public static Refusal CodeTaken(string code) => new(
        "parcel-code-taken",
        new("宗地代码已被使用", "The parcel code is taken"),
        new($"{code} 已属于另一宗地（现有或历史），请改用其他顺序号。", $"{code} is or was another parcel's. Choose another serial number."));

    private static (string Zh, string En) Said(TopologyValidationErrors error) => error switch
    {
        TopologyValidationErrors.SelfIntersection => ("边界线自相交叉", "Its edge crosses itself"),
        TopologyValidationErrors.RingSelfIntersection => ("同一圈边界在一点重复经过", "One of its rings passes the same point twice"),
        TopologyValidationErrors.HoleOutsideShell => ("内环（洞）在外圈之外", "A hole lies outside its ring"),
        TopologyValidationErrors.NestedHoles => ("内环（洞）套在另一个内环里", "A hole lies within another hole"),
        TopologyValidationErrors.DisconnectedInteriors => ("内环（洞）把宗地内部断开", "Its holes cut its interior apart"),
        TopologyValidationErrors.NestedShells => ("一块外圈套在另一块里", "One of its parts lies within another"),
        TopologyValidationErrors.DuplicateRings => ("有重复的边界圈", "Two of its rings are the same"),
        TopologyValidationErrors.TooFewPoints => ("一圈边界不足三个不同的界址点", "A ring has fewer than three different vertices"),
        TopologyValidationErrors.InvalidCoordinate => ("有无效坐标", "A coordinate is no number"),
        TopologyValidationErrors.RingNotClosed => ("边界没有闭合", "A ring is not closed"),
        _ => ("图形不合拓扑规则", "It breaks the rules of topology"),
    };

    private static string Place(Coordinate at) => string.Create(CultureInfo.InvariantCulture, $"{at.X:0.0000000}, {at.Y:0.0000000}");

    private static string Metres(double value) => value.ToString(value < 10 ? "0.00" : "0.#", CultureInfo.InvariantCulture);

    private static string Percent(decimal stated, decimal measured) => (Math.Abs(stated - measured) / stated * 100).ToString("0.0", CultureInfo.InvariantCulture);
}
