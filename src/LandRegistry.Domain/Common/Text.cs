namespace LandRegistry.Domain.Common;

/// <summary>A sentence for the user in the register's two languages.</summary>
/// <param name="Zh">Simplified Chinese.</param>
/// <param name="En">English.</param>
public sealed record Text(string Zh, string En);
