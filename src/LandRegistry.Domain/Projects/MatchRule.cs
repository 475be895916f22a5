using System.Globalization;
using LandRegistry.Domain.Common;

namespace LandRegistry.Domain.Projects;

/// <summary>
/// Scores a site for a project. Each criterion that the project asks for is met (1), missed (0) or near (between); one that the register
/// does not know of the site earns nothing and lowers the reliability. What is not asked does not count.
/// </summary>
public static class MatchRule
{
    /// <summary>Land may be smaller by a fifth at most, and larger up to three times, since it can be divided.</summary>
    public const decimal SmallestShare = 0.8m;

    /// <inheritdoc cref="SmallestShare"/>
    public const decimal LargestShare = 3m;

    private const string Metres = "m";

    /// <summary>How well the site fits.</summary>
    public static SiteMatch Judge(ProjectNeeds needs, OfferedSite site) => new([.. (site.IsFloor ? OfFloor(needs, site) : OfLand(needs, site)).OfType<CriterionResult>()]);

    private static IEnumerable<CriterionResult?> OfLand(ProjectNeeds needs, OfferedSite site) =>
    [
        Area(needs.Area, site.AreaSquareMetres, Mu),
        Use(needs.LandUseCodes, site.LandUseCode),
        AtLeast("power", 10, needs.PowerKva, site.PowerKva, kva => Plain(kva, "kVA", "kVA")),
        AtMost("road", 10, needs.RoadMetresMax, site.RoadMetres, 2, metres => Plain(metres, "米", Metres)),
        AtMost("substation", 5, needs.SubstationMetresMax, site.SubstationMetres, 2, metres => Plain(metres, "米", Metres)),
        AtMost("price", 15, needs.PricePerMuMaxYuan, site.PricePerMuYuan, 1.3m, WanPerMu),
        Investment(needs.InvestmentPerMuYuan, site.InvestmentPerMuYuan),
        Industry(needs.IndustryCode, site.Industries),
    ];

    private static IEnumerable<CriterionResult?> OfFloor(ProjectNeeds needs, OfferedSite site) =>
    [
        Area(needs.FloorArea, site.AreaSquareMetres, square => Plain(square, "平方米", "m²")),
        AtLeast("height", 10, needs.HeightMinMetres, site.HeightMetres, metres => Plain(metres, "米", Metres)),
        AtLeast("load", 10, needs.LoadMinTonnes, site.LoadTonnes, tonnes => Plain(tonnes, "吨/平方米", "t/m²")),
        AtLeast("power", 15, needs.PowerKva, site.PowerKva, kva => Plain(kva, "kVA", "kVA")),
        AtMost("road", 5, needs.RoadMetresMax, site.RoadMetres, 2, metres => Plain(metres, "米", Metres)),
        AtMost("substation", 5, needs.SubstationMetresMax, site.SubstationMetres, 2, metres => Plain(metres, "米", Metres)),
        AtMost("price", 20, needs.RentMaxYuan, site.RentYuan, 1.3m, rent => Plain(rent, "元/平方米·月", "yuan/m² a month")),
        Industry(needs.IndustryCode, site.Industries),
    ];

    private static CriterionResult? Area(AreaRange wanted, decimal? found, Func<decimal, Text> print)
    {
        if (wanted.IsOpen)
        {
            return null;
        }

        var score = found is not { } area ? (decimal?)null
            : area < wanted.Least ? Falling(area, wanted.Least.Value, wanted.Least.Value * SmallestShare)
            : area > wanted.Most ? Falling(area, wanted.Most.Value, wanted.Most.Value * LargestShare)
            : 1;
        return new("area", 25, score, () => Wanted(wanted, print), () => found is { } known ? print(known) : null);
    }

    private static Text Wanted(AreaRange wanted, Func<decimal, Text> print)
    {
        var (least, most) = (wanted.Least is { } low ? print(low) : null, wanted.Most is { } high ? print(high) : null);
        return least is not null && most is not null ? new($"{least.Zh} 至 {most.Zh}", $"{least.En} to {most.En}")
            : least is not null ? Least(least) : Most(most!);
    }

    private static CriterionResult? Use(IReadOnlyList<string> wanted, string? found)
    {
        if (wanted.Count == 0)
        {
            return null;
        }

        // The same first class (0601 and 0602 are both 06) can be converted more easily than another.
        decimal? score = found is null ? null : wanted.Contains(found) ? 1 : wanted.Any(code => code.Length >= 2 && found.StartsWith(code[..2], StringComparison.Ordinal)) ? 0.5m : 0;
        return new("use", 20, score, () => Same(string.Join(" / ", wanted)), () => found is null ? null : Same(found));
    }

    /// <summary>An investor who offers less than the land's conditions ask for falls off until half of it.</summary>
    private static CriterionResult? Investment(decimal? offered, decimal? asked)
    {
        if (offered is not { } yuan)
        {
            return null;
        }

        decimal? score = asked is not { } least ? null : yuan >= least ? 1 : Falling(yuan, least, least * 0.5m);
        return new("investment", 10, score, () => Offered(WanPerMu(yuan)), () => asked is { } known ? Least(WanPerMu(known)) : null);
    }

    private static CriterionResult? Industry(string? code, IReadOnlyList<ZoneIndustry> rules)
    {
        if (code is null)
        {
            return null;
        }

        // The longest beginning says the most; between equals a bar goes before.
        var rule = rules.Where(one => Covers(one.CodeBeginning, code)).OrderByDescending(one => Digits(one.CodeBeginning).Length).ThenByDescending(one => one.Rule).FirstOrDefault()?.Rule;
        decimal? score = rules.Count == 0 ? null : rule switch { IndustryRule.Leading => 1, IndustryRule.Admitted => 0.8m, IndustryRule.Barred => 0, _ => 0.4m };
        return new("industry", 10, score, () => Same(code), () => score is null ? null : Said(rule));
    }

    private static Text Said(IndustryRule? rule) => rule switch
    {
        IndustryRule.Leading => new("主导产业", "leading industry"),
        IndustryRule.Admitted => new("准入", "admitted"),
        IndustryRule.Barred => new("禁止或限制", "barred"),
        _ => new("不在准入目录", "not on the zone's list"),
    };

    /// <summary>Whether a code of GB/T 4754 begins so; the letter of the section may be there or not.</summary>
    public static bool Covers(string beginning, string code) =>
        Digits(beginning) is { Length: > 0 } digits ? Digits(code).StartsWith(digits, StringComparison.Ordinal) : code.StartsWith(beginning, StringComparison.OrdinalIgnoreCase);

    private static string Digits(string code) => code.Length > 0 && char.IsAsciiLetter(code[0]) ? code[1..] : code;

    private static CriterionResult? AtLeast(string code, int weight, decimal? wanted, decimal? found, Func<decimal, Text> print) => wanted is not { } least
        ? null
        : new(code, weight, found is not { } has ? null : has >= least ? 1 : Falling(has, least, 0), () => Least(print(least)), () => found is { } known ? print(known) : null);

    private static CriterionResult? AtMost(string code, int weight, decimal? wanted, decimal? found, decimal worst, Func<decimal, Text> print) => wanted is not { } most
        ? null
        : new(code, weight, found is not { } has ? null : has <= most ? 1 : Falling(has, most, most * worst), () => Most(print(most)), () => found is { } known ? print(known) : null);

    /// <summary>From 1 at a good value to 0 at a bad one, in a straight line; never beyond.</summary>
    private static decimal Falling(decimal value, decimal good, decimal bad) => good == bad ? 0 : Math.Clamp(Math.Round((value - bad) / (good - bad), 4), 0, 1);

    private static Text Mu(decimal squareMetres) => Plain(Areas.ToMu(squareMetres), "亩", "mu");

    private static Text WanPerMu(decimal yuan) => Plain(yuan / 10_000m, "万元/亩", "×10⁴ yuan/mu");

    private static Text Plain(decimal value, string zh, string en)
    {
        var number = value.ToString("#,0.##", CultureInfo.InvariantCulture);
        return new($"{number} {zh}", $"{number} {en}");
    }

    private static Text Offered(Text value) => new($"可投 {value.Zh}", $"offers {value.En}");

    private static Text Same(string code) => new(code, code);

    private static Text Least(Text value) => new($"≥ {value.Zh}", $"≥ {value.En}");

    private static Text Most(Text value) => new($"≤ {value.Zh}", $"≤ {value.En}");
}
