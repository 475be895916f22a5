using LandRegistry.Domain.Answers;
using LandRegistry.Domain.Clocks;
using LandRegistry.Domain.Facts;
using LandRegistry.Domain.Law;
using LandRegistry.Domain.Readiness;

namespace LandRegistry.Domain.Tests.Law;

public sealed class LawShelfTests
{
    [Theory]
    [InlineData("990101", "county"), InlineData("990102", "city"), InlineData("990201", "province"), InlineData("110101", "rest"), InlineData(null, "rest")]
    public void The_book_that_names_the_land_most_closely_holds_and_the_one_that_names_none_holds_for_the_rest(string? county, string book)
    {
        var shelf = Shelf(Variant("province", "[\"99\"]"), Variant("city", "[\"9901\"]"), Variant("county", "[\"990101\"]"), Variant("rest", null));

        Assert.Equal(book, shelf.For(county).Id);
    }

    [Fact]
    public void Without_a_file_for_the_rest_the_national_law_holds_there()
    {
        var shelf = Shelf(Variant("province", "[\"99\"]"));

        Assert.Equal((LawBook.NationalId, LawBook.NationalId), (shelf.For("110101").Id, shelf.General.Id));
        Assert.Equal([LawBook.NationalId, "province"], shelf.Books.Select(book => book.Id));
    }

    [Fact]
    public void A_file_may_extend_another_file_whatever_their_names()
    {
        var shelf = Shelf(new("a.json", Variant("county", "[\"990101\"]", extends: "province").Text), new("z.json", Variant("province", "[\"99\"]", years: 3).Text.Replace("idle-after", "fee-after", StringComparison.Ordinal)));

        var law = shelf.For("990101").On(new(2026, 1, 1))!;

        Assert.Equal((2, 3), (law.IdleAfter.Count, law.FeeAfter.Count));
    }

    [Theory]
    [InlineData("[\"9901\"]", "two", "cn-order-53", "two.json counties")]
    [InlineData("[\"98\"]", "one", "cn-order-53", "two.json id")]
    [InlineData("[\"9\"]", "two", "cn-order-53", "two.json counties[0]")]
    [InlineData("[\"98\"]", "two", "nowhere", "two.json extends")]
    [InlineData(null, "two", "cn-order-53", "two.json counties")]
    public void A_file_that_contradicts_another_is_told_by_name_and_place(string? counties, string id, string extends, string place)
    {
        var faults = LawShelf.Read([Variant("one", "[\"9901\"]"), new("a.json", Variant("rest", null).Text), new("two.json", Variant(id, counties, extends: extends).Text)]).Faults;

        Assert.Equal([place], faults.Select(fault => $"{fault.Name} {fault.Fault.Place}"));
        Assert.All(faults, fault => Assert.True(fault.Fault.Says.Zh.Length > 0 && fault.Fault.Says.En.Length > 0));
    }

    [Fact]
    public void The_law_in_force_on_a_day_is_never_that_of_another_validity()
    {
        var shelf = Shelf(new LawText("p.json", Variant("province", null).Text.Replace("\"from\": \"2012-07-01\"", "\"from\": \"2025-01-01\", \"to\": \"2026-01-01\"", StringComparison.Ordinal)));

        Assert.Equal([1, 2, 2, 1], new[] { "2024-12-31", "2025-01-01", "2025-12-31", "2026-01-01" }.Select(day => shelf.General.On(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))!.IdleAfter.Count));
    }

    [Theory, InlineData("990101", "2027-06-01"), InlineData("110101", "2026-06-01")]
    public void Two_parcels_alike_in_all_but_their_county_are_idle_each_by_its_own_law(string county, string idleFrom)
    {
        var record = new ParcelRecord();
        record.Begin(1, county, hasBoundary: true, landUseKnown: true);
        record.Agreements.Add(new(new FactSource("HT-1"), SignedOn: new(2025, 1, 1), AgreedCommencementOn: new(2025, 6, 1)));
        var answers = new ParcelAnswers(Shelf(Variant("province", "[\"99\"]")), ReadinessCheck.UsualInfrastructure);
        var timeline = new List<ClockSegment>();

        answers.Clock(record, timeline);

        var day = DateOnly.Parse(idleFrom, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(day, timeline.First(segment => segment.Kind == IdleKind.A).From);
        Assert.Equal((IdleKind.None, IdleKind.A), (answers.AssessClock(record, day.AddDays(-1)).Kind, answers.AssessClock(record, day).Kind));
    }

    private static LawShelf Shelf(params LawText[] files) => LawShelf.Read(files) is { Shelf: { } shelf } ? shelf : throw new InvalidOperationException("The files have faults.");

    private static LawText Variant(string id, string? counties, int years = 2, string extends = LawBook.NationalId) => new($"{id}.json", $$"""
        { "id": "{{id}}", "title": { "zh": "省", "en": "Province" }, "extends": "{{extends}}", {{(counties is null ? "" : $"\"counties\": {counties},")}}
          "editions": [ { "from": "2012-07-01", "terms": [ { "code": "idle-after", "years": {{years}}, "who": "clock", "article": "P 1", "zh": "两年", "en": "Two years" } ] } ] }
        """);
}
