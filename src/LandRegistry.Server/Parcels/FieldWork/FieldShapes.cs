using System.Text.Json;
using LandRegistry.Domain.Common;

namespace LandRegistry.Server.Parcels.FieldWork;

/// <summary>Makes a field package of the parcels named or, when none are, of all that the filter matches.</summary>
public sealed record MakeFieldPackageRequest
{
    /// <summary>Area, team, day: what it is known by; required.</summary>
    public string? Name { get; init; }

    /// <summary>Ids of parcels; all under the filter when absent.</summary>
    public IReadOnlyList<long>? Parcels { get; init; }

    /// <summary>zh or en, language of its titles; zh when absent.</summary>
    public string? Language { get; init; }
}

/// <summary>A field package that was handed out.</summary>
/// <param name="Id">Its key; the file is at <c>/api/field-packages/{id}/file</c>.</param>
/// <param name="Name">What it is known by.</param>
/// <param name="MadeBy">Who made it.</param>
/// <param name="MadeAt">When.</param>
/// <param name="ParcelCount">Parcels in it.</param>
/// <param name="Returns">The files that came back, latest first.</param>
public sealed record FieldPackage(long Id, string Name, string MadeBy, DateTimeOffset MadeAt, long ParcelCount, IReadOnlyList<FieldReturnRow> Returns);

/// <summary>A file that came back.</summary>
/// <param name="Id">Its key.</param>
/// <param name="ReturnedBy">Who brought it back.</param>
/// <param name="ReturnedAt">When.</param>
/// <param name="ChangeId">The change that took it over last; null until then.</param>
public sealed record FieldReturnRow(long Id, string ReturnedBy, DateTimeOffset ReturnedAt, long? ChangeId);

/// <summary>A file that came back, compared with what was handed out and what the register says now.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Package">The package.</param>
/// <param name="Parcels">Parcels that anything is to be said of, in the order of their codes.</param>
/// <param name="Drawn">Parcels that were drawn in the field and that the register did not have.</param>
/// <param name="Unchanged">Parcels that the field did not change.</param>
/// <param name="LeftOut">Rows of the file that are no parcel of the package.</param>
/// <param name="Conflicts">Values that both changed.</param>
/// <param name="Refused">Changes of the field that a rule forbids.</param>
/// <param name="ChangeId">The change that took it over last; null until then.</param>
public sealed record FieldReturn(
    long Id, FieldPackage Package, IReadOnlyList<ReturnedParcel> Parcels, IReadOnlyList<ReturnedDrawing> Drawn, int Unchanged, int LeftOut, int Conflicts, int Refused, long? ChangeId);

/// <summary>A parcel that came back.</summary>
/// <param name="ParcelId">Its key.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name in the register.</param>
/// <param name="HasEnded">True when it ended meanwhile; nothing of it is taken then.</param>
/// <param name="Values">The values that somebody changed.</param>
/// <param name="Note">A new note; null when there is none, or it was taken already.</param>
/// <param name="Photos">New photographs.</param>
public sealed record ReturnedParcel(
    long ParcelId, string? Code, string? Name, bool HasEnded, IReadOnlyList<ReturnedValue> Values, string? Note, long Photos);

/// <summary>A parcel that was drawn in the field; it is taken over as a new parcel unless it is chosen to be left out.</summary>
/// <param name="Key">Names it in choices.</param>
/// <param name="Name">Its name.</param>
/// <param name="Address">Location in words.</param>
/// <param name="Status">Status; null for the usual first one, in_use.</param>
/// <param name="StatusOn">The day from which it holds.</param>
/// <param name="Remarks">Remarks.</param>
/// <param name="CheckedOn">Day of the check on the ground.</param>
/// <param name="CheckedBy">Who checked it.</param>
/// <param name="Note">A note.</param>
/// <param name="Zone">The zone it lies in, or that of the nearest parcel of the package; null when there is none that you may see.</param>
/// <param name="Shape">Boundary or point as GeoJSON.</param>
/// <param name="ParcelId">The parcel that it was taken over as; null until then.</param>
/// <param name="Refusals">The rules that forbid it.</param>
public sealed record ReturnedDrawing(
    string Key, string? Name, string? Address, string? Status, DateOnly? StatusOn, string? Remarks, DateOnly? CheckedOn, string? CheckedBy, string? Note, Text? Zone,
    JsonElement Shape, long? ParcelId, IReadOnlyList<ReturnRefusal> Refusals);

/// <summary>A value of a parcel, thrice: text, or GeoJSON for the boundary; null is unknown.</summary>
/// <param name="Field">name, address, status, remarks, checkedOn, checkedBy or boundary.</param>
/// <param name="Outcome">field: taken. office: kept. same: both changed it alike. conflict: to be chosen.</param>
/// <param name="Base">As it was handed out.</param>
/// <param name="InField">As it came back.</param>
/// <param name="InOffice">As it is.</param>
/// <param name="EffectiveOn">The day from which a status of the field holds.</param>
/// <param name="Refusals">The rules that forbid the field's value.</param>
public sealed record ReturnedValue(
    string Field, string Outcome, JsonElement? Base, JsonElement? InField, JsonElement? InOffice, DateOnly? EffectiveOn, IReadOnlyList<ReturnRefusal> Refusals);

/// <summary>A rule that forbids a value of the field.</summary>
/// <param name="Code">Code of the refusal.</param>
/// <param name="Title">What is refused.</param>
/// <param name="Detail">Why.</param>
/// <param name="Article">The article it rests on; null for a rule of the house.</param>
public sealed record ReturnRefusal(string Code, Text Title, Text Detail, string? Article)
{
    internal static ReturnRefusal Of(Refusal refusal) => new(refusal.Code, refusal.Title, refusal.Detail, refusal.Article);
}

/// <summary>Takes a file over.</summary>
public sealed record ApplyReturnRequest
{
    /// <summary>Why; required.</summary>
    public string? Reason { get; init; }

    /// <summary>What is taken of values in conflict, or kept of values that only the field changed.</summary>
    public IReadOnlyList<ReturnChoice>? Choices { get; init; }
}

/// <summary>A choice of one value of a parcel, or of one parcel that was drawn in the field.</summary>
public sealed record ReturnChoice
{
    /// <summary>The parcel; required for a value.</summary>
    public long? ParcelId { get; init; }

    /// <summary>The value; required with the parcel.</summary>
    public string? Field { get; init; }

    /// <summary>Key of a drawn parcel; field takes it over, office leaves it out.</summary>
    public string? Drawn { get; init; }

    /// <summary>field or office; required.</summary>
    public string? Take { get; init; }
}
