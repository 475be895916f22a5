using System.IO.Compression;
using System.Text;
using LandRegistry.Domain.Imports.Reading;
using LandRegistry.Server.Imports.Reading;
using LandRegistry.Testing;
using NetTopologySuite.Geometries;

namespace LandRegistry.Server.Tests.Imports.Reading;

/// <summary>A test that reads files made on the spot; no register is needed for reading.</summary>
public abstract class ReadingTest : IDisposable
{
    static ReadingTest() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    protected static Encoding Gbk => Encoding.GetEncoding("gbk");

    /// <summary>The test's own folder.</summary>
    protected string Folder { get; } = Directory.CreateTempSubdirectory("landregistry-test-").FullName;

    protected string Write(string name, byte[] content)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    protected string Write(string name, string content) => Write(name, Encoding.UTF8.GetBytes(content));

    protected static Task<SourceInspection> InspectAsync(string path, SourceChoices? choices = null, Envelope? zone = null) => SourceFiles.InspectAsync(path, choices, zone);

    /// <summary>Inspects and reads; the rows are those that the inspection counted.</summary>
    protected static async Task<(SourceInspection Inspection, List<SourceRow> Rows)> ReadAsync(string path, SourceChoices? choices = null)
    {
        var inspection = await InspectAsync(path, choices);
        Assert.Empty(inspection.Faults);
        var rows = new List<SourceRow>();
        await foreach (var row in SourceFiles.ReadAsync(inspection, choices))
        {
            Assert.Equal(inspection.Columns.Count, row.Cells.Count);
            rows.Add(row);
        }

        Assert.Equal(inspection.Rows, rows.Count);
        return (inspection, rows);
    }

    /// <summary>Inspects a file that is refused; its only fault, whose Chinese is there too.</summary>
    protected static async Task<string> RefusedAsync(string path, SourceChoices? choices = null)
    {
        var fault = Assert.Single((await InspectAsync(path, choices)).Faults);
        Assert.NotEqual("", fault.Zh);
        return fault.En;
    }

    protected async Task<string> ZipAsync(params (string Name, Action<Stream> Write)[] entries)
    {
        var path = Path.Combine(Folder, Path.GetRandomFileName() + ".zip");
        await using var zip = await ZipFile.OpenAsync(path, ZipArchiveMode.Create);
        foreach (var (name, write) in entries)
        {
            await using var stream = await zip.CreateEntry(name).OpenAsync();
            write(stream);
        }

        return path;
    }

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
