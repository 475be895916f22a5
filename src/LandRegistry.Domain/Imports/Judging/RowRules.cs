using LandRegistry.Domain.Boundaries;
using LandRegistry.Domain.Enterprises;
using LandRegistry.Domain.Imports.Reading;
using LandRegistry.Domain.Parcels;
using NetTopologySuite.Geometries;

namespace LandRegistry.Domain.Imports.Judging;

/// <summary>The shape of a row after it was judged; a boundary or a point or neither.</summary>
/// <param name="Boundary">Valid, EPSG:4490.</param>
/// <param name="Location">The point of a row without boundary.</param>
/// <param name="Mended">What a repair would make of a boundary that is not valid.</param>
public sealed record JudgedGround(MultiPolygon? Boundary, Point? Location, MultiPolygon? Mended)
{
    public static JudgedGround None { get; } = new(null, null, null);
}

/// <summary>What can be said of a row without looking at the register or at other rows.</summary>
public static class RowRules
{
    /// <summary>Ground wider than this is no parcel, degrees; a shape over the antimeridian is.</summary>
    private const double WidestDegrees = 10;

    /// <summary>Judges codes and days; codes that are none become unknown.</summary>
    public static void JudgeFacts(TranslatedRow row, ColumnsByField columns)
    {
        if (row.More.GetValueOrDefault(ParcelField.Code) is string code)
        {
            if (ParcelCode.TryParse(code, out var parsed))
            {
                row.More[ParcelField.Code] = parsed.Value;
                var county = row.More.GetValueOrDefault(ParcelField.CountyCode) as string;
                if (county is not null && county != parsed.CountyCode)
                {
                    row.Issues.Add(RowIssues.CountyDiffers(row.Row, columns[ParcelField.CountyCode], county, parsed.CountyCode));
                }
            }
            else
            {
                row.Issues.Add(RowIssues.NotParcelCode(row.Row, columns[ParcelField.Code], code));
                row.More[ParcelField.Code] = null;
            }
        }

        if (row.More.GetValueOrDefault(ParcelField.CountyCode) is string written && (written.Length != 6 || written.Any(sign => !char.IsAsciiDigit(sign))))
        {
            row.Issues.Add(RowIssues.NotCountyCode(row.Row, columns[ParcelField.CountyCode], written));
            row.More[ParcelField.CountyCode] = null;
        }

        JudgeHolder(row, columns);
        InOrder(row, columns, ParcelField.SignedOn, ParcelField.AgreedCommencementOn);
        if (!InOrder(row, columns, ParcelField.AgreedCommencementOn, ParcelField.AgreedCompletionOn))
        {
            row.More[ParcelField.AgreedCompletionOn] = null;
        }
    }

    /// <summary>Judges the shape of a row, in degrees.</summary>
    public static JudgedGround JudgeGround(TranslatedRow row, Geometry? shape)
    {
        if (shape is null || shape.IsEmpty)
        {
            return JudgedGround.None;
        }

        var box = shape.EnvelopeInternal;
        if (!double.IsFinite(box.Width + box.Height) || box.MinX < -180 || box.MaxX > 180 || box.MinY < -85 || box.MaxY > 85)
        {
            row.Issues.Add(RowIssues.NotOnEarth(row.Row));
            return JudgedGround.None;
        }

        if (box.Width > WidestDegrees)
        {
            row.Issues.Add(RowIssues.TooWide(row.Row, box.Width));
            return JudgedGround.None;
        }

        if (shape is Point point)
        {
            return new(null, point, null);
        }

        return GroundForm.Areas(shape) is { } boundary ? JudgeBoundary(row, boundary)
            : Refused(row, ReadingIssues.NotAParcelShape(row.Row, shape.GeometryType));
    }

    private static JudgedGround JudgeBoundary(TranslatedRow row, MultiPolygon boundary)
    {
        if (GroundForm.Fault(boundary) is { } fault)
        {
            var mended = GroundForm.Mended(boundary);
            var area = mended is null ? 0 : GroundArea.SquareMetres(mended);
            row.Issues.Add(RowIssues.BadForm(row.Row, fault, GroundArea.SquareMetres(boundary), area));
            return new(null, null, area < BoundaryRules.SmallestSquareMetres ? null : mended);
        }

        var measured = GroundArea.SquareMetres(boundary);
        if (measured < BoundaryRules.SmallestSquareMetres)
        {
            return Refused(row, RowIssues.TooSmall(row.Row, measured));
        }

        if (GroundArea.MeanWidthMetres(boundary) is < BoundaryRules.NarrowestMetres and var width)
        {
            row.Issues.Add(RowIssues.TooNarrow(row.Row, width));
        }

        if (row.StatedAreaSquareMetres is { } stated && Math.Abs(stated - (decimal)measured) > stated * BoundaryRules.StatedAreaShare)
        {
            row.Issues.Add(RowIssues.AreaDiffers(row.Row, stated, measured));
        }

        return new(boundary, null, null);
    }

    private static void JudgeHolder(TranslatedRow row, ColumnsByField columns)
    {
        if (row.More.GetValueOrDefault(ParcelField.CreditCode) is not string written)
        {
            return;
        }

        if (!CreditCode.TryParse(written, out var code))
        {
            row.Issues.Add(RowIssues.NotCreditCode(row.Row, columns[ParcelField.CreditCode], written));
            row.More[ParcelField.CreditCode] = null;
            return;
        }

        row.More[ParcelField.CreditCode] = code.Value;
        if (!code.CheckHolds)
        {
            row.Issues.Add(RowIssues.CreditCheckFails(row.Row, columns[ParcelField.CreditCode], written));
        }
    }

    private static bool InOrder(TranslatedRow row, ColumnsByField columns, ParcelField earlier, ParcelField later)
    {
        if (row.More.GetValueOrDefault(earlier) is DateOnly first && row.More.GetValueOrDefault(later) is DateOnly second && first > second)
        {
            row.Issues.Add(RowIssues.DaysOutOfOrder(row.Row, columns[earlier], first, columns[later], second));
            return false;
        }

        return true;
    }

    private static JudgedGround Refused(TranslatedRow row, ImportIssue issue)
    {
        row.Issues.Add(issue);
        return JudgedGround.None;
    }
}

/// <summary>Headings of the columns by the field they fill.</summary>
public sealed class ColumnsByField(ImportProfile profile)
{
    private readonly ILookup<ParcelField, string> _names = profile.Columns.ToLookup(column => column.Field, column => column.Name);

    /// <summary>The headings, joined; empty for a field that no column fills.</summary>
    public string this[ParcelField field] => string.Join(',', _names[field]);
}
