using System.Text.Json.Serialization;

namespace LandRegistry.Domain.Imports;

/// <summary>What the cells of a column are.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CellType>))]
public enum CellType
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>A code: digits and letters that are no number.</summary>
    Code,

    /// <summary>A whole number.</summary>
    WholeNumber,

    /// <summary>A number with a decimal point.</summary>
    Number,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A year, four digits.</summary>
    Year,

    /// <summary>An http or https address.</summary>
    Uri,

    /// <summary>One of listed values.</summary>
    Listed,
}

/// <summary>The fields of a parcel that an import may fill.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ParcelField>))]
public enum ParcelField
{
    /// <summary>Checked, kept with the row, no field of its own.</summary>
    None,

    /// <summary>Name of the site.</summary>
    Name,

    /// <summary>Location in words; several columns are joined.</summary>
    Address,

    /// <summary>Stated area; <see cref="ColumnRule.Factor"/> makes square metres of the cell.</summary>
    StatedAreaSquareMetres,

    /// <summary>Ownership: state, collective, private or mixed.</summary>
    Ownership,

    /// <summary>Status of the parcel.</summary>
    Status,

    /// <summary>Remarks in words.</summary>
    Remarks,

    /// <summary>The day the source last updated the row.</summary>
    SourceUpdatedOn,

    /// <summary>Key of the row in its source.</summary>
    SourceId,

    /// <summary>Parcel code (宗地代码).</summary>
    Code,

    /// <summary>Code or name of the zone.</summary>
    Zone,

    /// <summary>County code of GB/T 2260.</summary>
    CountyCode,

    /// <summary>Land-use code.</summary>
    LandUseCode,

    /// <summary>Right by which the land is held.</summary>
    RightType,

    /// <summary>The day from which the status holds.</summary>
    StatusSince,

    /// <summary>Legal kind of idleness, A or B.</summary>
    IdleKind,

    /// <summary>Whose cause the idleness is.</summary>
    IdleCause,

    /// <summary>When somebody last checked the parcel on the ground.</summary>
    LastCheckedOn,

    /// <summary>Who checked it.</summary>
    LastCheckedBy,

    /// <summary>Name of the enterprise that holds the land.</summary>
    HolderName,

    /// <summary>Unified social credit code of the holder.</summary>
    CreditCode,

    /// <summary>Contract number.</summary>
    ContractNumber,

    /// <summary>Date of signature.</summary>
    SignedOn,

    /// <summary>Agreed date of delivery.</summary>
    AgreedDeliveryOn,

    /// <summary>Agreed date to start works.</summary>
    AgreedCommencementOn,

    /// <summary>Agreed date to complete works.</summary>
    AgreedCompletionOn,

    /// <summary>Price of the right; <see cref="ColumnRule.Factor"/> makes yuan of the cell.</summary>
    PriceYuan,
}

/// <summary>How the cells of one column are read and checked.</summary>
public sealed record ColumnRule
{
    /// <summary>Heading of the column.</summary>
    public required string Name { get; init; }

    public CellType Type { get; init; } = CellType.Text;

    public ParcelField Field { get; init; } = ParcelField.None;

    /// <summary>True when a file without the column is still of this profile.</summary>
    public bool MayBeAbsent { get; init; }

    /// <summary>True when an unknown cell earns a remark.</summary>
    public bool Expected { get; init; }

    /// <summary>More words that stand for unknown in this column.</summary>
    public IReadOnlyList<string> UnknownWords { get; init; } = [];

    /// <summary>The number must be greater; otherwise it is unknown.</summary>
    public decimal? Above { get; init; }

    /// <summary>Least number, inclusive.</summary>
    public decimal? Minimum { get; init; }

    /// <summary>Greatest number, inclusive.</summary>
    public decimal? Maximum { get; init; }

    /// <summary>What the number is multiplied with to get the unit of the field: 10000 for hectares.</summary>
    public decimal Factor { get; init; } = 1;

    /// <summary>Characters at which the source cuts cells; a cell of this length may lack its end. Zero: never.</summary>
    public int CutAt { get; init; }

    /// <summary>Length of a code whose leading zeros a spreadsheet may have dropped. Zero: not known.</summary>
    public int CodeLength { get; init; }

    /// <summary>Column that must be later or the same; both are kept, a breach earns a remark.</summary>
    public string? NotAfter { get; init; }

    /// <summary>Forms of a date in this column; empty takes those of the profile.</summary>
    public IReadOnlyList<string> DateFormats { get; init; } = [];

    /// <summary>Sign between several listed values in one cell; all must agree to fill a field.</summary>
    public string? Separator { get; init; }

    /// <summary>The listed values.</summary>
    public IReadOnlyList<ListedValue> Values { get; init; } = [];
}

/// <summary>One value of a list.</summary>
public sealed record ListedValue
{
    /// <summary>The value in the register's vocabulary; null when the register has no word for it, or it means unknown.</summary>
    public string? Means { get; init; }

    /// <summary>As the standard writes it. Case and doubled spaces do not matter.</summary>
    public required string Spelling { get; init; }

    /// <summary>Other spellings met in real files; taken, with a remark.</summary>
    public IReadOnlyList<string> AlsoWritten { get; init; } = [];
}
