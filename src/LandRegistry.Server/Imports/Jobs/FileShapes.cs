using LandRegistry.Domain.Common;
using LandRegistry.Domain.Imports.Choosing;
using LandRegistry.Domain.Imports.Coordinates;
using LandRegistry.Domain.Imports.Reading;
using LandRegistry.Server.Imports.Reading;
using NetTopologySuite.Geometries;

namespace LandRegistry.Server.Imports.Jobs;

/// <summary>Makes of an inspection what is kept and shown of it.</summary>
internal static class FileShapes
{
    public static FileShape Of(SourceInspection found) => new()
    {
        Format = found.Format!.Value.Name(),
        IsTable = found.Format is SourceFormat.Csv or SourceFormat.Excel,
        Layers = [.. found.Layers.Select(layer => new LayerChoice(layer.Name, layer.Rows))],
        Layer = found.Layer,
        Encoding = found.Encoding is { } encoding
            ? new(encoding.Name, encoding.Reason, [.. encoding.Candidates.Select(look => new EncodingLook(look.Name, look.Decodes, look.Lines))])
            : null,
        Columns = [.. found.Columns.Select(column => new FileColumn(column.Name, Codes<SourceCellKind>.Of(column.Kind), column.Samples))],
        Rows = found.Rows,
        Skipped = found.Skipped.Count,
        GeometryKinds = found.GeometryKinds,
        PlaceColumns = found.PlaceColumns,
        Crs = found.Crs is { } crs ? new(crs.Sentence, crs.MustAsk, [.. crs.Proposals.Select(Proposal)]) : null,
        Notes = found.Notes,
    };

    private static CrsProposalShape Proposal(CrsProposal proposal) => new(
        new CrsChoice(proposal.Reading.Srid, proposal.Reading.IsSwapped, proposal.Reading.EastingShift), proposal.Reading.Title,
        Bbox(proposal.Landed), Codes<CrsFit>.Of(proposal.Fit), proposal.IsStated, proposal.Reasons);

    private static double[]? Bbox(Envelope? box) => box is null ? null : [box.MinX, box.MinY, box.MaxX, box.MaxY];
}
