namespace LandRegistry.EndToEnd.Tests;

/// <summary>A fact about what happens beside root: only root can become another user.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactAsRootAttribute : FactAttribute
{
    public FactAsRootAttribute()
    {
        if (!Environment.IsPrivilegedProcess)
        {
            Skip = "only root can become another user";
        }
    }
}
