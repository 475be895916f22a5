using FsCheck;
using FsCheck.Fluent;
using LandRegistry.Domain.Projects;

namespace LandRegistry.Domain.Tests.Projects;

public sealed class MatchRuleTests
{
    private static readonly ProjectNeeds Needs = new()
    {
        Area = new(20_000, 30_000), LandUseCodes = ["0601"], PowerKva = 2_000, RoadMetresMax = 200, SubstationMetresMax = 1_000, PricePerMuMaxYuan = 200_000, InvestmentPerMuYuan = 3_000_000, IndustryCode = "C3921",
    };

    private static readonly OfferedSite Site = new()
    {
        AreaSquareMetres = 25_000, LandUseCode = "0601", PowerKva = 2_500, RoadMetres = 120, SubstationMetres = 900, PricePerMuYuan = 180_000, InvestmentPerMuYuan = 2_500_000,
        Industries = [new("39", IndustryRule.Leading)],
    };

    [Fact]
    public void A_site_that_meets_every_need_has_all_points_for_certain()
    {
        var match = MatchRule.Judge(Needs, Site);

        Assert.Equal((100m, 1m, 100m), (match.Score, match.Reliability, match.Certain));
        Assert.Equal(["area", "use", "power", "road", "substation", "price", "investment", "industry"], match.Criteria.Select(one => one.Code));
    }

    [Fact]
    public void An_unknown_value_earns_nothing_costs_reliability_and_leaves_the_score_of_the_others()
    {
        var match = MatchRule.Judge(Needs, Site with { PricePerMuYuan = null });

        Assert.Equal(100m, match.Score);
        Assert.Equal(90m / 105m, match.Reliability, 3);
        Assert.Equal(100m * 90 / 105, match.Certain, 6);
        var price = match.Criteria.Single(one => one.Code == "price");
        Assert.Null(price.Score);
        Assert.Null(price.Found());
        Assert.Equal("≤ 20 万元/亩", price.Need().Zh);
    }

    [Fact]
    public void What_is_not_asked_for_does_not_count()
    {
        var match = MatchRule.Judge(new() { Area = new(20_000, null) }, new() { AreaSquareMetres = 20_000 });

        Assert.Equal("area", Assert.Single(match.Criteria).Code);
        Assert.Equal((100m, 1m), (match.Score, match.Reliability));
        Assert.Equal((null, 0m), (MatchRule.Judge(new(), Site).Score, MatchRule.Judge(new(), Site).Reliability));
    }

    [Theory]
    [InlineData(20_000, 1), InlineData(30_000, 1), InlineData(18_000, 0.5), InlineData(16_000, 0), InlineData(15_999, 0), InlineData(60_000, 0.5), InlineData(90_000, 0), InlineData(90_001, 0)]
    public void Land_a_little_too_small_or_too_large_is_near_and_beyond_the_bounds_missed(double area, double score) =>
        Assert.Equal((decimal)score, One("area", Site with { AreaSquareMetres = (decimal)area }).Score);

    [Theory, InlineData("0601", 1.0), InlineData("0602", 0.5), InlineData("0701", 0.0), InlineData(null, null)]
    public void Another_use_of_the_same_first_class_is_half_a_match(string? use, double? score) => Assert.Equal((decimal?)score, One("use", Site with { LandUseCode = use }).Score);

    [Fact]
    public void Power_price_distance_and_investment_fall_off_in_a_straight_line()
    {
        Assert.Equal(0.5m, One("power", Site with { PowerKva = 1_000 }).Score);
        Assert.Equal(0.5m, One("road", Site with { RoadMetres = 300 }).Score);
        Assert.Equal(0m, One("substation", Site with { SubstationMetres = 2_000 }).Score);
        Assert.Equal(0.5m, One("price", Site with { PricePerMuYuan = 230_000 }).Score);
        Assert.Equal(0.5m, One("investment", Site with { InvestmentPerMuYuan = 4_000_000 }).Score);
    }

    [Theory]
    [InlineData("39", IndustryRule.Leading, 1), InlineData("C39", IndustryRule.Admitted, 0.8), InlineData("3921", IndustryRule.Barred, 0), InlineData("C", IndustryRule.Admitted, 0.8), InlineData("13", IndustryRule.Leading, 0.4)]
    public void An_industry_is_judged_by_the_rule_that_covers_its_code(string beginning, IndustryRule rule, double score) =>
        Assert.Equal((decimal)score, One("industry", Site with { Industries = [new(beginning, rule)] }).Score);

    [Fact]
    public void The_rule_that_says_the_most_goes_before_and_no_rules_are_unknown()
    {
        Assert.Equal(0m, One("industry", Site with { Industries = [new("39", IndustryRule.Leading), new("392", IndustryRule.Barred)] }).Score);
        Assert.Null(One("industry", Site with { Industries = [] }).Score);
    }

    [Fact]
    public void A_floor_is_judged_by_height_load_and_rent_and_not_by_what_is_lands()
    {
        var needs = Needs with { TakesFloor = true, FloorArea = new(1_500, 2_500), HeightMinMetres = 6, LoadMinTonnes = 1, RentMaxYuan = 15 };

        var match = MatchRule.Judge(needs, new() { IsFloor = true, AreaSquareMetres = 2_000, HeightMetres = 7.2m, LoadTonnes = 0.5m, PowerKva = 2_000, RentYuan = 12 });

        Assert.Equal(["area", "height", "load", "power", "road", "substation", "price", "industry"], match.Criteria.Select(one => one.Code));
        Assert.Equal(0.5m, match.Criteria.Single(one => one.Code == "load").Score);
        Assert.Equal("12 yuan/m² a month", match.Criteria.Single(one => one.Code == "price").Found()!.En);
    }

    [Fact]
    public void Every_score_stays_between_its_bounds_and_a_fact_that_is_learnt_never_leaves_them() => Prop.ForAll(
        (from area in Gen.Choose(1, 12_000) from price in Gen.Choose(1, 400) from road in Gen.Choose(0, 600) from hidden in Gen.Choose(0, 3) select (area, price, road, hidden)).ToArbitrary(), drawn =>
        {
            var known = new OfferedSite { AreaSquareMetres = drawn.area * 10m, LandUseCode = "0601", PricePerMuYuan = drawn.price * 1_000m, RoadMetres = drawn.road };
            var partly = known with { PricePerMuYuan = drawn.hidden % 2 == 0 ? known.PricePerMuYuan : null, RoadMetres = drawn.hidden > 1 ? known.RoadMetres : null };
            var (before, after) = (MatchRule.Judge(Needs, partly), MatchRule.Judge(Needs, known));
            return after.Criteria.All(one => one.Score is null or (>= 0 and <= 1))
                && before.Certain <= after.Certain && after.Certain <= after.Possible && after.Possible <= before.Possible && before.Reliability <= after.Reliability;
        }).QuickCheckThrowOnFailure();

    private static CriterionResult One(string code, OfferedSite site) => MatchRule.Judge(Needs, site).Criteria.Single(one => one.Code == code);
}
