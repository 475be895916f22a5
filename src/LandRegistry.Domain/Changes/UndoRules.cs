using LandRegistry.Domain.Common;

namespace LandRegistry.Domain.Changes;

/// <summary>Which changes may be undone. Undoing is a change of its own that puts every row back to what it was.</summary>
public static class UndoRules
{
    /// <summary>An import is undone up to this size.</summary>
    public const int MostOfImport = 200_000;

    /// <summary>Any other change is undone up to this size: what is larger was no single act of an officer.</summary>
    public const int MostOfOther = 1_000;

    /// <summary>A step that marked many parcels is undone up to this size: all that one step may mark, each with its note.</summary>
    public const int MostOfMarks = 2 * Parcels.MarkRules.Most;

    private const string Import = "ImportRegister";

    private const string Marks = "MarkParcels";

    private const string Undo = "UndoChange";

    /// <summary>Judges the undoing of a change; null when it may be undone.</summary>
    public static Refusal? Judge(ChangeFacts change)
    {
        if (change.UndoneBy is { } by)
        {
            return ChangeRefusals.AlreadyUndone(change.Id, by);
        }

        var most = change.Command switch
        {
            Import => MostOfImport,
            Marks or Undo => MostOfMarks,
            _ => MostOfOther,
        };
        return change.Versions == 0 ? ChangeRefusals.NothingWritten(change.Id)
            : change.BroughtLasting ? ChangeRefusals.BroughtLasting(change.Id)
            : change.Versions > most ? ChangeRefusals.TooLarge(change.Id, most)
            : change.Later.Count > 0 ? ChangeRefusals.BuiltOn(change.Id, change.Later)
            : null;
    }
}
