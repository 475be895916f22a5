namespace LandRegistry.Testing;

/// <summary>A clock that stands until it is moved, or runs with the machine's; eight hours ahead of UTC, as where the register is kept.</summary>
public sealed class TestClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset _now = now;
    private bool _runs;

    /// <summary>Noon of 15 June 2026 in China.</summary>
    public static TestClock Noon() => new(new DateTimeOffset(2026, 6, 15, 12, 0, 0, TimeSpan.FromHours(8)));

    /// <summary>The machine's time: a browser keeps that and no other, for its own idea of today and for its cookies.</summary>
    public static TestClock Running() => new(default) { _runs = true };

    public override TimeZoneInfo LocalTimeZone { get; } = TimeZoneInfo.CreateCustomTimeZone("China", TimeSpan.FromHours(8), "China", "China");

    public DateOnly Today => DateOnly.FromDateTime(GetLocalNow().DateTime);

    public override DateTimeOffset GetUtcNow() => _runs ? System.GetUtcNow() : _now.ToUniversalTime();

    public void Advance(TimeSpan by) => _now += by;
}
