namespace LandRegistry.Domain.Changes;

/// <summary>What the undoing of a change is judged on.</summary>
/// <param name="Id">Number of the change.</param>
/// <param name="Command">Name of its command.</param>
/// <param name="Versions">How many versions of rows it wrote, counted up to one more than <see cref="UndoRules.MostOfImport"/>.</param>
/// <param name="BroughtLasting">Whether it brought rows that can neither be withdrawn nor ended, such as zones.</param>
/// <param name="UndoneBy">The change that undid it; null when none did.</param>
/// <param name="Later">The later changes that were built on it, first ones first; there may be more.</param>
public sealed record ChangeFacts(long Id, string Command, long Versions, bool BroughtLasting, long? UndoneBy, IReadOnlyList<LaterChange> Later);

/// <summary>A change that was built on another.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Actor">Who gave its command.</param>
/// <param name="Command">Name of its command.</param>
/// <param name="On">The day, where the register is kept.</param>
public sealed record LaterChange(long Id, string Actor, string Command, DateOnly On);
