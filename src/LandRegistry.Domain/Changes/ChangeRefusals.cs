using System.Globalization;
using LandRegistry.Domain.Common;

namespace LandRegistry.Domain.Changes;

/// <summary>The refusals that the undoing of a change answers with.</summary>
public static class ChangeRefusals
{
    private const int Named = 5;

    private static readonly Text NotUndoable = new("该变更不能撤销", "This change cannot be undone");

    public static Refusal AlreadyUndone(long change, long by) => new(
        "change-already-undone",
        new("该变更已被撤销", "This change is undone already"),
        new($"变更 {change} 已由变更 {by} 撤销；要恢复，请撤销变更 {by}。", $"Change {change} was undone by change {by}; to have it back, undo change {by}."));

    public static Refusal NothingWritten(long change) => new(
        "change-not-undoable", NotUndoable, new($"变更 {change} 未写入任何记录。", $"Change {change} wrote no row."));

    public static Refusal BroughtLasting(long change) => new(
        "change-not-undoable",
        NotUndoable,
        new($"变更 {change} 建立了区域等不可撤回的基础数据。", $"Change {change} brought rows that nothing can withdraw, such as zones."));

    public static Refusal TooLarge(long change, int most) => new(
        "change-not-undoable",
        NotUndoable,
        new(
            $"变更 {change} 写入的记录超过 {most} 条，属于批量载入。",
            string.Create(CultureInfo.InvariantCulture, $"Change {change} wrote more than {most:#,0} rows; it was a bulk load.")));

    public static Refusal BuiltOn(long change, IReadOnlyList<LaterChange> later)
    {
        var (more, moreEn) = later.Count > Named ? (" 等", " and others") : ("", "");
        return new(
            "change-built-on",
            new("其后已有变更依据该变更", "Later changes were built on this one"),
            new(
                $"变更 {change} 所写的记录其后又有变更：{string.Join("、", later.Take(Named).Select(l => $"{l.Id}（{Iso(l.On)} {l.Actor} {l.Command}）"))}{more}。请先撤销这些变更。",
                $"The rows of change {change} were changed since by {string.Join(", ", later.Take(Named).Select(l => $"{l.Id} ({l.Command}, {l.Actor}, {Iso(l.On)})"))}{moreEn}. Undo those first."));
    }

    public static Refusal Conflicts(long change) => new(
        "undo-conflicts",
        new("恢复后的内容与现有记录冲突", "The former state cannot stand beside what is there now"),
        new(
            $"撤销变更 {change} 后的内容与其他现行记录冲突（如代码重复、期间重叠）。请先更正那些记录。",
            $"What was before change {change} conflicts with other rows that stand now (a code used twice, periods that overlap). Mend those first."));

    public static Refusal GroundTaken(long change, IReadOnlyList<string> neighbours) => new(
        "undo-ground-taken",
        new("恢复后的界址与他宗重叠", "Others have been drawn on the ground that would come back"),
        new(
            $"撤销变更 {change} 会恢复的界址与 {string.Join("、", neighbours.Take(Named))} 重叠，须先处理这些宗地。",
            $"The boundary that undoing change {change} would put back overlaps {string.Join(", ", neighbours.Take(Named))}, drawn since. Deal with those first."));

    public static Refusal BeyondZones() => new(
        "undo-beyond-zones",
        new("该变更涉及权限区域以外的记录", "The change reaches beyond your zones"),
        new("只有对其全部记录都有权限的人才能撤销该变更。", "Only somebody who may change all that it wrote can undo it."));

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
