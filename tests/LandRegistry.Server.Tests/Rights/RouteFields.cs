using System.Text.Json;

namespace LandRegistry.Server.Tests.Rights;

/// <summary>The fields that callers may fill with text, as the OpenAPI document has them.</summary>
internal sealed class RouteFields
{
    private readonly JsonElement _operation;

    private RouteFields(JsonElement operation) => _operation = operation;

    public static RouteFields Of(JsonElement document, RegisterRoute route) =>
        new(document.GetProperty("paths").GetProperty(route.Path).GetProperty(route.Method.ToLowerInvariant()));

    /// <summary>Names of the parameters of the query.</summary>
    public IReadOnlyList<string> Query => _operation.TryGetProperty("parameters", out var parameters)
        ? [.. parameters.EnumerateArray().Where(parameter => parameter.GetProperty("in").GetString() == "query").Select(parameter => parameter.GetProperty("name").GetString()!)]
        : [];
}
