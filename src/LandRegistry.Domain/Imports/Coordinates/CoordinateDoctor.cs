using LandRegistry.Domain.Common;
using NetTopologySuite.Geometries;

namespace LandRegistry.Domain.Imports.Coordinates;

/// <summary>
/// Finds the coordinate system of a file from what it says, from its numbers and from where it should lie. It proposes and gives
/// its reasons; a reading that is not beyond doubt has to be chosen by the user.
/// </summary>
public static class CoordinateDoctor
{
    /// <summary>China with its seas, degrees: west, east, south, north.</summary>
    public static Envelope China { get; } = new(73, 136, 3, 54);

    // Eastings of six digits may be of any of the 21 zones of three degrees.
    private const int MostProposals = 24;

    // How far from the zone a file may reach and still be taken to lie in it, degrees.
    private const double NearDegrees = 0.2;

    /// <summary>Looks at a file.</summary>
    /// <param name="extent">Extent in the file's own numbers.</param>
    /// <param name="stated">What the file says; null when nothing.</param>
    /// <param name="zone">Extent of the zone that the import is for, or of all zones, degrees, longitude first; null when none is drawn.</param>
    /// <param name="land">Asks PROJ where a reading lands that the doctor does not know; null when nobody can be asked.</param>
    public static CrsDiagnosis Diagnose(Envelope extent, CrsStatement? stated, Envelope? zone = null, Func<CrsReading, Envelope, Envelope?>? land = null)
    {
        if (extent.IsNull)
        {
            return new([], false, new("文件没有位置。", "The file has no place in it."));
        }

        var readings = CrsReadings.Of(extent, stated);
        // A wrong prefix is believed only where it brings the file to where it should lie, if that is known.
        var proposals = readings.Select(reading => Judge(reading, extent, stated, zone, land))
            .Where(proposal => proposal.Reading.EastingShift == 0 || zone is null || proposal.Fit == CrsFit.InZone).OrderByDescending(proposal => proposal.Score).Take(MostProposals).ToList();
        if (proposals.Count == 0)
        {
            return new([], true, new(
                $"坐标数值不合任何已知坐标系（{CrsSentences.Numbers(extent)}），文件也没有写明；请向来源索取坐标系。",
                $"The numbers fit no system that is known ({CrsSentences.Numbers(extent)}) and the file states none; ask the source."));
        }

        var (best, second) = (proposals[0], proposals.ElementAtOrDefault(1));
        var isCertain = best is { IsStated: true, Reading: { IsSwapped: false, EastingShift: 0 } }
            && (best.Fit == CrsFit.InZone || (zone is null && best.Fit == CrsFit.InChina) || (zone is null && stated?.Srid is not null && best.Fit is CrsFit.Unchecked or CrsFit.Elsewhere))
            && (second is null || second.Score < best.Score);
        var isClear = isCertain
            || (best.Reading is { IsSwapped: false, EastingShift: 0 } && (best.Fit == CrsFit.InZone || (best.Fit == CrsFit.InChina && (zone is null || best.IsStated)))
                && (stated is null || best.IsStated) && (second is null || second.Score < best.Score));
        var alike = proposals.Count(proposal => proposal.Score == best.Score);
        return new(proposals, !isCertain, alike > 1 ? CrsSentences.Many(alike, stated) : CrsSentences.Finding(best, stated, isCertain)) { Clear = isClear ? best : null };
    }

    private static CrsProposal Judge(
        CrsReading reading, Envelope extent, CrsStatement? stated, Envelope? zone, Func<CrsReading, Envelope, Envelope?>? land)
    {
        var landed = Landed(reading, extent) ?? land?.Invoke(reading, extent);
        var fit = landed is null ? CrsFit.Unchecked
            : zone is not null && IsNear(landed, zone) ? CrsFit.InZone
            : China.Contains(landed) ? CrsFit.InChina
            : CrsFit.Elsewhere;
        var isStated = IsStated(reading, stated);
        var score = fit switch { CrsFit.InZone => 100, CrsFit.InChina => 40, CrsFit.Unchecked => 20, _ => 0 }
            + (isStated ? 30 : 0) - (reading.IsSwapped ? 8 : 0) - (reading.EastingShift != 0 ? 20 : 0)
            + (ChineseGrid.Find(reading.Srid) is { HasPrefix: true } && reading.EastingShift == 0 ? 10 : 0);
        return new(reading, landed, fit, isStated, CrsSentences.Reasons(reading, extent, fit, stated, zone)) { Score = score };
    }

    /// <summary>A statement may be of a number, or only of a zone and a datum.</summary>
    private static bool IsStated(CrsReading reading, CrsStatement? stated)
    {
        if (stated is null || reading.EastingShift != 0)
        {
            return false;
        }

        if (stated.Srid is { } srid)
        {
            // CGCS2000 and WGS 84 are one, and so is a zone with and without its prefix as long as the numbers show which.
            return srid == reading.Srid || (srid is 4490 or 4326 && reading.Srid is 4490 or 4326);
        }

        return ChineseGrid.Find(reading.Srid) is { } grid
            ? (stated.Zone is not null || stated.Datum != Datum.Unknown) && (stated.Zone is null ? grid.HasPrefix : stated.Zone == grid.Zone)
              && (stated.ZoneWidth is null || stated.ZoneWidth == grid.Width) && (stated.Datum == Datum.Unknown || stated.Datum == grid.Datum)
            : stated.Zone is null && stated.Datum is not Datum.Unknown && CrsReadings.Geographic(stated.Datum) == reading.Srid;
    }

    private static bool IsNear(Envelope landed, Envelope zone)
    {
        var near = zone.Copy();
        near.ExpandBy(NearDegrees);
        return near.Intersects(landed) && near.Contains(landed.Centre);
    }

    private static Envelope? Landed(CrsReading reading, Envelope extent)
    {
        var landed = new Envelope();
        foreach (var (x, y) in new[] { (extent.MinX, extent.MinY), (extent.MinX, extent.MaxY), (extent.MaxX, extent.MinY), (extent.MaxX, extent.MaxY) })
        {
            if (reading.Land(x, y) is not { } place)
            {
                return null;
            }

            landed.ExpandToInclude(place);
        }

        return landed;
    }
}
