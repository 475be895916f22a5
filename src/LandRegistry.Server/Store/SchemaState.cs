namespace LandRegistry.Server.Store;

/// <summary>How the schema of a database stands to that of this program.</summary>
/// <param name="Applied">The migrations that the database has seen, in their order; empty for one without a register.</param>
/// <param name="Pending">Those of this program that it has not.</param>
/// <param name="Unknown">Those it has that this program does not know: a newer program made them.</param>
public sealed record SchemaState(IReadOnlyList<string> Applied, IReadOnlyList<string> Pending, IReadOnlyList<string> Unknown);
