using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Clocks;

public sealed class DayWatchTests : RegisterTest
{
    private const string Lines = "select count(*) from registry.parcel_count_flow";
    private const string Sums = "select string_agg(c::text, ';' order by c::text) from registry.counts_as_of('2026-06-15') c";

    [Fact]
    public async Task At_start_the_lines_of_the_count_flows_are_added_up_and_the_counts_stay()
    {
        var zone = await Register.AddZoneAsync();
        for (var place = 0; place < 4; place++)
        {
            await Register.AddParcelAsync(zone, place);
        }

        var (lines, sums) = (await Register.AskAsync<long>(Lines), await Register.AskAsync<string>(Sums));

        await Register.StopServerAsync();
        await Register.StartServerAsync();

        // Four parcels of one day, zone and status: a line each for day, month and year.
        Assert.Equal(12, lines);
        for (var i = 0; i < 100 && await Register.AskAsync<long>(Lines) != 3; i++)
        {
            await Task.Delay(50);
        }

        Assert.Equal(3, await Register.AskAsync<long>(Lines));
        Assert.Equal(sums, await Register.AskAsync<string>(Sums));
    }
}
