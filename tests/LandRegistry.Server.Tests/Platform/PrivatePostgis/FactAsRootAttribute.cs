namespace LandRegistry.Server.Tests.Platform.PrivatePostgis;

/// <summary>A fact about running as root, when the cluster has a user of its own.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactAsRootAttribute : FactAttribute
{
    public FactAsRootAttribute()
    {
        if (!Environment.IsPrivilegedProcess)
        {
            Skip = "only root runs the cluster as another user";
        }
    }
}
