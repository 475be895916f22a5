using System.Text.Json;

namespace LandRegistry.Server.Tests.Rights;

/// <summary>A route of the OpenAPI document.</summary>
internal sealed record RegisterRoute(string Method, string Path, string? Needs, string? Record)
{
    /// <summary>The parameter that names the record of the route: the last one, or the first of those that go on below it.</summary>
    private string? RecordParameter => Path.Contains("{factId}", StringComparison.Ordinal) ? "{factId}" : Path.Contains("{id}", StringComparison.Ordinal) ? "{id}" : null;

    /// <summary>Every route that the server says it has.</summary>
    public static async Task<IReadOnlyList<RegisterRoute>> AllAsync(HttpClient client)
    {
        var document = await client.GetJsonAsync("/openapi/v1.json");
        return
        [
            .. from path in document.GetProperty("paths").EnumerateObject()
               from operation in path.Value.EnumerateObject()
               select new RegisterRoute(operation.Name.ToUpperInvariant(), path.Name, Text(operation.Value, "x-needs"), Text(operation.Value, "x-record")),
        ];
    }

    /// <summary>The address for a record; other parameters get a value of the right form that names nothing.</summary>
    public string AddressFor(long id)
    {
        var address = RecordParameter is { } parameter ? Path.Replace(parameter, $"{id}", StringComparison.Ordinal) : Path;
        foreach (var (name, value) in new[]
        {
            ("{kind}", "publication"), ("{n}", "1"), ("{documentId}", "1"), ("{session}", "testwindow1"), ("{z}", "16"), ("{x}", "53530"), ("{y}", "26933"), ("{key}", "none"),
        })
        {
            address = address.Replace(name, value, StringComparison.Ordinal);
        }

        return address + (Path switch
        {
            "/api/boundaries" => "?bbox=114.04,30.49,114.06,30.51",
            "/tiles/difference/{z}/{x}/{y}" or "/api/parcels/difference" => "?from=2026-06-01",
            _ => "",
        });
    }

    public override string ToString() => $"{Method} {Path}";

    private static string? Text(JsonElement operation, string name) => operation.TryGetProperty(name, out var value) ? value.GetString() : null;
}
