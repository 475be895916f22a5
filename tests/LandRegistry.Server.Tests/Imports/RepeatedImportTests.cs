using LandRegistry.Domain.Imports;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Imports;

public sealed class RepeatedImportTests : ImportTest
{
    [Fact]
    public async Task The_same_file_twice_changes_nothing_and_says_so()
    {
        var first = await ImportAsync(EnglandSample, "england-brownfield");
        Register.Clock.Advance(TimeSpan.FromDays(30));

        var second = await ImportAsync(EnglandSample, "england-brownfield");

        Assert.Equal((98, 0, 0), (first.New, first.Updated, first.Unchanged));
        Assert.Equal((0, 0, 98), (second.New, second.Updated, second.Unchanged));
        Assert.Equal((first.Loaded, first.LoadedWithRemarks, first.Refused), (second.Loaded, second.LoadedWithRemarks, second.Refused));
        Assert.Null(second.ChangeId);
        Assert.Equal(1, await Register.AskAsync<long>("select count(*) from registry.change where command = 'ImportRegister'"));
        Assert.Equal(0, await Register.AskAsync<long>("select count(*) from registry.parcel_history"));
    }

    [Fact]
    public async Task A_row_that_changed_is_updated_with_its_history_and_the_others_are_not()
    {
        await ImportAsync(EnglandSample, "england-brownfield");

        var result = await ImportAsync(England(text => text.Replace("Central Hill Estate", "Central Hill Estate renamed", StringComparison.Ordinal)), "england-brownfield");

        Assert.Equal((0, 1, 97), (result.New, result.Updated, result.Unchanged));
        Assert.Equal("Central Hill Estate renamed", await Register.AskAsync<string>("select name from registry.parcel where source_id = 'lambeth/BLR025'"));
        Assert.Equal("Central Hill Estate", await Register.AskAsync<string>("select facts->>'name' from registry.parcel_history"));
    }

    [Fact]
    public async Task An_officers_edit_stands_and_the_changed_row_is_refused()
    {
        await ImportAsync(EnglandSample, "england-brownfield");
        await Register.WriteAsync("update registry.parcel set status = 'closed' where source_id = 'lambeth/BLR025'");

        var same = await ImportAsync(EnglandSample, "england-brownfield");
        var changed = await ImportAsync(England(text => text.Replace("Central Hill Estate", "Central Hill", StringComparison.Ordinal)), "england-brownfield");

        Assert.Equal(98, same.Unchanged);
        Assert.Equal((1, 97, 0), (changed.Refused, changed.Unchanged, changed.Updated));
        Assert.Equal(IssueType.Conflict, Assert.Single(changed.Issues, i => i.Severity == IssueSeverity.Refusal).Type);
        Assert.Equal("closed", await Register.AskAsync<string>("select status from registry.parcel where source_id = 'lambeth/BLR025'"));
    }

    [Fact]
    public async Task A_dry_run_tells_all_and_keeps_nothing()
    {
        var result = await ImportAsync(EnglandSample, "england-brownfield", dryRun: true);

        Assert.Equal(98, result.New);
        Assert.Null(result.ChangeId);
        Assert.Equal(0, await CountAsync());
        Assert.Equal(0, await Register.AskAsync<long>("select count(*) from registry.zone"));
    }

    [Fact]
    public async Task All_rows_go_to_the_zone_that_was_named()
    {
        var zone = await Register.AddZoneAsync("Z1");

        await ImportAsync(FranceSample, "cnig-friches", zone: "Z1");

        Assert.Equal(90, await Register.AskAsync<long>("select count(*) from registry.parcel where zone_id = $1", zone));
        Assert.Equal(1, await Register.AskAsync<long>("select count(*) from registry.zone"));
    }

    [Fact]
    public async Task A_zone_that_is_not_there_refuses_the_file()
    {
        var result = await ImportAsync(FranceSample, "cnig-friches", zone: "NOWHERE");

        Assert.Contains("NOWHERE", Assert.Single(result.FileFaults).En, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task Both_registers_stand_side_by_side_in_the_summary()
    {
        await ImportAsync(EnglandSample, "england-brownfield");
        await ImportAsync(FranceSample, "cnig-friches");

        var summary = await Client.GetJsonAsync("/api/parcels/summary?by=status");

        Assert.Contains("188", summary.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, await Register.AskAsync<long>("select count(*) from registry.change where command = 'ImportRegister' and actor = 'tester'"));
    }
}
