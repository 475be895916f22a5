using LandRegistry.Domain.Common;
using LandRegistry.Domain.Parcels;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform.Sheets;

namespace LandRegistry.Server.Exports;

/// <summary>
/// The one table of what may be exported of a parcel, for every format, in its order. p is the parcel, z its zone; $17 the past day
/// asked about (null for now) and $18 that day or today.
/// </summary>
internal static class ParcelColumns
{
    private const string Holding =
        "from registry.occupancy o join registry.enterprise e on e.id = o.enterprise_id where o.parcel_id = p.id and o.role = 'holder' and not o.withdrawn "
        + "and case when $17::date is null then o.to_on is null else (o.from_on is null or o.from_on <= $17) and (o.to_on is null or o.to_on >= $17) end order by o.id limit 1";

    private const string Contract =
        "from registry.contract c where c.parcel_id = p.id and c.kind = 'contract' and not c.withdrawn and (c.signed_on is null or c.signed_on <= $18) order by c.signed_on desc nulls last, c.id desc limit 1";

    private const string Clock = "from registry.clock_segment s where s.parcel_id = p.id and s.from_on <= $18 order by s.from_on desc limit 1";

    private static readonly Dictionary<string, Text> Rights = new(StringComparer.Ordinal)
    {
        ["granted"] = new("出让", "Granted"), ["allocated"] = new("划拨", "Allocated"), ["leased"] = new("租赁", "Leased"), ["contributed"] = new("作价出资（入股）", "Contributed as capital"),
        ["collective_granted"] = new("集体经营性建设用地出让", "Granted, collective"), ["collective_leased"] = new("集体经营性建设用地出租", "Leased, collective"),
    };

    private static readonly Dictionary<string, Text> Owners = new(StringComparer.Ordinal)
    {
        ["state"] = new("国有", "State"), ["collective"] = new("集体", "Collective"), ["private"] = new("私有", "Private"), ["mixed"] = new("混合", "Mixed"),
    };

    private static readonly Dictionary<string, Text> Causes = new(StringComparer.Ordinal)
    {
        ["government"] = new("政府原因", "Government"), ["holder"] = new("企业自身原因", "Holder"), ["force_majeure"] = new("不可抗力", "Force majeure"),
    };

    private static readonly Dictionary<string, Text> Answers = new(StringComparer.Ordinal) { ["true"] = new("是", "yes"), ["false"] = new("否", "no") };

    /// <summary>All columns.</summary>
    public static IReadOnlyList<ExportColumn> All { get; } =
    [
        new("id", "id", new("编号", "Id"), CellType.Whole, 10, "p.id"),
        Words("code", "code", "宗地代码", "Parcel code", 22, "p.code"),
        Words("name", "name", "名称", "Name", 22, "p.name"),
        Words("address", "address", "坐落", "Address", 28, "p.address"),
        Words("zone", "zone", "区域", "Zone", 18, "z.name_LANGUAGE"),
        Words("zoneCode", "zone_code", "区域代码", "Zone code", 14, "z.code"),
        Words("county", "county", "县级行政区划代码", "County code", 12, "p.county_code"),
        new("status", "status", new("状态", "Status"), CellType.Text, 14, "p.status") { Words = code => ParcelStatuses.Parse(code).Name() },
        Day("since", "since", "状态起始日", "Status since", "p.status_since"),
        new("onHold", "on_hold", new("暂缓", "On hold"), CellType.Text, 8, "p.on_hold::text") { Words = Of(Answers) },
        Words("holdReason", "hold_why", "暂缓原因", "Reason of the hold", 22, "p.hold_reason"),
        Day("holdUntil", "hold_until", "暂缓至", "On hold until", "p.hold_until"),
        Words("use", "use", "用途", "Use", 16, "coalesce(u.name_LANGUAGE, p.land_use_code)"),
        Words("useCode", "use_code", "用途代码", "Use code", 10, "p.land_use_code"),
        Words("useSystem", "use_system", "用途分类标准", "Code system of the use", 18, "p.land_use_system"),
        new("right", "right_type", new("权利类型", "Right"), CellType.Text, 14, "p.right_type") { Words = Of(Rights) },
        new("ownership", "ownership", new("权属性质", "Ownership"), CellType.Text, 10, "p.ownership") { Words = Of(Owners) },
        Number("areaMu", "area_mu", "面积（亩）", "Area, mu", "round(p.area_square_metres * 3 / 2000, 4)", CellType.Fine),
        Number("area", "area_m2", "面积（平方米）", "Area, m²", "p.area_square_metres"),
        Number("statedArea", "stated_m2", "登载面积（平方米）", "Stated area, m²", "p.stated_area_square_metres"),
        Number("measuredArea", "measure_m2", "图形面积（平方米）", "Measured area, m²", "p.measured_area_square_metres"),
        new("surveyed", "surveyed", new("已勘测边界", "Has a boundary"), CellType.Text, 8, "(p.boundary is not null)::text") { Words = Of(Answers) },
        Words("holder", "holder", "使用权人", "Holder", 26, $"(select e.name {Holding})"),
        Words("holderCode", "holder_id", "使用权人统一社会信用代码", "Credit code of the holder", 22, $"(select e.credit_code {Holding})"),
        Words("officer", "officer", "责任人", "Officer", 12, "p.officer"),
        new("idleKind", "idle_kind", new("闲置类型", "Kind of idleness"), CellType.Text, 10, "p.idle_kind"),
        new("cause", "cause", new("闲置原因", "Cause of idleness"), CellType.Text, 14, "p.idle_cause") { Words = Of(Causes) },
        Day("suspectedFrom", "suspect_on", "构成闲置日", "Idle by time from", $"(select s.suspected_from {Clock})"),
        Day("feeFrom", "fee_on", "可征闲置费日", "Fee from", $"(select s.fee_from {Clock})"),
        Day("recoveryFrom", "recover_on", "可收回日", "Recovery from", $"(select s.recovery_from {Clock})"),
        Words("contract", "contract", "合同编号", "Contract number", 20, $"(select c.number {Contract})"),
        Day("signedOn", "signed_on", "合同签订日", "Contract signed", $"(select c.signed_on {Contract})"),
        Day("startOn", "start_on", "约定动工日", "Agreed start", $"(select c.agreed_commencement_on {Contract})"),
        Day("completeOn", "finish_on", "约定竣工日", "Agreed completion", $"(select c.agreed_completion_on {Contract})"),
        Number("price", "price_yuan", "出让价款（元）", "Price, yuan", $"(select c.price_yuan {Contract})") with { Needs = RegisterAction.ReadMoney },
        Words("source", "source", "数据来源", "Source", 14, "p.source"),
        Words("sourceId", "source_id", "来源标识", "Key in the source", 16, "p.source_id"),
        Day("checkedOn", "checked_on", "最近核查日", "Last checked", "p.last_checked_on"),
        Words("checkedBy", "checked_by", "核查人", "Checked by", 12, "p.last_checked_by"),
        Words("remarks", "remarks", "备注", "Remarks", 30, "p.remarks"),
        Words("updated", "updated", "更新时间", "Last change", 18, "to_char(p.updated_at at time zone 'UTC' + $19, 'YYYY-MM-DD HH24:MI:SS')"),
        Number("longitude", "longitude", "经度（CGCS2000）", "Longitude (CGCS2000)", "round(st_x(p.location)::numeric, 8)", CellType.Fine),
        Number("latitude", "latitude", "纬度（CGCS2000）", "Latitude (CGCS2000)", "round(st_y(p.location)::numeric, 8)", CellType.Fine),
        new("boundary", "boundary", new("图形（WKT）", "Shape (WKT)"), CellType.Text, 40, "st_astext(SHAPE, 15)") { IsLong = true },
    ];

    /// <summary>What is exported when nothing is chosen.</summary>
    public static IReadOnlyList<ExportColumn> Usual { get; } = [.. All.Where(column => !column.IsLong)];

    /// <summary>The column of a code; null when there is none.</summary>
    public static ExportColumn? Find(string code) => All.FirstOrDefault(column => column.Code == code);

    private static Func<string, Text?> Of(Dictionary<string, Text> names) => code => names.GetValueOrDefault(code);

    private static ExportColumn Words(string code, string field, string zh, string en, double width, string sql) => new(code, field, new(zh, en), CellType.Text, width, sql);

    private static ExportColumn Day(string code, string field, string zh, string en, string sql) => new(code, field, new(zh, en), CellType.Day, 12, sql);

    private static ExportColumn Number(string code, string field, string zh, string en, string sql, CellType type = CellType.Number) => new(code, field, new(zh, en), type, 16, sql);
}
