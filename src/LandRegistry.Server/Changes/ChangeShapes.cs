using LandRegistry.Domain.Common;
using LandRegistry.Server.Store;

namespace LandRegistry.Server.Changes;

/// <summary>One command that changed the register.</summary>
public record ChangeRow
{
    public required long Id { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public required string Actor { get; init; }

    /// <summary>Name of the command, verb and noun.</summary>
    public required string Command { get; init; }
    public required string? Reason { get; init; }

    /// <summary>The change that undid this one; null when none did.</summary>
    public required long? UndoneBy { get; init; }

    /// <summary>The change that this one undid; null when it is no undo.</summary>
    public required long? Undoes { get; init; }

    /// <summary>Whether it is undone now: an undo that was itself undone does not count.</summary>
    public required bool IsUndone { get; init; }
}

/// <summary>A page of changes, newest first.</summary>
/// <param name="Items">The changes.</param>
/// <param name="NextCursor">Give it back as <c>cursor</c> for the next page; null on the last.</param>
public sealed record ChangePage(IReadOnlyList<ChangeRow> Items, string? NextCursor);

/// <summary>A change with the rows it wrote.</summary>
public sealed record ChangeDetail : ChangeRow
{
    /// <summary>True when it wrote too many rows to tell them; <c>rows</c> is empty then.</summary>
    public required bool Many { get; init; }
    public required IReadOnlyList<ChangedRow> Rows { get; init; }

    /// <summary>Why it cannot be undone; null when it can.</summary>
    public required UndoRefusal? UndoRefusal { get; init; }
}

/// <summary>A row that a change wrote, before and after.</summary>
/// <param name="Kind">parcel, or the kind of record: contract, encumbrance, land_case and so on.</param>
/// <param name="Id">Its key.</param>
/// <param name="ParcelId">The parcel it is about.</param>
/// <param name="EnterpriseId">The enterprise it is about.</param>
/// <param name="IsNew">Whether the change brought it.</param>
/// <param name="Fields">The fields that differ.</param>
public sealed record ChangedRow(string Kind, long Id, long? ParcelId, long? EnterpriseId, bool IsNew, IReadOnlyList<FieldChange> Fields);

/// <summary>Why a change cannot be undone.</summary>
public sealed record UndoRefusal(string Code, string TitleZh, string TitleEn, string DetailZh, string DetailEn)
{
    public static UndoRefusal? Of(Refusal? refusal) =>
        refusal is null ? null : new(refusal.Code, refusal.Title.Zh, refusal.Title.En, refusal.Detail.Zh, refusal.Detail.En);
}

/// <summary>Undoes a change.</summary>
public sealed record UndoRequest
{
    /// <summary>Why; required.</summary>
    public string? Reason { get; init; }
}
