using LandRegistry.Domain.Common;
using LandRegistry.Domain.Imports.Coordinates;
using LandRegistry.Domain.Imports.Reading;
using NetTopologySuite.Geometries;

namespace LandRegistry.Server.Imports.Reading;

/// <summary>What the user says of a file where it can be read in more than one way. Null lets the file decide.</summary>
public sealed record SourceChoices
{
    /// <summary>Layer of a GeoPackage, drawing or geodatabase, sheet of a workbook.</summary>
    public string? Layer { get; init; }

    /// <summary>Encoding of its text, one of <see cref="SourceEncoding.Candidates"/>.</summary>
    public string? Encoding { get; init; }

    /// <summary>Character between the cells of a CSV.</summary>
    public string? Delimiter { get; init; }

    /// <summary>Row in which the heading of a table begins, from 1.</summary>
    public int? HeadingRow { get; init; }

    /// <summary>Rows that the heading takes up.</summary>
    public int? HeadingRows { get; init; }

    /// <summary>Column of a table with easting or longitude; goes with <see cref="YColumn"/>.</summary>
    public string? XColumn { get; init; }

    /// <summary>Column of a table with northing or latitude.</summary>
    public string? YColumn { get; init; }

    /// <summary>Column of a table with well-known text.</summary>
    public string? WktColumn { get; init; }
}

/// <summary>A layer or sheet of a file.</summary>
/// <param name="Name">Its name, for <see cref="SourceChoices.Layer"/>.</param>
/// <param name="Rows">Rows in it; null when not counted.</param>
public sealed record SourceLayer(string Name, long? Rows)
{
    /// <summary>The name for all layers together, where they are alike but for their kind of shape.</summary>
    public const string Together = "*";
}

/// <summary>How the text of a file is encoded.</summary>
/// <param name="Name">Name of the encoding that is taken.</param>
/// <param name="Reason">Why this one.</param>
/// <param name="Candidates">Those that it might be, each with some of its text; the user sees at once which is right.</param>
public sealed record SourceEncoding(string Name, Text Reason, IReadOnlyList<EncodingPreview> Candidates);

/// <summary>How text looks in one encoding.</summary>
/// <param name="Name">Name of the encoding, for <see cref="SourceChoices.Encoding"/>.</param>
/// <param name="Decodes">False when bytes of the file are none of this encoding.</param>
/// <param name="Lines">Up to five lines with other than ASCII letters.</param>
public sealed record EncodingPreview(string Name, bool Decodes, IReadOnlyList<string> Lines);

/// <summary>How far reading is.</summary>
/// <param name="Rows">Rows read.</param>
/// <param name="Share">Share of the file read, 0 to 1; null where it cannot be told.</param>
public sealed record ReadingProgress(long Rows, double? Share);

/// <summary>What a file is. With faults it is refused and the rest may be missing.</summary>
public sealed record SourceInspection
{
    /// <summary>The file or folder that was inspected.</summary>
    public required string Path { get; init; }

    /// <summary>Why the file is refused as a whole: what, where and how to mend it; empty when it can be read.</summary>
    public IReadOnlyList<Text> Faults { get; init; } = [];

    /// <summary>Its format; null when it is none that is read.</summary>
    public SourceFormat? Format { get; init; }

    /// <summary>Its layers or sheets; one without a name where the format knows none.</summary>
    public IReadOnlyList<SourceLayer> Layers { get; init; } = [];

    /// <summary>
    /// The layer that columns, rows and extent are those of: the chosen one, else all together where they differ in their kind of shape
    /// only, else the first with rows. Ask when <see cref="Layers"/> are several.
    /// </summary>
    public string Layer { get; init; } = "";

    /// <summary>How its text is encoded; null where the format fixes it.</summary>
    public SourceEncoding? Encoding { get; init; }

    /// <summary>Columns in the order of the cells of a row.</summary>
    public IReadOnlyList<SourceColumn> Columns { get; init; } = [];

    /// <summary>Rows, refused ones among them; totals and titles (<see cref="Skipped"/>) are none.</summary>
    public long Rows { get; init; }

    /// <summary>Rows that reading alone refuses.</summary>
    public long RefusedRows { get; init; }

    /// <summary>Rows of a table that are no rows of the register: titles, totals, signatures. At most 1,000 are listed.</summary>
    public IReadOnlyList<SkippedRow> Skipped { get; init; } = [];

    /// <summary>How many rows have which kind of geometry: <c>Polygon</c>, <c>Point</c>, <c>none</c>.</summary>
    public IReadOnlyDictionary<string, long> GeometryKinds { get; init; } = new Dictionary<string, long>(StringComparer.Ordinal);

    /// <summary>Extent in the numbers of the file; null without geometry.</summary>
    public Envelope? Extent { get; init; }

    /// <summary>The columns of a table that say the place of its rows: one of well-known text, or two; none elsewhere.</summary>
    public IReadOnlyList<string> PlaceColumns { get; init; } = [];

    /// <summary>What the file says its coordinate system is; null when nothing.</summary>
    public CrsStatement? StatedCrs { get; init; }

    /// <summary>What the coordinate doctor makes of it; null without geometry.</summary>
    public CrsDiagnosis? Crs { get; init; }

    /// <summary>What was told apart or mended on opening, for the reader to know: order of axes, missing .shx, heading of two rows.</summary>
    public IReadOnlyList<Text> Notes { get; init; } = [];
}
