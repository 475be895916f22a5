using LandRegistry.Domain.Common;

namespace LandRegistry.Domain.Projects;

/// <summary>Whether an industry is wanted in a zone.</summary>
public enum IndustryRule
{
    /// <summary>主导产业: the zone looks for it.</summary>
    Leading,

    /// <summary>准入: may come.</summary>
    Admitted,

    /// <summary>禁止或限制: may not.</summary>
    Barred,
}

/// <summary>A rule of a zone on industries whose codes begin so.</summary>
public sealed record ZoneIndustry(string CodeBeginning, IndustryRule Rule);

/// <summary>A wanted range of areas, square metres, both ends inclusive; null is open.</summary>
public sealed record AreaRange(decimal? Least, decimal? Most)
{
    /// <summary>Whether nothing is asked.</summary>
    public bool IsOpen => Least is null && Most is null;
}

/// <summary>What a project asks of a site; null is not asked.</summary>
public sealed record ProjectNeeds
{
    public bool TakesLand { get; init; } = true;

    public bool TakesFloor { get; init; }

    public AreaRange Area { get; init; } = new(null, null);

    public AreaRange FloorArea { get; init; } = new(null, null);

    public IReadOnlyList<string> LandUseCodes { get; init; } = [];

    public decimal? PowerKva { get; init; }

    public decimal? RoadMetresMax { get; init; }

    public decimal? SubstationMetresMax { get; init; }

    public decimal? PricePerMuMaxYuan { get; init; }

    /// <summary>Yuan per square metre and month.</summary>
    public decimal? RentMaxYuan { get; init; }

    /// <summary>What the investor would invest, yuan per mu.</summary>
    public decimal? InvestmentPerMuYuan { get; init; }

    public decimal? HeightMinMetres { get; init; }

    public decimal? LoadMinTonnes { get; init; }

    public string? IndustryCode { get; init; }
}

/// <summary>A site as it is offered: a parcel or a vacant floor; null is unknown.</summary>
public sealed record OfferedSite
{
    public bool IsFloor { get; init; }

    public decimal? AreaSquareMetres { get; init; }

    public string? LandUseCode { get; init; }

    public decimal? PowerKva { get; init; }

    public decimal? RoadMetres { get; init; }

    public decimal? SubstationMetres { get; init; }

    public decimal? PricePerMuYuan { get; init; }

    /// <summary>Yuan per square metre and month.</summary>
    public decimal? RentYuan { get; init; }

    /// <summary>Least investment that the conditions of supply ask for, yuan per mu.</summary>
    public decimal? InvestmentPerMuYuan { get; init; }

    public decimal? HeightMetres { get; init; }

    public decimal? LoadTonnes { get; init; }

    /// <summary>Rules of the zone on industries; empty where it has none.</summary>
    public IReadOnlyList<ZoneIndustry> Industries { get; init; } = [];
}

/// <summary>One criterion of a match.</summary>
/// <param name="Code">area, use, power, road, substation, price, investment, industry, height or load.</param>
/// <param name="Weight">How much it counts among those asked.</param>
/// <param name="Score">0 to 1; null when the site's value is unknown.</param>
/// <param name="Need">Tells what the project asks.</param>
/// <param name="Found">Tells what the site has; null when unknown. Both are told only for what is shown, since a million sites are judged.</param>
public sealed record CriterionResult(string Code, int Weight, decimal? Score, Func<Text> Need, Func<Text?> Found);

/// <summary>How well a site fits a project, criterion by criterion; only what the project asks is counted.</summary>
/// <param name="Criteria">The criteria asked, in their order.</param>
public sealed record SiteMatch(IReadOnlyList<CriterionResult> Criteria)
{
    private int Asked => Criteria.Sum(one => one.Weight);

    private int Known => Criteria.Where(one => one.Score is not null).Sum(one => one.Weight);

    /// <summary>0 to 100 over the known criteria; null when none is known.</summary>
    public decimal? Score => Known == 0 ? null : Math.Round(Certain * Asked / Known, 1);

    /// <summary>Share of the asked weight that is known, 0 to 1: it falls with every criterion that is missing.</summary>
    public decimal Reliability => Asked == 0 ? 0 : Math.Round((decimal)Known / Asked, 3);

    /// <summary>0 to 100: points that are certain, an unknown criterion earning none. Matches are ordered by it.</summary>
    public decimal Certain => Asked == 0 ? 0 : 100m * Criteria.Sum(one => one.Weight * (one.Score ?? 0)) / Asked;

    /// <summary>The most that <see cref="Certain"/> can become when every criterion that is unknown now turns out well.</summary>
    public decimal Possible => Asked == 0 ? 0 : 100m * Criteria.Sum(one => one.Weight * (one.Score ?? 1)) / Asked;
}
