using System.Text.Json;

namespace LandRegistry.Server.Store;

/// <summary>A field before and after.</summary>
public sealed record FieldChange(string Field, JsonElement? Before, JsonElement? After);

/// <summary>Compares two versions of a row, as history tells them.</summary>
public static class FieldChanges
{
    /// <summary>The fields that differ, named as in the API; unknown and absent are the same.</summary>
    /// <param name="before">Null when the row was not there.</param>
    /// <param name="after">The later version.</param>
    public static IEnumerable<FieldChange> Between(JsonElement? before, JsonElement after)
    {
        foreach (var member in after.EnumerateObject())
        {
            var old = before is { } earlier && earlier.TryGetProperty(member.Name, out var value) ? Known(value) : null;
            var now = Known(member.Value);
            if (old is null ? now is not null : now is null || !JsonElement.DeepEquals(old.Value, now.Value))
            {
                yield return new(Camel(member.Name), old, now);
            }
        }
    }

    private static JsonElement? Known(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value;

    private static string Camel(string snake) =>
        string.Concat(snake.Split('_').Select((part, i) => i == 0 ? part : char.ToUpperInvariant(part[0]) + part[1..]));
}
