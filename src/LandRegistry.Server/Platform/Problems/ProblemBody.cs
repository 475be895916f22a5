using System.Text.Json;
using System.Text.Json.Serialization;
using LandRegistry.Domain.Common;

namespace LandRegistry.Server.Platform.Problems;

/// <summary>One fault of a malformed request.</summary>
/// <param name="Field">The query parameter, header or body member.</param>
/// <param name="Message">What is wrong and how to mend it, English.</param>
/// <param name="MessageZh">The same in Chinese.</param>
public sealed record Fault(string Field, string Message, string MessageZh);

/// <summary>One of several rules that a command breaks, and where on the map.</summary>
/// <param name="Code">As in docs/problems.md.</param>
/// <param name="Title">What is refused.</param>
/// <param name="Detail">Why in this case, and how to mend it.</param>
/// <param name="Article">The article it rests on; null for a rule of the house.</param>
/// <param name="Place">GeoJSON point, line or area in question, longitude first; null when it is the whole.</param>
/// <param name="ParcelId">The other parcel concerned; null when none is.</param>
/// <param name="MayBeAccepted">True when the command may be sent again with assent.</param>
public sealed record BrokenRule(string Code, Text Title, Text Detail, string? Article, JsonElement? Place, long? ParcelId, bool MayBeAccepted);

/// <summary>A problem in the form of RFC 9457, in English and Chinese.</summary>
public sealed record ProblemBody
{
    /// <summary><c>urn:landregistry:problem:</c> and the code.</summary>
    public required string Type { get; init; }

    public required string Title { get; init; }

    public required string TitleZh { get; init; }

    public required int Status { get; init; }

    /// <summary>What is wrong in this case and how to mend it.</summary>
    public required string Detail { get; init; }

    public required string DetailZh { get; init; }

    public required string Code { get; init; }

    /// <summary>The article of the law that a refusal rests on.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Article { get; init; }

    /// <summary>All faults of a malformed request at once.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Fault>? Faults { get; init; }

    /// <summary>Every rule that is broken, with the place, where a boundary is refused.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<BrokenRule>? Findings { get; init; }

    /// <summary>The row as it is now, where the caller's version was stale.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public object? Current { get; init; }

    /// <summary>What the caller saw of the row, where the caller's version was stale and the register still has it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public object? Base { get; init; }

    /// <summary>Finds the error in the log.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TraceId { get; init; }
}
