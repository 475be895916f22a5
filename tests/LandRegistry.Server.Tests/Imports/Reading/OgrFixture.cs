using System.Diagnostics;

namespace LandRegistry.Server.Tests.Imports.Reading;

/// <summary>Has GDAL write the files that the tests read; binary files are made, not kept.</summary>
internal static class OgrFixture
{
    public const string Squares = """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"code":"00123","name":"一号地块","area":1.5,"day":"2024-03-05"},"geometry":{"type":"Polygon","coordinates":[[[38500000,3380000],[38500100,3380000],[38500100,3380100],[38500000,3380100],[38500000,3380000]],[[38500040,3380040],[38500040,3380060],[38500060,3380060],[38500060,3380040],[38500040,3380040]]]}},
        {"type":"Feature","properties":{"code":"00124","name":"二号地块","area":null,"day":null},"geometry":{"type":"Polygon","coordinates":[[[38500200,3380000],[38500300,3380000],[38500300,3380100],[38500200,3380000]]]}},
        {"type":"Feature","properties":{"code":"00125","name":"三号","area":3,"day":null},"geometry":null}]}
        """;

    /// <summary>Writes the squares as another format into a folder; the path of the file.</summary>
    public static string Write(string folder, string format, string name, params string[] options)
    {
        var source = Path.Combine(folder, "squares.geojson");
        File.WriteAllText(source, Squares);
        var to = Path.Combine(folder, name);
        Run(folder, ["-f", format, to, source, "-a_srs", "EPSG:4526", .. options]);
        File.Delete(source);
        return to;
    }

    public static void Run(string folder, IEnumerable<string> arguments)
    {
        using var ogr = Process.Start(new ProcessStartInfo("ogr2ogr", arguments) { WorkingDirectory = folder, RedirectStandardError = true, UseShellExecute = false })!;
        var complaints = ogr.StandardError.ReadToEnd();
        ogr.WaitForExit();
        Assert.True(ogr.ExitCode == 0, complaints);
    }
}
