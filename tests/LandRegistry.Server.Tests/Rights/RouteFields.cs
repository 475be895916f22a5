using System.Text.Json;
using System.Text.Json.Nodes;

namespace LandRegistry.Server.Tests.Rights;

/// <summary>The fields that callers may fill with text, as the OpenAPI document has them: parameters of queries and members of bodies.</summary>
internal sealed class RouteFields
{
    private const int Deepest = 5;

    private readonly JsonElement _document;
    private readonly JsonElement _operation;

    private RouteFields(JsonElement document, RegisterRoute route) =>
        (_document, _operation) = (document, document.GetProperty("paths").GetProperty(route.Path).GetProperty(route.Method.ToLowerInvariant()));

    public static RouteFields Of(JsonElement document, RegisterRoute route) => new(document, route);

    /// <summary>Names of the parameters of the query.</summary>
    public IReadOnlyList<string> Query => _operation.TryGetProperty("parameters", out var parameters)
        ? [.. parameters.EnumerateArray().Where(parameter => parameter.GetProperty("in").GetString() == "query").Select(parameter => parameter.GetProperty("name").GetString()!)]
        : [];

    /// <summary>
    /// Bodies with a hostile text: one that has it in every field, then one for each field that has it there alone, so that no fault of
    /// another field hides what becomes of it.
    /// </summary>
    public IEnumerable<JsonNode> Bodies(string hostile)
    {
        if (BodySchema is not { } schema)
        {
            yield break;
        }

        var fields = new List<string>();
        if (Make(schema, "", (_, _) => hostile, fields) is { } whole)
        {
            yield return whole;
        }

        foreach (var field in fields)
        {
            yield return Make(schema, "", (path, name) => path == field ? hostile : Harmless(name), [])!;
        }
    }

    private JsonElement? BodySchema =>
        _operation.TryGetProperty("requestBody", out var body) && body.GetProperty("content").TryGetProperty("application/json", out var json) ? json.GetProperty("schema") : null;

    private JsonNode? Make(JsonElement schema, string path, Func<string, string, string> text, List<string> fields)
    {
        schema = Resolved(schema);
        if (path.Count(letter => letter == '/') > Deepest)
        {
            return null;
        }

        switch (TypeOf(schema))
        {
            case "object":
                var made = new JsonObject();
                foreach (var member in schema.TryGetProperty("properties", out var properties) ? properties.EnumerateObject() : default)
                {
                    made[member.Name] = Make(member.Value, $"{path}/{member.Name}", text, fields);
                }

                return made;
            case "array":
                return new JsonArray(Make(schema.GetProperty("items"), path + "/0", text, fields));
            case "integer" or "number":
                return 1;
            case "boolean":
                return false;
            case "string":
                fields.Add(path);
                return text(path, path[(path.LastIndexOf('/') + 1)..]);
            default:
                return null;
        }
    }

    private JsonElement Resolved(JsonElement schema)
    {
        foreach (var choice in new[] { "oneOf", "anyOf" })
        {
            if (schema.TryGetProperty(choice, out var choices))
            {
                return Resolved(choices.EnumerateArray().First(one => TypeOf(one) != "null"));
            }
        }

        return schema.TryGetProperty("$ref", out var reference)
            ? Resolved(_document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]))
            : schema;
    }

    /// <summary>The one type that a value may have beside null; text where numbers may be written as text.</summary>
    private static string? TypeOf(JsonElement schema) => !schema.TryGetProperty("type", out var type)
        ? schema.TryGetProperty("properties", out _) ? "object" : null
        : type.ValueKind == JsonValueKind.String ? type.GetString()
        : type.EnumerateArray().Select(one => one.GetString()).FirstOrDefault(one => one != "null");

    /// <summary>Something of the right form, by the name of the field.</summary>
    private static string Harmless(string field) => field switch
    {
        "onDay" or "endOn" or "until" or "day" or "date" or "effectiveDate" => "2026-06-01",
        "to" => "suspected",
        "stage" => "watched",
        "method" => "listing",
        "kind" => "other",
        "type" => "upgrade_in_place",
        _ => "x",
    };
}
