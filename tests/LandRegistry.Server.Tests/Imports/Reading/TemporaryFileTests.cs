using System.Text;
using LandRegistry.Server.Imports.Reading;

namespace LandRegistry.Server.Tests.Imports.Reading;

/// <summary>What reading puts on the disk; looked at while no other test reads.</summary>
[Collection(Name)]
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TemporaryFileTests : ReadingTest
{
    public const string Name = "temporary files";

    [Fact]
    public async Task Nothing_is_left_behind()
    {
        var own = Directory.GetDirectories(Path.GetTempPath(), "landregistry-read-*");
        await ReadAsync(await ZipAsync(("a.geojson", stream => stream.Write(Encoding.UTF8.GetBytes(OgrFixture.Squares)))));
        var inspection = await InspectAsync(OgrFixture.Write(Folder, "GPKG", "a.gpkg"));

        await foreach (var row in SourceFiles.ReadAsync(inspection))
        {
            break;
        }

        Assert.Empty(Directory.GetDirectories(Path.GetTempPath(), "landregistry-read-*").Except(own));
        Assert.Equal(["a.gpkg"], Directory.GetFiles(Folder, "*.gpkg*").Select(Path.GetFileName));
    }
}
