namespace LandRegistry.Server.Imports;

/// <summary>The lists of an import: new, changed, unchanged, refused and excluded add up to the rows of the file.</summary>
/// <param name="Rows">Rows of the file.</param>
/// <param name="New">Rows that are new parcels.</param>
/// <param name="Changed">Rows that change a parcel that stands.</param>
/// <param name="Unchanged">Rows that stand in the register as they are.</param>
/// <param name="Refused">Rows that cannot be taken.</param>
/// <param name="Excluded">Rows that somebody left out.</param>
/// <param name="WithRemarks">Rows that are taken and have remarks.</param>
/// <param name="Matches">Rows that are a parcel that stands, by what it was found by.</param>
public sealed record ImportCounts(
    int Rows, int New, int Changed, int Unchanged, int Refused, int Excluded, int WithRemarks, IReadOnlyDictionary<string, int> Matches)
{
    /// <summary>Whether no row is lost.</summary>
    public bool AddUp => New + Changed + Unchanged + Refused + Excluded == Rows;
}
