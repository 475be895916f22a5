using LandRegistry.Domain.Law;

namespace LandRegistry.Domain.Tests.Law;

public sealed class LawFileTests
{
    private const string Variant = """
        // A province that gives eighteen months' worth of patience and adds a cause.
        { "id": "p-1", "title": { "zh": "省", "en": "Province" }, "extends": "cn-order-53", "editions": [ { "from": "2020-01-01", "to": "2022-01-01",
          "terms": [ { "code": "idle-after", "years": 2, "who": "clock", "article": "P 1", "zh": "两年", "en": "Two years" } ],
          "causes": [ { "code": "seizure", "side": "government", "unlessIdleBefore": true, "article": "P 2", "zh": "司法查封", "en": "Seized by a court" } ] } ] }
        """;

    [Fact]
    public void The_national_law_has_the_numbers_of_Order_53()
    {
        var law = LawBook.National.On(new(2026, 1, 1))!;

        Assert.Equal((1, 1, 2, 1), (law.IdleAfter.Count, law.FeeAfter.Count, law.RecoveryAfter.Count, law.MissingDate.Count));
        Assert.Equal(4, law.Terms.Count(term => term is { Unit: TermUnit.Days, Count: 30 }));
        Assert.Equal(10, law.Documents.Count);
        Assert.All(law.Rules, rule => Assert.True(rule.Article.Length > 0 && rule.Says.Zh.Length > 0 && rule.Says.En.Length > 0));
    }

    [Fact]
    public void No_law_is_in_force_before_July_2012()
    {
        Assert.Null(LawBook.National.On(new(2012, 6, 30)));
        Assert.NotNull(LawBook.National.On(new(2012, 7, 1)));
    }

    [Theory, InlineData("2019-12-31", 1, false), InlineData("2020-01-01", 2, true), InlineData("2021-12-31", 2, true), InlineData("2022-01-01", 1, false)]
    public void A_variant_changes_only_what_it_states_and_only_while_it_is_in_force(string day, int years, bool knowsSeizure)
    {
        var law = LawFile.Read(Variant, LawBook.National).Book!.On(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))!;

        Assert.Equal((years, knowsSeizure), (law.IdleAfter.Count, law.Cause("seizure") is not null));
        Assert.Equal(2, law.RecoveryAfter.Count);
    }

    [Fact]
    public void A_place_may_have_terms_of_tenders_of_its_own_and_an_unknown_one_is_a_fault()
    {
        const string text = """
            { "id": "p-2", "title": { "zh": "省", "en": "Province" }, "extends": "cn-order-53", "editions": [ { "from": "2020-01-01" } ],
              "tender": [ { "code": "CODE", "days": 30, "article": "P 7", "zh": "三十日", "en": "30 days" } ] }
            """;

        var tender = LawFile.Read(text.Replace("CODE", "announce", StringComparison.Ordinal), LawBook.National).Book!.Tender;
        var faults = LawFile.Read(text.Replace("CODE", "gone", StringComparison.Ordinal), LawBook.National).Faults;

        Assert.Equal((30, "P 7"), (tender.Term("announce").Days, tender.Term("announce").Article));
        Assert.Equal((10, 20), (tender.Term("listing").Days, LawBook.National.Tender.Term("announce").Days));
        Assert.Equal(["tender[0].code"], faults.Select(fault => fault.Place));
    }

    [Fact]
    public void All_faults_of_a_file_are_told_with_their_places()
    {
        const string text = """
            { "id": "", "title": { "zh": "x" }, "extends": "nowhere", "colour": 1, "editions": [ { "from": "2020-13-01",
              "terms": [ { "code": "a", "days": 3, "years": 1, "who": "king", "article": "x", "zh": "x", "en": "x" } ],
              "thresholds": [ { "code": "b", "share": [4, 3], "article": "x", "zh": "x", "en": "x" } ],
              "causes": [ { "code": "c", "side": "nobody", "article": "x", "zh": "x", "en": "x" }, 7 ] } ] }
            """;

        var places = LawFile.Read(text, LawBook.National).Faults.Select(fault => fault.Place).ToList();

        Assert.Superset(
            new HashSet<string>(
            [
                "id", "title.en", "extends", "colour", "editions[0].from", "editions[0].terms[0]", "editions[0].terms[0].who",
                "editions[0].thresholds[0].share", "editions[0].causes[0].side", "editions[0].causes[1]",
            ]),
            places.ToHashSet());
    }

    [Fact]
    public void A_law_that_extends_none_has_to_state_every_entry_that_the_register_applies()
    {
        var faults = LawFile.Read("""{ "id": "x", "title": { "zh": "x", "en": "x" }, "editions": [ { "from": "2020-01-01" } ] }""", null).Faults;

        Assert.Contains(faults, fault => fault.Place == "editions.terms" && fault.Says.En == "\"idle-after\" is missing.");
    }

    [Fact]
    public void Two_editions_may_not_overlap()
    {
        var text = Variant.Replace("} ] } ] }", "} ] }, { \"from\": \"2021-01-01\" } ] }", StringComparison.Ordinal);

        Assert.Equal("editions", Assert.Single(LawFile.Read(text, LawBook.National).Faults).Place);
    }

    [Theory, InlineData("{\n  \"id\": oops }", "line 2"), InlineData("[]", "$"), InlineData("3", "$")]
    public void What_is_no_law_file_is_a_fault_and_not_a_crash(string text, string place) => Assert.Equal(place, LawFile.Read(text, null).Faults[0].Place);
}
