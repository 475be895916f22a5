using System.Text.Json;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Imports.Choosing;

namespace LandRegistry.Server.Imports;

/// <summary>An import: a file on its way into the register, or how it ended.</summary>
public sealed record ImportShape
{
    public required long Id { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who sent it.</summary>
    public required string Actor { get; init; }

    /// <summary>Name that the file had where it came from.</summary>
    public required string FileName { get; init; }

    public required long FileBytes { get; init; }

    /// <summary>inspecting, choosing, judging, judged, matching, committing, committed, nothing_new, refused, cancelled or failed.</summary>
    public required string Phase { get; init; }

    /// <summary>What the work is doing; null while it waits.</summary>
    public required Text? Stage { get; init; }

    /// <summary>Share of the stage done, 0 to 1; 0 when it cannot be told.</summary>
    public required double Done { get; init; }

    public required long RowsDone { get; init; }

    /// <summary>When the work of the phase began.</summary>
    public required DateTimeOffset? StartedAt { get; init; }

    /// <summary>What the file was found to be; null until it was looked at, and in lists.</summary>
    public required FileShape? File { get; init; }

    /// <summary>How its rows are read, as chosen; before that, as guessed. Null in lists.</summary>
    public required ImportChoices? Choices { get; init; }

    /// <summary>Why it was refused or its work ended; null otherwise.</summary>
    public required Text? Fault { get; init; }

    /// <summary>The lists; null before the dry run.</summary>
    public required ImportCounts? Counts { get; init; }

    /// <summary>What was found in the rows, by kind; null in lists.</summary>
    public required IReadOnlyList<IssueKindShape>? Issues { get; init; }

    /// <summary>West, south, east, north of its rows in degrees; null when none has a place.</summary>
    public required IReadOnlyList<double>? Bbox { get; init; }

    public required long? CampaignId { get; init; }

    /// <summary>The change that holds it; null until committed.</summary>
    public required long? ChangeId { get; init; }

    /// <summary>Whether that change was undone.</summary>
    public required bool IsUndone { get; init; }

    public required DateTimeOffset? FinishedAt { get; init; }
}

/// <summary>What a file was found to be.</summary>
public sealed record FileShape
{
    /// <summary>Name of its format.</summary>
    public required Text Format { get; init; }

    /// <summary>Whether it is a table, whose heading may take up several rows.</summary>
    public required bool IsTable { get; init; }

    public required IReadOnlyList<LayerChoice> Layers { get; init; }

    /// <summary>The layer or sheet that all this is about.</summary>
    public required string Layer { get; init; }

    public required EncodingFinding? Encoding { get; init; }

    public required IReadOnlyList<FileColumn> Columns { get; init; }

    public required long Rows { get; init; }

    /// <summary>Rows that are titles or totals, and no rows of the register.</summary>
    public required int Skipped { get; init; }

    /// <summary>How many rows have which kind of geometry.</summary>
    public required IReadOnlyDictionary<string, long> GeometryKinds { get; init; }

    /// <summary>The columns of a table that say the place of its rows: that of well-known text, or those of X and Y; none elsewhere.</summary>
    public IReadOnlyList<string> PlaceColumns { get; init; } = [];

    public required CrsFinding? Crs { get; init; }

    /// <summary>What was told apart or mended on opening.</summary>
    public required IReadOnlyList<Text> Notes { get; init; }
}

/// <summary>A layer or sheet.</summary>
public sealed record LayerChoice(string Name, long? Rows);

/// <summary>A column with the first different cells.</summary>
public sealed record FileColumn(string Name, string Kind, IReadOnlyList<string> Samples);

/// <summary>How the text is encoded, why, and how it would look otherwise.</summary>
public sealed record EncodingFinding(string Name, Text Reason, IReadOnlyList<EncodingLook> Candidates);

/// <summary>Text of the file in one encoding.</summary>
public sealed record EncodingLook(string Name, bool Decodes, IReadOnlyList<string> Lines);

/// <summary>What the coordinate doctor found.</summary>
/// <param name="Sentence">The finding.</param>
/// <param name="MustAsk">True when somebody has to choose.</param>
/// <param name="Proposals">Readings, best first.</param>
public sealed record CrsFinding(Text Sentence, bool MustAsk, IReadOnlyList<CrsProposalShape> Proposals);

/// <summary>One reading of the coordinates.</summary>
/// <param name="Choice">What to choose for it.</param>
/// <param name="Title">The reading in words.</param>
/// <param name="Bbox">West, south, east, north in degrees where the file would lie; null when not known before it is transformed.</param>
/// <param name="Fit">in_zone, in_china, elsewhere or unchecked.</param>
/// <param name="IsStated">Whether the file says so.</param>
/// <param name="Reasons">For and against.</param>
public sealed record CrsProposalShape(CrsChoice Choice, Text Title, IReadOnlyList<double>? Bbox, string Fit, bool IsStated, IReadOnlyList<Text> Reasons);

/// <summary>Issues of one kind in one column.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Column">Heading; empty for what is about the row.</param>
/// <param name="Severity">notice, warning or refused.</param>
/// <param name="Count">How many.</param>
/// <param name="Repairable">How many have a repair.</param>
/// <param name="Accepted">How many repairs are accepted.</param>
public sealed record IssueKindShape(string Kind, string Column, string Severity, int Count, int Repairable, int Accepted);

/// <summary>One thing found in a row.</summary>
public sealed record IssueShape
{
    public required int Row { get; init; }

    /// <summary>Order within the row.</summary>
    public required int Nth { get; init; }

    public required string Column { get; init; }

    public required string Value { get; init; }

    public required string Kind { get; init; }

    public required string Severity { get; init; }

    public required Text Sentence { get; init; }

    /// <summary>What the repair does; null when there is none.</summary>
    public required Text? Repair { get; init; }

    public required bool IsAccepted { get; init; }
}

/// <summary>A page of issues.</summary>
public sealed record IssuePage(IReadOnlyList<IssueShape> Items, string? NextCursor);

/// <summary>A row of an import with what it does to the register.</summary>
public sealed record ImportRowShape
{
    public required int Row { get; init; }

    /// <summary>new, changed, unchanged, refused or excluded.</summary>
    public required string Effect { get; init; }

    /// <summary>Code, name or source id of the row.</summary>
    public required string Label { get; init; }

    /// <summary>The parcel that it is; null for a new one.</summary>
    public required long? ParcelId { get; init; }

    /// <summary>That parcel's code or name.</summary>
    public required string? ParcelLabel { get; init; }

    /// <summary>source, code, credit_code, place, ground or chosen; null for a new one.</summary>
    public required string? MatchedBy { get; init; }

    /// <summary>Share of its ground in common with that parcel, 0 to 1.</summary>
    public required double? Share { get; init; }

    /// <summary>What changes, by field: before and after.</summary>
    public required JsonElement? Differences { get; init; }

    /// <summary>What the row says, by field.</summary>
    public required JsonElement? Facts { get; init; }

    /// <summary>Boundary or point of the row, GeoJSON in degrees; null when it has none.</summary>
    public required JsonElement? Shape { get; init; }

    /// <summary>Boundary or point of its parcel as it stands.</summary>
    public required JsonElement? ShapeBefore { get; init; }
}

/// <summary>A page of rows.</summary>
public sealed record ImportRowPage(IReadOnlyList<ImportRowShape> Items, string? NextCursor);

/// <summary>Accepts or takes back repairs: of one issue, or of all of a kind (and column).</summary>
public sealed record RepairRequest(bool Accept, string? Kind = null, string? Column = null, int? Row = null, int? Nth = null);

/// <summary>Leaves rows out, or takes them in again.</summary>
public sealed record ExclusionRequest(IReadOnlyList<int> Rows, bool Exclude);

/// <summary>Decides which parcel a row is.</summary>
/// <param name="Row">The row.</param>
/// <param name="Parcel">The parcel; null for a new one.</param>
/// <param name="Reset">True to have it looked for again.</param>
public sealed record MatchRequest(int Row, long? Parcel = null, bool Reset = false);

/// <summary>Commits an import.</summary>
/// <param name="Reason">Why, in one's own words.</param>
public sealed record CommitRequest(string? Reason);

/// <summary>A profile: how the rows of a kind of file are read.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">What it is for; null for one that was saved here.</param>
/// <param name="Choices">The choices.</param>
/// <param name="IsBuiltIn">Whether it comes with the program.</param>
public sealed record ProfileShape(string Name, Text? Title, ImportChoices Choices, bool IsBuiltIn);

/// <summary>A field that columns may fill.</summary>
/// <param name="Field">Its name.</param>
/// <param name="Name">For the reader.</param>
/// <param name="Type">Text, Number, Date or Listed.</param>
/// <param name="Words">The register's words, where they are listed.</param>
public sealed record FieldShape(string Field, Text Name, string Type, IReadOnlyList<FieldWordShape> Words);

/// <summary>A word of the register.</summary>
/// <param name="Code">The word.</param>
/// <param name="Name">For the reader; a file may write it so in either language.</param>
/// <param name="AlsoWritten">Other ways to write it that are read as this word.</param>
public sealed record FieldWordShape(string Code, Text Name, IReadOnlyList<string> AlsoWritten);
