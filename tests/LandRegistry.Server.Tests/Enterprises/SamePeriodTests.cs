using System.Globalization;
using System.Net;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Enterprises;

public sealed class SamePeriodTests : RegisterTest
{
    [Fact]
    public async Task Twenty_level_thirteen_above_and_fourteen_below_are_the_forty_seven_in_production()
    {
        await WriteAsync(20, "level", 103m);
        await WriteAsync(13, "above", 120m);
        await WriteAsync(14, "below", 80m);
        await Register.WriteAsync("insert into registry.enterprise (name, operating_state, source, change_id) values ('停产企业', 'stopped', 'officer', 0)");

        var answer = await Client.GetJsonAsync("/api/enterprises/same-period?from=2026-01-01&to=2026-05-31&tolerance=5&bucket=below");

        Assert.Equal(47, answer.GetProperty("inProduction").GetInt32());
        Assert.Equal(
            ["level 20", "above 13", "below 14", "not_comparable 0"],
            answer.GetProperty("buckets").EnumerateArray().Select(bucket => string.Create(CultureInfo.InvariantCulture, $"{bucket.GetProperty("bucket").GetString()} {bucket.GetProperty("count").GetInt32()}")));
        Assert.Equal(14, answer.GetProperty("items").GetArrayLength());
        Assert.Equal(-0.2m, answer.GetProperty("items")[0].GetProperty("change").GetDecimal());
        Assert.Equal("2025-05-31", answer.GetProperty("beforeTo").GetString());
    }

    [Fact]
    public async Task Whoever_has_no_figure_of_a_year_ago_is_counted_as_not_comparable_and_odd_questions_are_refused()
    {
        await Register.WriteAsync("insert into registry.enterprise (name, operating_state, source, change_id) values ('新开工企业', 'trial', 'officer', 0)");

        var answer = await Client.GetJsonAsync("/api/enterprises/same-period");

        Assert.Equal(1, answer.GetProperty("buckets").EnumerateArray().Single(bucket => bucket.GetProperty("bucket").GetString() == "not_comparable").GetProperty("count").GetInt32());
        using var odd = await Client.GetAsync(new Uri("/api/enterprises/same-period?metric=luck&from=2026-01-01&tolerance=200", UriKind.Relative));
        Assert.Equal(3, (await odd.AssertProblemAsync(HttpStatusCode.BadRequest, "malformed-request")).GetProperty("faults").GetArrayLength());
    }

    /// <summary>Enterprises whose output was 100 a year ago, in months, and now is another.</summary>
    private Task WriteAsync(int count, string name, decimal now) => Register.WriteAsync(
        """
        with made as (
            insert into registry.enterprise (name, operating_state, source, change_id) select $2 || n, 'normal', 'officer', 0 from generate_series(1, $1) n returning id)
        insert into registry.enterprise_metric (enterprise_id, name, from_on, to_on, amount, source, change_id)
        select id, 'output_yuan', d.from_on, d.to_on, d.amount, '月报', 0
        from made
        cross join lateral (values ('2025-01-01'::date, '2025-03-31'::date, 60.0), ('2025-04-01', '2025-05-31', 40.0), ('2026-01-01', '2026-05-31', $3)) as d (from_on, to_on, amount)
        """, count, name, now);
}
