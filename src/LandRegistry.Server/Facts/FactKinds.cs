using LandRegistry.Domain.Common;
using LandRegistry.Domain.Facts;
using LandRegistry.Domain.Law;
using LandRegistry.Domain.Parcels;
using LandRegistry.Server.Store;

namespace LandRegistry.Server.Facts;

/// <summary>The kinds of facts that officers enter, with their fields; forms on screen are made from this table (<c>/api/law</c>).</summary>
internal static class FactKinds
{
    private static readonly FactField Note = new("note", FieldType.LongText, new("备注", "Remarks"));
    private static readonly FactField Source = new("source", FieldType.Text, new("来源", "Source"));
    private static readonly FactField Document = new("documentId", FieldType.Reference, new("依据文件", "Document"), Least: 1);
    private static readonly FactField Number = new("number", FieldType.Text, new("编号", "Number"));

    /// <summary>All kinds, in the order in which the card shows them.</summary>
    public static IReadOnlyList<FactKind> All { get; } =
    [
        new FactKind<Contract>("contract", new("出让合同、划拨决定书与补充协议", "Contract, allocation decision or supplementary agreement"), () => new(), null,
        [
            Type("contract", ("contract", "出让合同", "Contract"), ("allocation", "划拨决定书", "Allocation decision"), ("supplementary", "补充协议", "Supplementary agreement")),
            Number, Text("supervisionNumber", "电子监管号", "Electronic supervision number"),
            Day("signedOn", "签订日期", "Signed on"), Day("agreedDeliveryOn", "约定交地日期", "Agreed delivery", future: true),
            Day("agreedCommencementOn", "约定动工日期", "Agreed commencement", future: true), Day("agreedCompletionOn", "约定竣工日期", "Agreed completion", future: true),
            Whole("termYears", "使用年限", "Term, years", 1, 999), Amount("priceYuan", "出让价款（元）", "Price, yuan"),
            Amount("developableAreaSquareMetres", "应动工开发面积（平方米）", "Area to be developed, m²"),
            Amount("totalInvestmentYuan", "总投资额（元，不含地价税费）", "Total investment without price and taxes, yuan"),
            Amount("floorAreaRatioMin", "容积率下限", "Least floor area ratio", 99), Amount("floorAreaRatioMax", "容积率上限", "Greatest floor area ratio", 99),
            Amount("buildingDensityMax", "建筑密度上限（0—1）", "Greatest building density, 0 to 1", 1), Amount("greenRatioMin", "绿地率下限（0—1）", "Least green ratio, 0 to 1", 1),
            Amount("heightMaxMetres", "限高（米）", "Height limit, m", 9999), Amount("investmentPerMuYuan", "约定亩均投资（元/亩）", "Agreed investment, yuan per mu"),
            Amount("taxPerMuYuan", "约定亩均税收（元/亩·年）", "Agreed yearly tax, yuan per mu"), .. Evidence,
        ], [new("agreedCommencementOn", "agreedCompletionOn")]),
        .. LandFactKinds.All.Select(kind => Dated(kind.Code, kind.Name)),
        new FactKind<ProgressRecord>("progress", new("进度报告", "Progress report"), () => new(), null,
        [
            Day("asOf", "截至日期", "As of", required: true), Amount("developedAreaSquareMetres", "已开发面积（平方米）", "Developed area, m²"),
            Amount("investedYuan", "已投资额（元，不含地价税费）", "Invested without price and taxes, yuan"),
            Amount("civilWorksPercent", "土建工程（%）", "Civil works, %", 100), Amount("equipmentPercent", "设备安装（%）", "Equipment, %", 100), .. Evidence,
        ]),
        new FactKind<StoppageRecord>("stoppage", new("停工或无法动工", "Stoppage"), () => new(), null,
        [
            Day("fromOn", "开始日期", "From", required: true), Day("toOn", "恢复日期", "Resumed on", future: true),
            new("causes", FieldType.Codes, new("原因", "Causes"), LawChoices: Causes), .. Evidence,
        ], [new("fromOn", "toOn", MayBeSame: false)]),
        new FactKind<Encumbrance>("encumbrance", new("权利负担", "Encumbrance"), () => new(), null,
        [
            Type("encumbrance", ("mortgage", "抵押", "Mortgage"), ("seizure", "查封", "Seizure"), ("lease", "租赁", "Lease"), ("dispute", "争议", "Dispute"), ("court", "诉讼", "Court matter")),
            Text("holder", "权利人", "Holder"), Day("registeredOn", "登记日期", "Registered on"), Day("releasedOn", "解除日期", "Released on", future: true), .. Evidence,
        ], [new("registeredOn", "releasedOn")]),
        new FactKind<Occupancy>("occupancy", new("用地关系", "Occupancy"), () => new(), null,
        [
            new("enterpriseId", FieldType.Reference, new("企业", "Enterprise"), Required: true, Least: 1),
            new("role", FieldType.Code, new("角色", "Role"), Required: true, Choices: Codes(("holder", "使用权人", "Holder"), ("lessee", "承租人", "Lessee"), ("occupier", "实际使用人", "Occupier"))),
            Day("fromOn", "起始日期", "From"), Day("toOn", "结束日期", "To", future: true), .. Evidence,
        ], [new("fromOn", "toOn")]),
        new FactKind<InfrastructureRecord>("infrastructure", new("基础设施", "Infrastructure"), () => new(), null,
        [
            new("item", FieldType.Code, new("项目", "Item"), Required: true, Choices: Codes(
                ("road", "道路", "Road"), ("water", "供水", "Water"), ("power", "供电", "Power"), ("substation", "变电站", "Substation"), ("level_ground", "场地平整", "Level ground"), ("drainage", "排水", "Drainage"),
                ("sewage", "污水", "Sewage"), ("gas", "燃气", "Gas"), ("heat", "供热", "Heat"), ("telecom", "通信", "Telecom"), ("lighting", "照明", "Lighting"))),
            Day("onDay", "具备日期", "There since", required: true), Amount("quantity", "数量", "Quantity", 1e11), Text("unit", "单位", "Unit"), .. Evidence,
        ]),
        new FactKind<SupplyConditionsRecord>("supply_conditions", new("供应条件", "Conditions of supply"), () => new(), null,
        [
            Day("onDay", "日期", "Day", required: true), Number,
            Amount("floorAreaRatioMin", "容积率下限", "Least floor area ratio", 99), Amount("floorAreaRatioMax", "容积率上限", "Greatest floor area ratio", 99),
            Amount("buildingDensityMax", "建筑密度上限（0—1）", "Greatest building density, 0 to 1", 1), Amount("greenRatioMin", "绿地率下限（0—1）", "Least green ratio, 0 to 1", 1),
            Amount("heightMaxMetres", "限高（米）", "Height limit, m", 9999), Amount("investmentPerMuYuan", "亩均投资下限（元/亩）", "Least investment, yuan per mu"),
            Amount("outputPerMuYuan", "亩均产值下限（元/亩·年）", "Least yearly output, yuan per mu"), Amount("taxPerMuYuan", "亩均税收下限（元/亩·年）", "Least yearly tax, yuan per mu"),
            Amount("energyPerOutputMax", "单位产值能耗上限（吨标煤/万元）", "Greatest energy per output, tce per 10,000 yuan", 99999), Text("emissionLimit", "排放限值", "Limit of emissions"),
            Whole("termYears", "出让年限", "Term to be granted, years", 1, 999), Amount("pricePerMuYuan", "起始价（元/亩）", "Starting price, yuan per mu"),
            new("priceBasis", FieldType.Code, new("价格依据", "Basis of the price"), Choices: Codes(
                ("benchmark", "基准地价", "Benchmark price"), ("appraisal", "评估价", "Appraisal"), ("lowest", "最低价标准", "Lowest price standard"), ("negotiated", "集体决策底价", "Floor price decided by the office"))),
            .. Evidence,
        ]),
        new FactKind<MoneyRecord>("money", new("资金台账", "Money line"), () => new(), null,
        [
            Type("money", ("price", "出让价款", "Price"), ("payment", "价款缴纳", "Payment"), ("fee", "土地闲置费", "Idle fee"), ("fee_payment", "闲置费缴纳", "Fee payment"),
                ("compensation_due", "应付补偿", "Compensation due"), ("compensation_settled", "补偿结清", "Compensation settled"), ("deferred", "缓付补偿", "Compensation deferred"),
                ("swap_difference", "置换差价", "Swap difference"), ("subsidy", "补贴", "Subsidy")),
            Day("onDay", "日期", "Day", required: true, future: true), Amount("amountYuan", "金额（元）", "Amount, yuan", required: true),
            Day("dueOn", "应付期限", "Due on", future: true), Text("party", "对方", "Party"), Number, .. Evidence,
        ]),
        new FactKind<DocumentRecord>("document", new("文件", "Document"), () => new(), null,
        [
            new("type", FieldType.Code, new("文件类型", "Kind of document"), Required: true, LawChoices: DocumentTypes, Property: nameof(DocumentRecord.Kind)),
            Number, Text("title", "标题", "Title"), Day("issuedOn", "签发日期", "Issued on"),
            new("inspectionId", FieldType.Reference, new("所属巡查", "Inspection"), Least: 1), .. Evidence,
        ]),
        new FactKind<InspectionRecord>("inspection", new("巡查记录", "Inspection"), () => new(), null,
        [
            Day("onDay", "巡查日期", "Day", required: true), Text("inspector", "巡查人", "Inspector"),
            new("seen", FieldType.LongText, new("现场情况", "What was seen"), Required: true),
            new("longitude", FieldType.Number, new("经度", "Longitude"), Least: -180, Most: 180), new("latitude", FieldType.Number, new("纬度", "Latitude"), Least: -85, Most: 85), .. Evidence,
        ]),
    ];

    /// <summary>The kind of a code; null when there is none.</summary>
    public static FactKind? Find(string code) => All.FirstOrDefault(kind => kind.Code == code);

    private static FactField[] Evidence => [Note, Source, Document];

    private static FactKind<LandFactRecord> Dated(string code, Text name) => new(code, name, () => new() { Kind = code }, fact => fact.Kind == code,
    [
        Day("onDay", "日期", "Day", required: true), .. Answer(code), Number, .. Evidence,
    ]);

    private static FactField[] Answer(string code) => code switch
    {
        LandFactKinds.ActualStart => [Choice("test", "动工认定标准", "Test of Article 30", false,
            ("pit_dug", "基坑开挖完毕", "Pit dug"), ("piles_driven", "打入所有基础桩", "All piles driven"), ("foundation_third", "地基施工完成三分之一", "A third of the foundation"))],
        LandFactKinds.FormerUse => [Choice("value", "原用途", "Former use", true, ("industrial", "工业", "Industrial"), ("other", "其他", "Other"))],
        LandFactKinds.Willingness => [Choice("value", "盘活意愿", "Willingness", true, ("willing", "愿意", "Willing"), ("watching", "观望", "Watching"), ("refusing", "不愿", "Refusing"))],
        LandFactKinds.StandardLand => [Choice("value", "标准地指标", "Indicators", true, ("required", "须设定", "Required"), ("set", "已设定", "Set"), ("not_required", "不适用", "Not required"))],
        _ => [],
    };

    private static FactField Choice(string name, string zh, string en, bool required, params (string Code, string Zh, string En)[] choices) =>
        new(name, FieldType.Code, new(zh, en), required, Choices: Codes(choices));

    private static FactField Type(string of, params (string Code, string Zh, string En)[] choices) =>
        new("type", FieldType.Code, of == "money" ? new("款项", "Line") : new("类型", "Type"), Required: true, Choices: Codes(choices), Property: "Kind");

    private static FactField Day(string name, string zh, string en, bool required = false, bool future = false) =>
        new(name, FieldType.Day, new(zh, en), required, MayBeFuture: future);

    private static FactField Text(string name, string zh, string en) => new(name, FieldType.Text, new(zh, en));

    private static FactField Whole(string name, string zh, string en, int least, int most) => new(name, FieldType.Whole, new(zh, en), Least: least, Most: most);

    private static FactField Amount(string name, string zh, string en, double most = 1e13, bool required = false) => new(name, FieldType.Number, new(zh, en), required, Most: most);

    private static CodeShape[] Codes(params (string Code, string Zh, string En)[] codes) => [.. codes.Select(code => new CodeShape(code.Code, new(code.Zh, code.En)))];

    private static IReadOnlyList<CodeShape> Causes(LawShelf law) => [.. law.Causes.Select(cause => new CodeShape(cause.Code, cause.Says))];

    private static IReadOnlyList<CodeShape> DocumentTypes(LawShelf law) =>
    [
        .. law.Documents.Select(kind => new CodeShape(kind.Code, kind.Says)),
        .. Codes(("contract", "合同", "Contract"), ("allocation", "划拨决定书", "Allocation decision"), ("certificate", "权属证书", "Certificate"), ("court", "法院文书", "Court paper"), ("map", "图件", "Map"), ("photo", "照片", "Photograph"), ("other", "其他", "Other")),
    ];
}
