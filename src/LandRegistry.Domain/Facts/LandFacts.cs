namespace LandRegistry.Domain.Facts;

/// <summary>A land contract or supplementary agreement; null is unknown.</summary>
/// <param name="Source">Where it was taken from.</param>
/// <param name="IsSupplementary">Whether it is a supplementary agreement (补充协议).</param>
/// <param name="SignedOn">Day of signature: from it on, inclusive, the agreement counts. Unknown counts from ever.</param>
/// <param name="AgreedDeliveryOn">Agreed day of delivery of the land.</param>
/// <param name="AgreedCommencementOn">Agreed day to start works (约定动工日期).</param>
/// <param name="AgreedCompletionOn">Agreed day to complete works.</param>
/// <param name="DevelopableAreaSquareMetres">Area that has to be developed, square metres.</param>
/// <param name="TotalInvestmentYuan">Total investment without land price and taxes, yuan (Order 53 Article 30).</param>
/// <param name="PriceYuan">Transfer or allocation price, yuan.</param>
/// <param name="TermYears">Term of the right, years.</param>
public sealed record Agreement(
    FactSource Source,
    bool IsSupplementary = false,
    DateOnly? SignedOn = null,
    DateOnly? AgreedDeliveryOn = null,
    DateOnly? AgreedCommencementOn = null,
    DateOnly? AgreedCompletionOn = null,
    decimal? DevelopableAreaSquareMetres = null,
    decimal? TotalInvestmentYuan = null,
    decimal? PriceYuan = null,
    int? TermYears = null);

/// <summary>A fact that is a day and its evidence: delivery confirmed, permit given, works completed, right ended.</summary>
public sealed record DatedFact(DateOnly On, FactSource Source);

/// <summary>The actual start of works.</summary>
/// <param name="On">The day; a permit given later moves it to the day of the permit (Order 53 Article 30).</param>
/// <param name="Test">Which test of Article 30 was met.</param>
/// <param name="Source">Where it was taken from.</param>
public sealed record ActualStart(DateOnly On, StartTest Test, FactSource Source);

/// <summary>How far works were on a day; each figure may be unknown by itself.</summary>
/// <param name="AsOf">The day seen.</param>
/// <param name="DevelopedAreaSquareMetres">Developed area, square metres.</param>
/// <param name="InvestedYuan">Invested, without land price and taxes, yuan.</param>
/// <param name="Source">Where it was taken from.</param>
public sealed record ProgressReport(DateOnly AsOf, decimal? DevelopedAreaSquareMetres, decimal? InvestedYuan, FactSource Source);

/// <summary>A time during which works stood still or could not start.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Day of resumption, exclusive; null while it lasts.</param>
/// <param name="Causes">Codes of the law's causes, several possible; empty when unknown.</param>
/// <param name="Source">Where it was taken from.</param>
public sealed record Stoppage(DateOnly From, DateOnly? To, IReadOnlyList<string> Causes, FactSource Source);

/// <summary>Filing in the national land-market monitoring system (土地市场动态监测与监管系统, Order 53 Article 25).</summary>
public sealed record MonitoringFiling(DateOnly On, string? Number, FactSource Source);

/// <summary>
/// The dated facts of one right to one parcel that the idle clock runs on; a re-tender begins a new set. The order in
/// which they are given does not matter. An empty or null fact is unknown.
/// </summary>
public sealed class LandFacts
{
    private static readonly Comparison<Stoppage> ByTime = (a, b) =>
        a.From != b.From ? a.From.CompareTo(b.From) : (a.To ?? DateOnly.MaxValue).CompareTo(b.To ?? DateOnly.MaxValue);

    private readonly Stoppage[] _stoppages = [];

    public IReadOnlyList<Agreement> Agreements { get; init; } = [];

    /// <summary>Delivery confirmed (交地确认书).</summary>
    public DatedFact? Delivery { get; init; }

    public DatedFact? ConstructionPermit { get; init; }

    public ActualStart? Start { get; init; }

    public IReadOnlyList<ProgressReport> Progress { get; init; } = [];

    /// <summary>Stoppages, kept in the order of time; one that ends before it begins is empty and changes nothing.</summary>
    public IReadOnlyList<Stoppage> Stoppages
    {
        get => _stoppages;
        init
        {
            _stoppages = [.. value.Where(stoppage => stoppage.To is not { } to || to > stoppage.From)];
            Array.Sort(_stoppages, ByTime);
        }
    }

    public MonitoringFiling? Filing { get; init; }

    /// <summary>Works completed (竣工).</summary>
    public DatedFact? Completion { get; init; }

    /// <summary>The right ended: recovered, given back or cancelled.</summary>
    public DatedFact? RightEnded { get; init; }
}
