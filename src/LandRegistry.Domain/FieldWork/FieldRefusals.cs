using LandRegistry.Domain.Common;

namespace LandRegistry.Domain.FieldWork;

/// <summary>The refusals that field packages answer with.</summary>
public static class FieldRefusals
{
    public static Refusal NotOurs() => new(
        "field-file-not-ours",
        new("不是本登记的外业数据包", "No field package of this register"),
        new("文件中没有本登记导出时写入的标识。请交回由本登记导出的数据包。", "The file does not carry the mark of a package that this register handed out. Bring back the package itself."));

    public static Refusal TooManyParcels(int most) => new(
        "field-package-too-large",
        new("宗地过多", "Too many parcels"),
        new($"一个外业数据包最多 {most:#,0} 宗。请缩小筛选范围。", $"A field package takes {most:#,0} parcels at most. Narrow the filter."));

    public static Refusal NothingChosen() => new(
        "field-package-empty",
        new("没有宗地", "No parcels"),
        new("筛选结果中没有宗地。", "The filter matches no parcel."));

    public static Refusal Unresolved(int conflicts) => new(
        "field-conflicts-open",
        new("尚有冲突未处理", "Conflicts are open"),
        new($"外业与登记都改动了 {conflicts} 处。请逐项选择保留哪一个。", $"Field and office both changed {conflicts} value(s). Choose one of each."));

    public static Refusal RowsRefused(int rows) => new(
        "field-rows-refused",
        new("部分改动不合规则", "A rule forbids some of the changes"),
        new($"有 {rows} 处外业改动被规则拒绝，未写入任何内容。请将这些项改为保留登记内容，或在外业更正后重新交回。", $"Rules refuse {rows} change(s) of the field; nothing was written. Keep the register's value there, or mend them and bring the file back."));

    public static Refusal InNoZone() => new(
        "field-parcel-in-no-zone",
        new("新绘宗地不在任何区域内", "The drawn parcel lies in no zone"),
        new("新绘宗地不在您可查看的任何已登记区域的范围内。请核对位置，或先登记区域范围。", "It lies within no zone of the register that you may see. Look at where it lies, or give the zone its extent first."));

    public static Refusal ReadyAtFirst() => new(
        "field-parcel-ready",
        new("新绘宗地不能直接为“可再出让”", "A drawn parcel cannot begin as ready for re-tender"),
        new("“可再出让”须在登记中逐项核验后标注。请改为其他状态。", "Ready for re-tender is marked in the register once every item holds. Choose another status."));
}
