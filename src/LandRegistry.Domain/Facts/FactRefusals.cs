using System.Globalization;
using LandRegistry.Domain.Common;

namespace LandRegistry.Domain.Facts;

/// <summary>The refusals that commands on facts answer with.</summary>
public static class FactRefusals
{
    public static Refusal InFuture(DateOnly on, DateOnly today) => new(
        "fact-in-future",
        new("事实日期晚于今天", "The fact lies in the future"),
        new($"{Iso(on)} 晚于今天 {Iso(today)}；请登记已发生的事实。", $"{Iso(on)} is after today, {Iso(today)}. Record what has happened, not what will."));

    public static Refusal AlreadyWithdrawn() => new(
        "fact-already-withdrawn",
        new("该事实已撤回", "The fact is withdrawn"),
        new("已撤回的事实不再更正；请重新登记。", "What is withdrawn is not corrected; enter it anew."));

    public static Refusal DocumentElsewhere() => new(
        "document-not-of-parcel",
        new("文件不属于该宗地", "The document is not this parcel's"),
        new("所引文件不存在、已撤回或属于其他宗地。", "The document named is not there, is withdrawn, or belongs to another parcel."));

    public static Refusal InspectionElsewhere() => new(
        "inspection-not-of-parcel",
        new("巡查记录不属于该宗地", "The inspection is not this parcel's"),
        new("所引巡查记录不存在、已撤回或属于其他宗地。", "The inspection named is not there, is withdrawn, or belongs to another parcel."));

    public static Refusal DocumentInUse(int facts) => new(
        "document-in-use",
        new("文件仍被引用", "Facts rest on the document"),
        new($"有 {facts} 条事实以该文件为据，请先更正或撤回。", $"{facts} fact(s) rest on it; correct or withdraw them first."));

    public static Refusal EnterpriseUnknown() => new(
        "enterprise-unknown",
        new("企业不存在", "There is no such enterprise"),
        new("登记中没有该编号的企业。", "The register has no enterprise of this id."));

    public static Refusal NothingPublished(DateOnly on) => new(
        "nothing-published",
        new("没有公开中的闲置信息", "Nothing is published"),
        new($"{Iso(on)} 没有公开中的闲置信息可以撤销。", $"On {Iso(on)} no publication stands that could be withdrawn."),
        "Order 53 Article 11");

    public static Refusal SettledOverDue(decimal overYuan) => new(
        "settled-over-due",
        new("结清额超过应付额", "More is settled than was due"),
        new(
            string.Create(CultureInfo.InvariantCulture, $"结清补偿将超出应付补偿 {overYuan:0.##} 元；请先登记应付额。"),
            string.Create(CultureInfo.InvariantCulture, $"The settlements would exceed what is due by {overYuan:0.##} yuan; record what is due first.")));

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
