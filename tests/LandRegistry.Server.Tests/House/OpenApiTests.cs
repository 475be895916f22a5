using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.House;

public sealed class OpenApiTests : RegisterTest
{
    /// <summary>With LANDREGISTRY_REGENERATE=1 the file is written anew instead (tests/run.sh --regenerate).</summary>
    [Fact]
    public async Task The_committed_OpenAPI_document_is_that_of_the_server()
    {
        var committed = Repository.PathOf("docs", "api", "openapi.json");
        var served = (await Client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative))).ReplaceLineEndings("\n").TrimEnd() + "\n";

        if (Environment.GetEnvironmentVariable("LANDREGISTRY_REGENERATE") == "1")
        {
            await File.WriteAllTextAsync(committed, served);
        }

        Assert.Equal(await File.ReadAllTextAsync(committed), served);
    }

    /// <summary>A new route of a slice fails here until it says <c>.Needs(RegisterAction.…)</c>; until then it answers nobody.</summary>
    [Fact]
    public async Task Every_route_says_what_right_it_needs()
    {
        string[] openToAll = ["/api/health", "/api/health/live", "/api/health/ready", "/public/parcels"];
        var document = await Client.GetJsonAsync("/openapi/v1.json");

        foreach (var path in document.GetProperty("paths").EnumerateObject().Where(path => !openToAll.Contains(path.Name)))
        {
            foreach (var operation in path.Value.EnumerateObject())
            {
                Assert.True(operation.Value.TryGetProperty("x-needs", out _), $"{operation.Name} {path.Name} says nothing of the right it needs");
            }
        }
    }

    [Fact]
    public async Task Every_route_says_who_it_is_for_and_what_it_does()
    {
        var document = await Client.GetJsonAsync("/openapi/v1.json");

        foreach (var operation in document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()))
        {
            Assert.NotEqual("", operation.Value.GetProperty("summary").GetString());
            Assert.NotEmpty(operation.Value.GetProperty("tags").EnumerateArray());
        }
    }
}
