using LandRegistry.Domain.Imports;

namespace LandRegistry.Server.Tests.Imports;

public sealed class FranceImportTests : ImportTest
{
    [Fact]
    public async Task The_sample_ends_in_three_lists_that_add_up()
    {
        var result = await ImportAsync(FranceSample, "cnig-friches");

        Assert.Equal(90, result.Rows);
        Assert.Equal(result.Rows, result.Loaded + result.LoadedWithRemarks + result.Refused);
        Assert.Equal(90, await CountAsync());
        Assert.Equal("utf-8", result.Encoding);
        Assert.Superset(
            new HashSet<string> { IssueType.CodeLostZero, IssueType.CodeDestroyed, IssueType.Encoding, IssueType.Order, IssueType.Listed, IssueType.Missing, IssueType.Uri },
            result.Issues.Select(i => i.Type).ToHashSet());
    }

    [Fact]
    public async Task A_commune_code_without_its_zero_still_finds_its_department()
    {
        await ImportAsync(FranceSample, "cnig-friches");

        Assert.Equal(0, await Register.AskAsync<long>(
            """
            select count(*) from registry.parcel p join registry.zone z on z.id = p.zone_id
            where z.code <> 'FRA-' || left(p.source_id, 2)
            """));
        Assert.True(await Register.AskAsync<long>("select count(*) from registry.parcel where length(source_record->>'comm_insee') = 4") > 0);
        Assert.Equal("阿列省", await Register.AskAsync<string>("select name_zh from registry.zone where code = 'FRA-03'"));
    }

    [Fact]
    public async Task Garbled_names_are_restored_and_the_garbled_kept_with_the_row()
    {
        var result = await ImportAsync(FranceSample, "cnig-friches");

        var issue = Assert.Single(result.Issues, i => i is { Type: IssueType.Encoding, Column: "site_nom" });
        Assert.Equal("Ancien moulin Ã\u00a0 eau", issue.Value);
        Assert.Equal(issue.Value, await Register.AskAsync<string>("select source_record->>'site_nom' from registry.parcel where name = 'Ancien moulin à eau'"));
    }

    [Fact]
    public async Task What_the_list_does_not_know_is_null()
    {
        await ImportAsync(FranceSample, "cnig-friches");

        Assert.Equal(0, await Register.AskAsync<long>(
            "select count(*) from registry.parcel where 'NA' in (name, address, remarks, ownership) or stated_area_square_metres = 0"));
        Assert.Equal(0, await Register.AskAsync<long>(
            "select count(*) from registry.parcel where source_record->>'site_statut' = 'friche potentielle' and status <> 'suspected'"));
    }
}
