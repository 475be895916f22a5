using System.Runtime.InteropServices;

namespace LandRegistry.Domain.Imports;

/// <summary>A reading of a row's numbers after the transformation, degrees, longitude first.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LandedReading(CoordinateReading Reading, double Longitude, double Latitude);

/// <summary>What is needed to judge the readings of one row.</summary>
/// <param name="Row">Row number.</param>
/// <param name="Columns">Headings of the coordinate columns.</param>
/// <param name="Value">What stood in them.</param>
/// <param name="Label">What the file says the system is; empty when it does not say.</param>
/// <param name="Zone">The child zone that the row names; null when there is none or it is not listed.</param>
public sealed record PlaceQuestion(int Row, string Columns, string Value, string Label, NamedZone? Zone);

/// <summary>The place that was decided, or an issue that refuses the row; a remark may stand beside a place.</summary>
public sealed record PlaceAnswer(LandedReading? Place, ImportIssue? Issue);

/// <summary>
/// Decides which reading of two numbers is meant. The label's own reading wins when it lands where the row says it is;
/// another reading is taken only when it is the only one that does, and then with a remark. Nothing is guessed.
/// </summary>
public sealed class PlaceChoice(PlaceRule place, ZoneRule zones)
{
    /// <summary>Judges the readings of one row.</summary>
    public PlaceAnswer Decide(PlaceQuestion question, IReadOnlyList<LandedReading> landed)
    {
        if (landed.Count == 0)
        {
            return new(null, PlaceIssues.OutOfRange(question.Row, question.Columns, question.Value));
        }
        var own = OwnReadings(question.Label);
        var child = question.Zone?.Extent;
        var near = landed.Where(l => child is null ? Within(l, zones.Extent) : Within(l, [child])).ToList();
        if (near.FindIndex(l => own.Contains(l.Reading.Name)) is >= 0 and var meant)
        {
            return new(near[meant], null);
        }
        // A reading that takes the numbers as they stand goes before one that mends them.
        var plain = near.Where(l => !l.Reading.SignLost).ToList();
        if (plain.Count == 1 || near.Count == 1)
        {
            var only = plain.Count == 1 ? plain[0] : near[0];
            return new(only, PlaceIssues.Reread(
                question.Row, question.Columns, question.Value, question.Label, only.Reading, only.Longitude, only.Latitude));
        }
        if (near.Count > 1)
        {
            return new(null, PlaceIssues.Ambiguous(question.Row, question.Columns, question.Value, near.Select(l => l.Reading)));
        }
        return Far(question, landed, own);
    }

    /// <summary>Nothing lands in the zone: the label's own reading still counts when it lands in the country.</summary>
    private PlaceAnswer Far(PlaceQuestion question, IReadOnlyList<LandedReading> landed, IReadOnlyList<string> own)
    {
        foreach (var reading in landed)
        {
            if (question.Zone is { Extent: not null } child && own.Contains(reading.Reading.Name) && Within(reading, zones.Extent))
            {
                return new(reading, PlaceIssues.OutsideChild(question.Row, question.Columns, question.Value, new(child.Zh, child.En)));
            }
        }
        return new(null, PlaceIssues.Outside(question.Row, question.Columns, question.Value, new(zones.Root.Zh, zones.Root.En)));
    }

    private IReadOnlyList<string> OwnReadings(string label) =>
        place.Labels.TryGetValue(place.CrsColumn is null ? "*" : label, out var names) ? names : [];

    private static bool Within(LandedReading at, IReadOnlyList<IReadOnlyList<double>> boxes) => boxes.Any(box =>
        at.Longitude >= box[0] && at.Latitude >= box[1] && at.Longitude <= box[2] && at.Latitude <= box[3]);
}
