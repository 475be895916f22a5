using System.Text.Json;
using LandRegistry.Server.Platform.Problems;

namespace LandRegistry.Server.Parcels.Assemblies;

/// <summary>Asks what parcels would be as one site.</summary>
public sealed record PreviewAssemblyRequest
{
    /// <summary>Ids of 1 to 50 different parcels; required.</summary>
    public IReadOnlyList<long>? Parcels { get; init; }
}

/// <summary>Keeps a proposal, or writes it anew.</summary>
public sealed record KeepAssemblyRequest
{
    /// <summary>What it is called; required.</summary>
    public string? Name { get; init; }
    public string? Note { get; init; }

    /// <summary>Ids of 1 to 50 different parcels; required.</summary>
    public IReadOnlyList<long>? Parcels { get; init; }
}

/// <summary>A proposal in the list.</summary>
public record AssemblyRow(long Id, string Name, string? Note, IReadOnlyList<long> Parcels, int Version);

/// <summary>The proposals that are kept, newest first.</summary>
public sealed record AssemblyList(IReadOnlyList<AssemblyRow> Items);

/// <summary>What parcels are as one site, as of now.</summary>
/// <param name="Boundary">The merged shape as GeoJSON; null while none of them has a boundary.</param>
/// <param name="IsOneShape">Whether they hang together by shared edges.</param>
/// <param name="AreaSquareMetres">Area of the merged shape; null while none has a boundary.</param>
/// <param name="Parcels">The parcels, in the order given.</param>
/// <param name="Against">What stands between them and their merge into one parcel.</param>
public sealed record AssembledSite(
    JsonElement? Boundary, bool IsOneShape, double? AreaSquareMetres, IReadOnlyList<AssembledParcel> Parcels, IReadOnlyList<BrokenRule> Against);

/// <summary>A parcel of a site. Money in yuan; null where nothing is recorded.</summary>
/// <param name="Id">The parcel.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Status">Its status.</param>
/// <param name="OnHold">Whether it is on hold.</param>
/// <param name="IsStanding">False when it has ended since it was chosen.</param>
/// <param name="Version">Its version.</param>
/// <param name="AreaSquareMetres">Its area.</param>
/// <param name="Holders">Enterprises that hold the right now.</param>
/// <param name="Burdens">Standing burdens: kind and holder.</param>
/// <param name="PriceYuan">Price by its contracts.</param>
/// <param name="CompensationOpenYuan">Compensation due and not settled.</param>
/// <param name="FeeOpenYuan">Idle fee charged and not paid.</param>
public sealed record AssembledParcel(
    long Id, string? Code, string? Name, string Status, bool OnHold, bool IsStanding, int Version, decimal? AreaSquareMetres,
    IReadOnlyList<string> Holders, IReadOnlyList<string> Burdens, decimal? PriceYuan, decimal? CompensationOpenYuan, decimal? FeeOpenYuan);
