using LandRegistry.Server.Platform;

namespace LandRegistry.Server.Tests.Platform;

public sealed class RegisterDayTests
{
    [Theory]
    [InlineData("2026-11-27T15:59:59Z", "2026-11-27"), InlineData("2026-11-27T16:00:00Z", "2026-11-28")]
    public void Today_is_the_day_in_China_on_a_machine_that_keeps_UTC(string instant, string day)
    {
        var today = RegisterDay.Today(new UtcMachine(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), today);
    }

    private sealed class UtcMachine(DateTimeOffset now) : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => now;
    }
}
