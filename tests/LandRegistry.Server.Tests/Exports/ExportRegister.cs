using System.Diagnostics;
using System.Text.Json;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Exports;

/// <summary>A register with what exports stumble over: a hole, several parts, points, letters outside GBK, formulas, unknowns, two 3-degree zones.</summary>
public sealed class ExportRegister : IAsyncLifetime
{
    public const string WithHole = "MULTIPOLYGON(((114.05 30.5,114.06 30.5,114.06 30.51,114.05 30.51,114.05 30.5),(114.052 30.502,114.052 30.508,114.058 30.508,114.058 30.502,114.052 30.502)))";
    public const string TwoParts = "MULTIPOLYGON(((114.07 30.5,114.0712345678901 30.5,114.071 30.501,114.07 30.5)),((114.08 30.5,114.081 30.5,114.081 30.501,114.08 30.5)))";

    public TestRegister Register { get; private set; } = null!;

    public HttpClient Client => Register.Client;

    /// <summary>Parcels of the plain zone: a hole, several parts, a point; then one whose name is a formula.</summary>
    public IReadOnlyList<long> Plain { get; private set; } = [];

    public long Zone { get; private set; }

    /// <summary>A zone whose one parcel has a name with letters outside GBK and remarks that a shapefile has no room for.</summary>
    public long RareZone { get; private set; }

    /// <summary>A zone whose one parcel lies in the next 3-degree zone.</summary>
    public long EastZone { get; private set; }

    public async Task InitializeAsync()
    {
        Register = await TestRegister.StartAsync();
        Zone = await Register.AddZoneAsync("Z1");
        RareZone = await Register.AddZoneAsync("Z2");
        EastZone = await Register.AddZoneAsync("Z3");
        var hole = await Register.AddParcelAsync(Zone, 0, "idle", name: "带孔地块，甲");
        var parts = await Register.AddParcelAsync(Zone, 1, "reserved", name: "两处地块");
        var point = await Register.AddParcelAsync(Zone, 2, surveyed: false, name: "未勘测", use: null, stated: 1234.5m);
        var formula = await Register.AddParcelAsync(Zone, 3, name: "=HYPERLINK(\"http://x\")");
        Plain = [hole, parts, point, formula];
        await Register.WriteAsync("update registry.parcel set boundary = st_geomfromtext($2, 4490) where id = $1", hole, WithHole);
        await Register.WriteAsync("update registry.parcel set boundary = st_geomfromtext($2, 4490) where id = $1", parts, TwoParts);
        var rare = await Register.AddParcelAsync(RareZone, 10, name: "𠮷祥㐀€地块");
        await Register.WriteAsync("update registry.parcel set remarks = $2 where id = $1", rare, new string('备', 300));
        var east = await Register.AddParcelAsync(EastZone, 11, name: "东带地块");
        await Register.WriteAsync("update registry.parcel set boundary = st_geomfromtext('MULTIPOLYGON(((117.05 30.5,117.06 30.5,117.06 30.51,117.05 30.5)))', 4490) where id = $1", east);
    }

    public async Task DisposeAsync() => await Register.DisposeAsync();

    /// <summary>The bytes of an export.</summary>
    public async Task<byte[]> BytesAsync(string query)
    {
        using var answer = await Client.GetAsync(new Uri("/api/exports/parcels?" + query, UriKind.Relative));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadAsByteArrayAsync();
    }

    /// <summary>The features of a file as GDAL reads them, in CGCS2000 degrees.</summary>
    public static async Task<IReadOnlyList<JsonElement>> ReadAsync(byte[] file, string name, params string[] layers)
    {
        var folder = Directory.CreateTempSubdirectory("landregistry-export-").FullName;
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, name), file);
            var source = name.EndsWith(".zip", StringComparison.Ordinal) ? "/vsizip/" + Path.Combine(folder, name) : Path.Combine(folder, name);
            var features = new List<JsonElement>();
            foreach (var layer in layers)
            {
                var lines = await RunAsync("ogr2ogr", "-f", "GeoJSONSeq", "/vsistdout/", source, layer, "-t_srs", "EPSG:4490", "-lco", "COORDINATE_PRECISION=15");
                features.AddRange(lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line.Trim('\u001e'))));
            }

            return features;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await errors);
        return output;
    }
}
