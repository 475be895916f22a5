namespace LandRegistry.Server.Platform.Papers;

/// <summary>Something to be printed: what it says, in order; how it looks is the business of its writers.</summary>
/// <param name="Title">Its title, also that of the file.</param>
/// <param name="RunningHead">What the head of every page says beside the title.</param>
/// <param name="Foot">What the foot of every page says beside its number.</param>
/// <param name="English">English or Chinese.</param>
/// <param name="Parts">What it says.</param>
public sealed record Paper(string Title, string RunningHead, string Foot, bool English, IReadOnlyList<PaperPart> Parts);

/// <summary>A part of a paper.</summary>
public abstract record PaperPart;

/// <summary>The head of the first page.</summary>
/// <param name="Kind">What kind of paper it is.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Lines">Lines below.</param>
public sealed record PaperCover(string Kind, string Title, IReadOnlyList<string> Lines) : PaperPart;

/// <summary>A heading; stays with what follows.</summary>
/// <param name="Level">1 for a chapter, 2 for a section.</param>
/// <param name="Words">What it says.</param>
/// <param name="OnNewPage">Whether a page begins with it.</param>
public sealed record PaperHeading(int Level, string Words, bool OnNewPage = false) : PaperPart;

/// <summary>A paragraph.</summary>
/// <param name="Words">What it says.</param>
/// <param name="IsNote">Small print.</param>
public sealed record PaperText(string Words, bool IsNote = false) : PaperPart;

/// <summary>Figures that are seen first: a few large values with their names.</summary>
public sealed record PaperFigures(IReadOnlyList<PaperFact> Figures) : PaperPart;

/// <summary>Facts with their names, two beside each other.</summary>
public sealed record PaperFacts(IReadOnlyList<PaperFact> Facts) : PaperPart;

/// <summary>A fact; a null value is not known.</summary>
public sealed record PaperFact(string Name, string? Value);

/// <summary>A table; its head is repeated on every page.</summary>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">The rows; a null cell is not known.</param>
/// <param name="MayBreak">Whether it goes on over pages even where it is short, so as not to leave the page before it empty.</param>
public sealed record PaperTable(IReadOnlyList<PaperColumn> Columns, IReadOnlyList<IReadOnlyList<string?>> Rows, bool MayBreak = false) : PaperPart
{
    private const int MostOfShort = 12;

    /// <summary>Whether it is better begun on a new page than broken.</summary>
    public bool IsShort => !MayBreak && Rows.Count <= MostOfShort;
}

/// <summary>A column of a table.</summary>
/// <param name="Title">Its head.</param>
/// <param name="Share">Its share of the width, against those of the others.</param>
/// <param name="IsNumber">Set to the right.</param>
public sealed record PaperColumn(string Title, double Share, bool IsNumber = false);

/// <summary>A drawing as lines and words, never as dots.</summary>
public sealed record PaperDrawing(Drawing Drawing, string Caption) : PaperPart;

/// <summary>Photographs, two beside each other.</summary>
public sealed record PaperPhotos(IReadOnlyList<PaperPhoto> Photos) : PaperPart;

/// <summary>A photograph with what stands below it.</summary>
public sealed record PaperPhoto(Photo Photo, string Caption);
