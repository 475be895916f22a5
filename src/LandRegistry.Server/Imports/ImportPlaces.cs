using System.Runtime.InteropServices;
using LandRegistry.Domain.Imports;

namespace LandRegistry.Server.Imports;

/// <summary>The readings of all rows: asked before the database transforms them, answered after.</summary>
internal sealed class ImportPlaces(ImportProfile profile, string columns)
{
    private readonly Dictionary<string, NamedZone> _children = profile.Zones.Children.ToDictionary(z => z.Code, StringComparer.Ordinal);
    private readonly PlaceRule _place = profile.Place!;
    private readonly PlaceChoice _choice = new(profile.Place!, profile.Zones);

    /// <summary>One question per row, in the order of the file.</summary>
    public List<PlaceQuestion> Questions { get; } = [];

    /// <summary>All readings that make sense, by row.</summary>
    public List<StagedReading> Readings { get; } = [];

    /// <summary>Takes the numbers of a row that is not refused.</summary>
    public void Ask(TranslatedRow row)
    {
        if (row.Numbers is not { } numbers)
        {
            return;
        }
        var zone = row.ZoneKey is { } key ? _children.GetValueOrDefault(key) : null;
        Questions.Add(new(row.Row, columns, row.PlaceValue, row.CrsLabel, zone));
        for (var i = 0; i < _place.Readings.Count; i++)
        {
            if (_place.Readings[i].Read(numbers.First, numbers.Second) is { } position)
            {
                Readings.Add(new(row.Row, i, _place.Readings[i].Srid, position));
            }
        }
    }

    /// <summary>Judges the readings of one row after the transformation.</summary>
    public PlaceAnswer Answer(PlaceQuestion question, IEnumerable<(int Reading, double Longitude, double Latitude)> landed) =>
        _choice.Decide(question, [.. landed.Select(l => new LandedReading(_place.Readings[l.Reading], l.Longitude, l.Latitude))]);
}

/// <summary>One reading of one row, before the transformation.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct StagedReading(int Row, int Reading, int Srid, Position Position);
