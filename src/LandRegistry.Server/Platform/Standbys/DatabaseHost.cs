namespace LandRegistry.Server.Platform.Standbys;

/// <summary>One database server of several, as it is now.</summary>
/// <param name="Host">Name and port.</param>
/// <param name="Role"><c>primary</c>, <c>standby</c>, or <c>unreachable</c>.</param>
/// <param name="LagBytes">How much of the primary's log a standby does not show yet; null when it cannot be told.</param>
/// <param name="LagSeconds">Since when it has shown nothing new, where it is behind; 0 where it is not.</param>
public sealed record DatabaseHost(string Host, string Role, long? LagBytes, double? LagSeconds);
