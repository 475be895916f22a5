namespace LandRegistry.Domain.Common;

/// <summary>A command that a rule of the register forbids. Returned, never thrown.</summary>
/// <param name="Code">Stable code, listed in docs/problems.md.</param>
/// <param name="Title">What is refused, the same for every case of the code.</param>
/// <param name="Detail">Why in this case, and how to mend it.</param>
/// <param name="Article">The article the rule rests on, for instance <c>Order 53 Article 21</c>; null for a rule of the house.</param>
public sealed record Refusal(string Code, Text Title, Text Detail, string? Article = null);
