namespace LandRegistry.Server.Platform;

/// <summary>Which day it is where the register is kept.</summary>
public static class RegisterDay
{
    /// <summary>Today in the program's own time zone.</summary>
    public static DateOnly Today(TimeProvider time) => DateOnly.FromDateTime(time.GetLocalNow().DateTime);
}
