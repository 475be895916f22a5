namespace LandRegistry.Server.Platform;

/// <summary>Which day it is where the register's law holds.</summary>
public static class RegisterDay
{
    /// <summary>China's time ahead of UTC; one zone, without summer time.</summary>
    public static TimeSpan Offset { get; } = TimeSpan.FromHours(8);

    /// <summary>Today in China, whatever time zone the program's machine is set to: many servers keep UTC, and the client counts the same way.</summary>
    public static DateOnly Today(TimeProvider time) => DateOnly.FromDateTime(time.GetUtcNow().ToOffset(Offset).DateTime);
}
