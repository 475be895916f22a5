using LandRegistry.Domain.Facts;
using LandRegistry.Domain.Readiness;

namespace LandRegistry.Domain.Answers;

/// <summary>A recorded fact of one of <see cref="LandFactKinds"/>.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="On">The day from which it counts.</param>
/// <param name="Test">The test of Article 30 (actual_start).</param>
/// <param name="Value">What was found, of the kinds that answer a question.</param>
/// <param name="Number">Number of the paper.</param>
/// <param name="Source">Where it was taken from.</param>
public sealed record RecordedFact(string Kind, DateOnly On, StartTest Test, string? Value, string? Number, FactSource Source);

/// <summary>
/// All that is recorded of one parcel and not withdrawn, over all rights that were ever given to it. What clock and
/// readiness are asked with is cut out of it: <see cref="ParcelRights"/>.
/// </summary>
public sealed class ParcelRecord
{
    public long ParcelId { get; set; }

    /// <summary>Its county, six digits of GB/T 2260; null where unknown. The law that holds for it follows from this.</summary>
    public string? CountyCode { get; set; }

    /// <summary>Whether it has a boundary. It has no day of its own and counts from ever.</summary>
    public bool HasBoundary { get; set; }

    /// <summary>Whether its use is known; likewise.</summary>
    public bool LandUseKnown { get; set; }

    public List<Agreement> Agreements { get; } = [];

    public List<RecordedFact> Facts { get; } = [];

    public List<ProgressReport> Progress { get; } = [];

    public List<Stoppage> Stoppages { get; } = [];

    public List<Burden> Burdens { get; } = [];

    public List<CompensationLine> Compensations { get; } = [];

    public List<SiteItem> Infrastructure { get; } = [];

    /// <summary>Makes the record that of another parcel, of which nothing is known yet.</summary>
    public void Begin(long parcelId, string? countyCode, bool hasBoundary, bool landUseKnown)
    {
        (ParcelId, CountyCode, HasBoundary, LandUseKnown) = (parcelId, countyCode, hasBoundary, landUseKnown);
        Agreements.Clear();
        Facts.Clear();
        Progress.Clear();
        Stoppages.Clear();
        Burdens.Clear();
        Compensations.Clear();
        Infrastructure.Clear();
    }
}
