using LandRegistry.Domain.FieldWork;

namespace LandRegistry.Server.Parcels.FieldWork;

/// <summary>A parcel with the values that are taken from the field.</summary>
internal sealed record FieldChange(ThriceParcel Parcel, IReadOnlyList<string> Fields)
{
    public long Id => Parcel.Id;
}

/// <summary>What a return changes, with the choices made.</summary>
/// <param name="Parcels">Parcels of which something is taken.</param>
/// <param name="Unresolved">Conflicts of which nothing was chosen.</param>
internal sealed record FieldChanges(IReadOnlyList<FieldChange> Parcels, int Unresolved)
{
    /// <summary>What only the field changed is taken unless the office's was chosen; of a conflict what was chosen.</summary>
    public static FieldChanges Of(IReadOnlyList<ThriceParcel> parcels, IReadOnlyDictionary<(long Parcel, string Field), string> choices)
    {
        var (changes, unresolved) = (new List<FieldChange>(), 0);
        foreach (var parcel in parcels.Where(parcel => parcel.Stands))
        {
            var taken = new List<string>();
            foreach (var (field, outcome) in parcel.Outcomes.Where(value => value.Outcome is FieldOutcome.Field or FieldOutcome.Conflict))
            {
                var choice = choices.GetValueOrDefault((parcel.Id, field));
                unresolved += outcome == FieldOutcome.Conflict && choice is null ? 1 : 0;
                if (choice == FieldReturnEndpoints.TakeField || (choice is null && outcome == FieldOutcome.Field))
                {
                    taken.Add(field);
                }
            }

            if (taken.Count > 0)
            {
                changes.Add(new(parcel, taken));
            }
        }

        return new(changes, unresolved);
    }
}
