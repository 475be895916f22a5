namespace LandRegistry.Server.Demo;

/// <summary>What demo zone to make. The same options give the same register.</summary>
/// <param name="Parcels">How many parcels, from 1 to 1,500,000.</param>
/// <param name="Seed">Seed of everything that is drawn.</param>
/// <param name="Today">The day that contract dates and deadlines are laid around.</param>
/// <param name="ZoneCode">Code of the demo county; a second zone in one register needs another.</param>
public sealed record DemoOptions(int Parcels, long Seed, DateOnly Today, string ZoneCode = DemoOptions.FirstZoneCode)
{
    /// <summary>Code of the demo county when none is said.</summary>
    public const string FirstZoneCode = "DEMO";

    /// <summary>The most parcels that one zone is laid out for.</summary>
    public const int MostParcels = 1_500_000;

    /// <summary>From this many parcels on, indexes and foreign keys are set aside and made anew at the end; readers wait meanwhile.</summary>
    public int LeastInBulk { get; init; } = 20_000;

    /// <summary>Whether the zone is written in bulk.</summary>
    public bool IsBulk => Parcels >= LeastInBulk;

    /// <summary>Parcels of the zone that a new register starts with.</summary>
    public const int FirstStartParcels = 600;

    /// <summary>Seed of the zone that a new register starts with.</summary>
    public const long FirstStartSeed = 20;
}

/// <summary>How far a load is, for a progress bar.</summary>
/// <param name="Done">Steps done.</param>
/// <param name="Total">Steps in all.</param>
/// <param name="TextZh">What runs now, in Chinese.</param>
/// <param name="TextEn">What runs now, in English.</param>
public sealed record DemoProgress(int Done, int Total, string TextZh, string TextEn);

/// <summary>What a load did.</summary>
/// <param name="Loaded">False when the register was left as it was.</param>
/// <param name="TextZh">Outcome in Chinese.</param>
/// <param name="TextEn">Outcome in English.</param>
public sealed record DemoOutcome(bool Loaded, string TextZh, string TextEn);
