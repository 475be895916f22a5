namespace LandRegistry.Server.Views;

/// <summary>A view of the workbench under a name.</summary>
/// <param name="Id">Key; stands in links.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="Address">The view as the workbench writes it in its address, from the question mark on.</param>
/// <param name="Owner">Who saved it.</param>
/// <param name="IsMine">Whether that is the one who asks.</param>
/// <param name="IsShared">Whether others see it.</param>
/// <param name="UpdatedAt">When it was saved last.</param>
/// <param name="Version">Row version.</param>
public sealed record SavedView(long Id, string Name, string Address, string Owner, bool IsMine, bool IsShared, DateTimeOffset UpdatedAt, int Version);

/// <summary>One's own views and those that others share, by name.</summary>
public sealed record SavedViews(IReadOnlyList<SavedView> Items);

/// <summary>Saves a view, new or anew.</summary>
public sealed record SaveViewRequest
{
    /// <summary>Required, at most 60 characters, one's own names all different.</summary>
    public string? Name { get; init; }

    /// <summary>Empty or beginning with a question mark, at most 2,000 characters.</summary>
    public string? Address { get; init; }

    /// <summary>Whether others see it; no when absent.</summary>
    public bool? IsShared { get; init; }
}
