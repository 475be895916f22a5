using LandRegistry.Domain.Imports;
using LandRegistry.Domain.Imports.Judging;
using LandRegistry.Domain.Imports.Reading;
using NetTopologySuite.Geometries;
using Npgsql;

namespace LandRegistry.Server.Imports.Judging;

/// <summary>Judges rows stretch by stretch: what they say, where they lie, whether their shape can be a parcel's.</summary>
internal sealed class RowJudge(ImportProfile profile, FileRows file, DateOnly today, NpgsqlDataSource database)
{
    private static readonly GeometryFactory Degrees = new(new PrecisionModel(), 4490);
    private readonly RowTranslation _translation = new(profile, file.Headings, today);
    private readonly ColumnsByField _columns = new(profile);
    private readonly LandedPlaces _landed = new(database);

    /// <summary>Judges a stretch of rows.</summary>
    public async Task<List<JudgedRow>> JudgeAsync(IReadOnlyList<SourceRow> rows, CancellationToken cancellation)
    {
        var judged = new List<JudgedRow>(rows.Count);
        var places = profile.Place is null ? null : new ImportPlaces(profile, _translation.PlaceColumns);
        var shapes = await _landed.ShapesAsync([.. rows.Select(row => row.Geometry)], file.Srid, cancellation);
        for (var i = 0; i < rows.Count; i++)
        {
            IReadOnlyList<string> cells = [.. rows[i].Cells.Select(cell => cell ?? "")];
            var row = _translation.Translate(rows[i].Number, cells);
            row.Issues.InsertRange(0, rows[i].Issues);
            var ground = JudgedGround.None;
            if (!row.Refused)
            {
                RowRules.JudgeFacts(row, _columns);
                ground = RowRules.JudgeGround(row, shapes[i]);
                places?.Ask(row);
            }

            judged.Add(new(row, cells, ground, IsEstimated: false));
        }

        return places is null ? judged : await PlaceAsync(places, judged, cancellation);
    }

    /// <summary>Has PROJ transform every reading and lets the rule choose among them.</summary>
    private async Task<List<JudgedRow>> PlaceAsync(ImportPlaces places, List<JudgedRow> judged, CancellationToken cancellation)
    {
        var landed = await _landed.ReadingsAsync(places.Readings, cancellation);
        var answers = places.Questions.ToDictionary(question => question.Row, question => places.Answer(question, landed[question.Row]));
        for (var i = 0; i < judged.Count; i++)
        {
            if (!answers.TryGetValue(judged[i].Row.Row, out var answer))
            {
                continue;
            }

            if (answer.Issue is { } issue)
            {
                judged[i].Row.Issues.Add(issue);
            }

            if (answer.Place is { } place)
            {
                var point = Degrees.CreatePoint(new Coordinate(place.Longitude, place.Latitude));
                judged[i] = judged[i] with { Ground = new(null, point, null), IsEstimated = place.Reading.Estimated };
            }
        }

        return judged;
    }
}
