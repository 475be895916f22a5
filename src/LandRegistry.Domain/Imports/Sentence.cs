namespace LandRegistry.Domain.Imports;

/// <summary>One sentence for the reader, in both languages of the register.</summary>
/// <param name="Zh">In Chinese.</param>
/// <param name="En">In English.</param>
public sealed record Sentence(string Zh, string En);
