using System.Text.Json;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Parcels;

namespace LandRegistry.Domain.Imports;

/// <summary>A word of the register for a field of listed values, with what people write for it.</summary>
/// <param name="Code">The register's word.</param>
/// <param name="Name">Its name in both languages.</param>
/// <param name="AlsoWritten">Other ways to write it.</param>
public sealed record FieldWord(string Code, Text Name, params string[] AlsoWritten);

/// <summary>The fields that an import may fill: what they are called, of what type they are, by which headings they are known.</summary>
public static class ImportFields
{
    private static readonly (ParcelField Field, CellType Type, Text Name, string[] Headings)[] Table =
    [
        (ParcelField.Code, CellType.Text, new("宗地代码", "Parcel code"), ["宗地代码", "宗地编码", "宗地号", "宗地编号", "不动产单元号", "parcelcode", "code"]),
        (ParcelField.Name, CellType.Text, new("名称", "Name"), ["名称", "地块名称", "宗地名称", "项目名称", "name", "sitename"]),
        (ParcelField.Address, CellType.Text, new("坐落", "Address"), ["坐落", "土地坐落", "地址", "位置", "宗地坐落", "address", "location"]),
        (ParcelField.Zone, CellType.Text, new("所属区域", "Zone"), ["所属区域", "区域", "园区", "所在园区", "所属园区", "开发区", "乡镇", "zone", "park"]),
        (ParcelField.CountyCode, CellType.Text, new("县级代码", "County code"), ["行政区代码", "行政区划代码", "县级行政区划代码", "县代码", "区县代码", "countycode"]),
        (ParcelField.StatedAreaSquareMetres, CellType.Number, new("登记面积", "Stated area"),
            ["登载面积", "statedarea", "statedm2", "面积", "宗地面积", "土地面积", "用地面积", "出让面积", "地块面积", "登记面积", "批准面积", "area", "hectares"]),
        (ParcelField.LandUseCode, CellType.Text, new("地类编码", "Land-use code"), ["地类编码", "用途代码", "地类代码", "土地用途编码", "dlbm", "landusecode"]),
        (ParcelField.RightType, CellType.Listed, new("权利类型", "Right"), ["权利类型", "供地方式", "使用权类型", "取得方式", "righttype"]),
        (ParcelField.Ownership, CellType.Listed, new("权属性质", "Ownership"), ["权属性质", "权属", "所有权", "土地权属", "ownership"]),
        (ParcelField.Status, CellType.Listed, new("状态", "Status"), ["状态", "利用状态", "土地状态", "利用状况", "开发状态", "status"]),
        (ParcelField.StatusSince, CellType.Date, new("状态起始日", "Status since"), ["状态起始日", "状态日期", "认定日期", "statussince"]),
        (ParcelField.IdleKind, CellType.Listed, new("闲置类型", "Kind of idleness"), ["闲置类型", "闲置类别", "idlekind"]),
        (ParcelField.IdleCause, CellType.Listed, new("闲置原因", "Cause"), ["闲置原因", "原因", "成因", "idlecause", "cause"]),
        (ParcelField.HolderName, CellType.Text, new("使用权人", "Holder"), ["使用权人", "土地使用权人", "权利人", "受让人", "企业名称", "用地单位", "单位名称", "holder", "company"]),
        (ParcelField.CreditCode, CellType.Text, new("统一社会信用代码", "Credit code"), ["统一社会信用代码", "信用代码", "社会信用代码", "creditcode"]),
        (ParcelField.ContractNumber, CellType.Text, new("合同编号", "Contract number"), ["合同编号", "合同号", "出让合同编号", "出让合同号", "contractnumber"]),
        (ParcelField.SignedOn, CellType.Date, new("签订日期", "Signed on"), ["签订日期", "合同签订日", "合同签订日期", "签订时间", "出让日期", "signedon"]),
        (ParcelField.AgreedDeliveryOn, CellType.Date, new("约定交地日期", "Agreed delivery"), ["约定交地日期", "约定交地时间", "交地日期", "交地时间", "agreeddeliveryon"]),
        (ParcelField.AgreedCommencementOn, CellType.Date, new("约定动工日期", "Agreed start"), ["约定动工日期", "约定开工日期", "约定动工时间", "约定开工时间", "动工日期", "约定动工日", "动工日", "agreedcommencementon"]),
        (ParcelField.AgreedCompletionOn, CellType.Date, new("约定竣工日期", "Agreed completion"), ["约定竣工日期", "约定竣工时间", "竣工日期", "约定竣工日", "竣工日", "agreedcompletionon"]),
        (ParcelField.PriceYuan, CellType.Number, new("成交价款", "Price"), ["成交价款", "成交价", "出让价款", "出让金", "土地价款", "合同价款", "price", "priceyuan"]),
        (ParcelField.LastCheckedOn, CellType.Date, new("核查日期", "Checked on"), ["核查日期", "最近核查日", "调查日期", "巡查日期", "lastcheckedon"]),
        (ParcelField.LastCheckedBy, CellType.Text, new("核查人", "Checked by"), ["核查人", "调查人", "调查员", "巡查人", "lastcheckedby"]),
        (ParcelField.SourceId, CellType.Text, new("来源编号", "Source id"), ["来源编号", "地块编号", "编号", "地块编码", "objectid", "fid", "id", "sourceid"]),
        (ParcelField.SourceUpdatedOn, CellType.Date, new("来源更新日期", "Source updated on"), ["更新日期", "更新时间", "sourceupdatedon", "lastupdated"]),
        (ParcelField.Remarks, CellType.Text, new("备注", "Remarks"), ["备注", "说明", "remarks", "notes"]),
    ];

    private static readonly Dictionary<ParcelField, FieldWord[]> Listed = new()
    {
        [ParcelField.Status] = [.. ParcelStatuses.All.Select(StatusWord)],
        [ParcelField.Ownership] =
        [
            new("state", new("国有", "State"), "国家所有", "国有土地", "G"), new("collective", new("集体", "Collective"), "集体所有", "集体土地", "J"),
            new("private", new("私有", "Private")), new("mixed", new("混合", "Mixed")),
        ],
        [ParcelField.RightType] =
        [
            new("granted", new("出让", "Granted"), "国有出让", "招标出让", "拍卖出让", "挂牌出让", "协议出让"), new("allocated", new("划拨", "Allocated"), "国有划拨"),
            new("leased", new("租赁", "Leased"), "国有租赁"), new("contributed", new("作价出资", "Contributed"), "作价出资（入股）", "作价入股"),
            new("collective_granted", new("集体出让", "Collective, granted"), "集体经营性建设用地出让"), new("collective_leased", new("集体租赁", "Collective, leased"), "集体出租", "集体经营性建设用地出租"),
        ],
        [ParcelField.IdleKind] = [new("A", new("未动工", "Never started"), "未动工开发", "甲类"), new("B", new("中止开发", "Started, then stopped"), "停工", "乙类")],
        [ParcelField.IdleCause] =
        [
            new("government", new("政府原因", "Government"), "政府", "政府行为"), new("holder", new("企业原因", "Holder"), "企业", "自身原因", "企业自身原因", "使用权人原因"),
            new("force_majeure", new("不可抗力", "Force majeure")),
        ],
    };

    private static readonly Dictionary<ParcelField, string> Columns = Enum.GetValues<ParcelField>().ToDictionary(
        field => field, field => field == ParcelField.Zone ? "zone_code" : JsonNamingPolicy.SnakeCaseLower.ConvertName(field.ToString()));

    /// <summary>All fields in the order in which they are offered.</summary>
    public static IReadOnlyList<ParcelField> All { get; } = [.. Table.Select(row => row.Field)];

    /// <summary>The field's name for the reader.</summary>
    public static Text Name(ParcelField field) => Row(field).Name;

    /// <summary>What its cells are.</summary>
    public static CellType Type(ParcelField field) => Row(field).Type;

    /// <summary>Headings that mean it, without blanks and signs, in small letters.</summary>
    public static IReadOnlyList<string> Headings(ParcelField field) => Row(field).Headings;

    /// <summary>Name of the register's column that holds it.</summary>
    public static string Column(ParcelField field) => Columns[field];

    /// <summary>The words of a field of listed values; empty for other fields.</summary>
    public static IReadOnlyList<FieldWord> Words(ParcelField field) => Listed.GetValueOrDefault(field, []);

    /// <summary>True for agreed days, which may lie ahead.</summary>
    public static bool MayBeAhead(ParcelField field) =>
        field is ParcelField.AgreedDeliveryOn or ParcelField.AgreedCommencementOn or ParcelField.AgreedCompletionOn;

    private static (ParcelField Field, CellType Type, Text Name, string[] Headings) Row(ParcelField field) => Table.Single(row => row.Field == field);

    private static FieldWord StatusWord(ParcelStatus status) => new(status.Code(), status.Name(), status switch
    {
        ParcelStatus.InUse => ["正常", "已开发", "已建成", "在用"],
        ParcelStatus.Suspected => ["疑似", "未开发", "未动工"],
        ParcelStatus.Idle => ["闲置", "闲置土地"],
        ParcelStatus.LowEfficiency => ["低效用地", "低效利用"],
        ParcelStatus.Disposing => ["处置中", "盘活中"],
        ParcelStatus.Reserved => ["收储", "储备", "在库"],
        ParcelStatus.Listed => ["挂牌", "出让中"],
        ParcelStatus.Awarded => ["已成交", "待开工"],
        ParcelStatus.Closed => ["已销号", "已盘活", "销号"],
        _ => [],
    });
}
