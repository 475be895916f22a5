using LandRegistry.Domain.Common;
using LandRegistry.Domain.FieldWork;

namespace LandRegistry.Server.Parcels.FieldWork;

/// <summary>Tells a comparison.</summary>
internal static class FieldAnswer
{
    public static FieldReturn Of(
        long id, KnownReturn head, FieldPackage package, IReadOnlyList<ThriceParcel> parcels, IReadOnlyDictionary<(long Parcel, string Field), IReadOnlyList<Refusal>> refusals)
    {
        var told = parcels.Select(parcel => Told(parcel, refusals)).ToList();
        var worth = told.Where(parcel => parcel.Values.Count > 0 || parcel.Note is not null || parcel.Photos > 0).ToList();
        return new(
            id, package, worth, [], told.Count - worth.Count, head.LeftOut,
            worth.Where(parcel => !parcel.HasEnded).Sum(parcel => parcel.Values.Count(value => value.Outcome == Codes<FieldOutcome>.Of(FieldOutcome.Conflict))), refusals.Count, head.ChangeId);
    }

    /// <summary>The comparison with what was drawn.</summary>
    public static FieldReturn With(FieldReturn compared, IReadOnlyList<DrawnParcel> drawn, IReadOnlyDictionary<string, IReadOnlyList<Refusal>> refusals) => compared with
    {
        Drawn = [.. drawn.Select(one => Told(one, refusals.GetValueOrDefault(one.Key) ?? []))],
        Refused = compared.Refused + refusals.Count,
    };

    private static ReturnedDrawing Told(DrawnParcel drawn, IReadOnlyList<Refusal> refusals)
    {
        var drawing = drawn.Drawing;
        return new(
            drawing.Key, drawing.Name, drawing.Address, drawing.Status, drawing.StatusOn, drawing.Remarks, drawing.CheckedOn, drawing.CheckedBy, drawing.Note, drawn.Zone,
            ThriceParcel.Written(drawing.Shape)!.Value, drawn.ParcelId, [.. refusals.Select(ReturnRefusal.Of)]);
    }

    private static ReturnedParcel Told(ThriceParcel parcel, IReadOnlyDictionary<(long Parcel, string Field), IReadOnlyList<Refusal>> refusals) => new(
        parcel.Id, parcel.Code, parcel.Name, !parcel.Stands, [.. parcel.Outcomes.Where(value => value.Outcome != FieldOutcome.Unchanged).Select(value => Told(parcel, value.Field, value.Outcome, refusals))],
        parcel.Note, parcel.Photos);

    private static ReturnedValue Told(
        ThriceParcel parcel, string field, FieldOutcome outcome, IReadOnlyDictionary<(long Parcel, string Field), IReadOnlyList<Refusal>> refusals)
    {
        var refused = refusals.TryGetValue((parcel.Id, field), out var found) ? found.Select(ReturnRefusal.Of).ToList() : [];
        var code = Codes<FieldOutcome>.Of(outcome);
        if (field == ThriceParcel.Boundary)
        {
            return new(field, code, ThriceParcel.Written(parcel.BaseShape), ThriceParcel.Written(parcel.FieldShape), ThriceParcel.Written(parcel.OfficeShape), null, refused);
        }

        var text = parcel.Texts.First(one => one.Field == field);
        return new(
            field, code, ThriceParcel.Written(text.Base), ThriceParcel.Written(text.InField), ThriceParcel.Written(text.InOffice),
            field == ThriceParcel.Status ? parcel.StatusOn : null, refused);
    }
}
