using LandRegistry.Domain.Common;
using LandRegistry.Domain.Imports.Coordinates;
using NetTopologySuite.Geometries;

namespace LandRegistry.Domain.Tests.Imports.Coordinates;

public sealed class CoordinateDoctorTests
{
    private static readonly Text By = new("文件头", "the head");

    // A zone near 114.3 E, 30.5 N, and the same ground in the grid of zone 38.
    private static readonly Envelope Zone = new(114.2, 114.4, 30.4, 30.6);
    private static readonly Envelope Prefixed = new(38_525_000, 38_530_000, 3_375_000, 3_380_000);
    private static readonly Envelope Plain = new(525_000, 530_000, 3_375_000, 3_380_000);

    [Fact]
    public void What_the_file_says_and_the_numbers_confirm_needs_no_question()
    {
        var found = CoordinateDoctor.Diagnose(Prefixed, new CrsStatement(null, By) { Datum = Datum.Cgcs2000, Zone = 38, ZoneWidth = 3 }, Zone);

        Assert.Equal((4526, CrsFit.InZone, false), (found.Best!.Reading.Srid, found.Best.Fit, found.MustAsk));
    }

    [Fact]
    public void Without_a_statement_the_prefix_tells_and_the_user_is_asked()
    {
        var found = CoordinateDoctor.Diagnose(Prefixed, null, Zone);

        Assert.Equal((4526, true), (found.Best!.Reading.Srid, found.MustAsk));
    }

    [Fact]
    public void Eastings_of_six_digits_are_placed_by_the_zone()
    {
        var found = CoordinateDoctor.Diagnose(Plain, null, Zone);

        Assert.Equal((4547, CrsFit.InZone, true), (found.Best!.Reading.Srid, found.Best.Fit, found.MustAsk));
    }

    [Fact]
    public void Eastings_of_six_digits_without_a_zone_name_many_readings_and_none_is_taken_in_silence()
    {
        var found = CoordinateDoctor.Diagnose(Plain, null);

        Assert.True(found.MustAsk);
        Assert.Null(found.Clear);
        Assert.Contains(4547, found.Proposals.Select(proposal => proposal.Reading.Srid));
        Assert.Contains("fit 21 alike", found.Sentence.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Swapped_axes_are_proposed()
    {
        var found = CoordinateDoctor.Diagnose(new Envelope(3_375_000, 3_380_000, 38_525_000, 38_530_000), null, Zone);

        Assert.Equal((4526, true, true), (found.Best!.Reading.Srid, found.Best.Reading.IsSwapped, found.MustAsk));
    }

    [Fact]
    public void Degrees_of_latitude_first_are_proposed_swapped()
    {
        var found = CoordinateDoctor.Diagnose(new Envelope(30.5, 30.51, 114.3, 114.31), new CrsStatement(4326, By), Zone);

        Assert.Equal((true, true), (found.Best!.Reading.IsSwapped, found.MustAsk));
    }

    [Fact]
    public void A_label_that_the_numbers_deny_loses_to_them()
    {
        var found = CoordinateDoctor.Diagnose(Prefixed, new CrsStatement(4326, new(".prj", "the .prj")), Zone);

        Assert.Equal((4526, false, true), (found.Best!.Reading.Srid, found.Best.IsStated, found.MustAsk));
        Assert.Contains("disagree", found.Sentence.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zone_stated_wrongly_is_asked()
    {
        var found = CoordinateDoctor.Diagnose(Plain, new CrsStatement(4548, By), Zone);

        Assert.Equal((4547, true), (found.Best!.Reading.Srid, found.MustAsk));
    }

    [Fact]
    public void Ground_computed_in_the_neighbouring_zone_is_proposed_shifted()
    {
        // Computed about 117 E, written with the prefix of 114 E: by its prefix it lies three degrees west of the zone.
        var found = CoordinateDoctor.Diagnose(new Envelope(38_525_000, 38_530_000, 3_375_000, 3_380_000), null, new Envelope(117.2, 117.4, 30.4, 30.6));

        Assert.Equal((4527, 1_000_000d, CrsFit.InZone), (found.Best!.Reading.Srid, found.Best.Reading.EastingShift, found.Best.Fit));
        Assert.True(found.MustAsk);
    }

    [Fact]
    public void Out_of_the_zone_is_said()
    {
        var found = CoordinateDoctor.Diagnose(new Envelope(116.3, 116.4, 39.9, 40), new CrsStatement(4490, By), Zone);

        Assert.Equal((CrsFit.InChina, true), (found.Best!.Fit, found.MustAsk));
        Assert.Contains(found.Best.Reasons, reason => reason.En.Contains("outside the zones", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_map_what_lands_where_it_should_is_taken_and_what_has_to_be_turned_or_is_denied_is_not()
    {
        Assert.Equal(4526, CoordinateDoctor.Diagnose(Prefixed, null, Zone).Clear!.Reading.Srid);
        Assert.Equal(4547, CoordinateDoctor.Diagnose(Plain, null, Zone).Clear!.Reading.Srid);
        Assert.Equal(4490, CoordinateDoctor.Diagnose(new Envelope(116.3, 116.4, 39.9, 40), new CrsStatement(4490, By), Zone).Clear!.Reading.Srid);
        Assert.Null(CoordinateDoctor.Diagnose(new Envelope(116.3, 116.4, 39.9, 40), null, Zone).Clear);
        Assert.Null(CoordinateDoctor.Diagnose(new Envelope(30.5, 30.51, 114.3, 114.31), new CrsStatement(4326, By), Zone).Clear);
        Assert.Null(CoordinateDoctor.Diagnose(Prefixed, new CrsStatement(4326, By), Zone).Clear);
    }

    [Theory]
    [InlineData("经度（CGCS2000）,纬度（CGCS2000）", Datum.Cgcs2000, null)]
    [InlineData("图形（WKT） EPSG:4526", Datum.Cgcs2000, 4526)]
    [InlineData("X坐标（西安80）,Y坐标", Datum.Xian1980, null)]
    public void A_heading_may_say_the_system(string heading, Datum datum, int? srid) => Assert.Equal((datum, srid), (HeadingCrs.Of(heading)!.Datum, HeadingCrs.Of(heading)!.Srid));

    [Fact]
    public void A_heading_of_plain_degrees_says_nothing() => Assert.Null(HeadingCrs.Of("经度,纬度"));

    [Fact]
    public void Numbers_of_no_system_have_no_proposal()
    {
        var found = CoordinateDoctor.Diagnose(new Envelope(1, 5_000, 1, 5_000), null, Zone);

        Assert.Empty(found.Proposals);
        Assert.True(found.MustAsk);
    }

    [Theory]
    [InlineData(4526, Datum.Cgcs2000, 3, 38, true)]
    [InlineData(4547, Datum.Cgcs2000, 3, 38, false)]
    [InlineData(4497, Datum.Cgcs2000, 6, 19, true)]
    [InlineData(2362, Datum.Xian1980, 3, 38, true)]
    [InlineData(2435, Datum.Beijing1954, 3, 38, false)]
    public void The_numbers_of_EPSG_are_those_of_the_grids(int srid, Datum datum, int width, int zone, bool hasPrefix) =>
        Assert.Equal(new ChineseGrid(datum, width, zone, hasPrefix), ChineseGrid.Find(srid));

    [Theory]
    [InlineData("PROJCS[\"CGCS2000_3_Degree_GK_Zone_38\",GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\",DATUM[\"D_China_2000\",SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Gauss_Kruger\"],PARAMETER[\"False_Easting\",38500000.0],PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",114.0],PARAMETER[\"Scale_Factor\",1.0],PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]", 4526)]
    [InlineData("PROJCS[\"CGCS2000_3_Degree_GK_CM_114E\",GEOGCS[\"x\",DATUM[\"D_China_2000\"]],PROJECTION[\"Gauss_Kruger\"],PARAMETER[\"False_Easting\",500000.0],PARAMETER[\"Central_Meridian\",114.0],PARAMETER[\"Scale_Factor\",1.0],UNIT[\"Meter\",1.0]]", 4547)]
    [InlineData("PROJCS[\"Xian_1980_3_Degree_GK_Zone_38\",GEOGCS[\"GCS_Xian_1980\",DATUM[\"D_Xian_1980\"]],PROJECTION[\"Gauss_Kruger\"],PARAMETER[\"False_Easting\",38500000.0],PARAMETER[\"Central_Meridian\",114.0],UNIT[\"Meter\",1.0]]", 2362)]
    [InlineData("GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\",DATUM[\"D_China_2000\",SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],UNIT[\"Degree\",0.0174532925199433]]", 4490)]
    [InlineData("GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],UNIT[\"Degree\",0.0174532925199433]]", 4326)]
    [InlineData("PROJCS[\"WGS_1984_UTM_Zone_50N\",GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\"]],PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"False_Easting\",500000.0],PARAMETER[\"Central_Meridian\",117.0],PARAMETER[\"Scale_Factor\",0.9996],UNIT[\"Meter\",1.0]]", 32650)]
    [InlineData("PROJCS[\"Local\",GEOGCS[\"x\",DATUM[\"D_China_2000\"]],PARAMETER[\"False_Easting\",500000.0],PARAMETER[\"Central_Meridian\",114.33]]", null)]
    public void The_text_of_a_prj_names_its_system(string wkt, int? srid) => Assert.Equal(srid, PrjText.Read(wkt, By)!.Srid);

    [Fact]
    public void The_grid_lands_where_PROJ_does()
    {
        // ogr2ogr -s_srs EPSG:4526 -t_srs EPSG:4490 of GDAL 3.6.
        var landed = ChineseGrid.Find(4526)!.Land(new Coordinate(38_600_000, 3_400_000));

        Assert.Equal((115.043969, 30.71642), (Math.Round(landed.X, 6), Math.Round(landed.Y, 6)));
    }
}
