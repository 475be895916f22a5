using System.Net;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Platform.Office;

/// <summary>What whoever runs a server learns of it.</summary>
public sealed class SystemTests : RegisterTest
{
    [Fact]
    public async Task The_system_tells_version_database_and_disks_to_whoever_runs_the_server_and_to_nobody_else()
    {
        var report = await Client.GetJsonAsync("/api/system");
        using var officer = await Register.NewPersonAsync("system-officer", ("officer", null));
        using var refused = await officer.GetAsync(new Uri("/api/system", UriKind.Relative));

        Assert.Equal("ok", report.GetProperty("status").GetString());
        Assert.Equal((await Client.GetJsonAsync("/api/health")).GetProperty("version").GetString(), report.GetProperty("version").GetString());
        Assert.StartsWith("3.", report.GetProperty("database").GetProperty("postgis").GetString(), StringComparison.Ordinal);
        Assert.True(report.GetProperty("database").GetProperty("bytes").GetInt64() > 1_000_000);
        Assert.Equal(["data"], report.GetProperty("disks").EnumerateArray().Select(disk => disk.GetProperty("holds").GetString()));
        Assert.Empty(report.GetProperty("hosts").EnumerateArray());
        await refused.AssertProblemAsync(HttpStatusCode.Forbidden, "not-allowed");
    }

    [Fact]
    public async Task A_database_that_is_away_is_told_as_a_state_not_as_an_error()
    {
        await Register.SetDatabaseReachableAsync(false);
        var report = await Client.GetJsonAsync("/api/system");
        await Register.SetDatabaseReachableAsync(true);

        Assert.Equal(("unavailable", "unreachable"), (report.GetProperty("status").GetString(), report.GetProperty("database").GetProperty("status").GetString()));
    }
}
