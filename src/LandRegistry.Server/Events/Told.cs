using System.Text.Json;
using System.Text.Json.Nodes;

namespace LandRegistry.Server.Events;

/// <summary>What the database told this server, for its open streams.</summary>
/// <param name="Kind">Kind of event.</param>
/// <param name="Data">Its data, JSON, as a stream writes it.</param>
internal sealed record Told(string Kind, string Data)
{
    private const string ChangeKind = "change";
    private const string PresenceKind = "presence";
    private const string PeopleKind = "people";

    /// <summary>Something unknown changed, read everything anew.</summary>
    public static Told Reload { get; } = new(ChangeKind, """{"changeId":null,"many":true,"parcels":[],"bbox":null}""");

    /// <summary>Zones that it is about; null when it does not say.</summary>
    public long[]? Zones { get; private init; }

    /// <summary>Whose rights or sessions have changed; null when it is about something else. Never written to a stream.</summary>
    public long? Account { get; private init; }

    /// <summary>Parcels that a change touched; null when they are too many to be named, or it is no change.</summary>
    public long[]? Parcels { get; private init; }

    /// <summary>Whether it tells of a change.</summary>
    public bool IsChange => Kind == ChangeKind;

    public static Told OfPerson(long account) => new(PeopleKind, "") { Account = account };

    public static Told OfPresence(string payload) => new(PresenceKind, "{}") { Zones = ZonesIn(JsonNode.Parse(payload)!.AsObject()) };

    public static Told OfChange(string payload)
    {
        var change = JsonNode.Parse(payload)!.AsObject();
        var zones = ZonesIn(change);
        change.Remove("zones");
        return new(ChangeKind, change.ToJsonString())
        {
            Zones = zones,
            Parcels = change["many"]!.GetValue<bool>() ? null : Ids(change["parcels"]),
        };
    }

    /// <summary>The same change with fewer parcels and the box around them.</summary>
    public Told Of(long[] parcels, double[] box)
    {
        var change = JsonNode.Parse(Data)!.AsObject();
        change["parcels"] = JsonSerializer.SerializeToNode(parcels);
        change["bbox"] = JsonSerializer.SerializeToNode(box);
        return this with { Data = change.ToJsonString(), Parcels = parcels };
    }

    private static long[]? ZonesIn(JsonObject payload) => payload["zones"] is { } zones ? Ids(zones) : null;

    private static long[] Ids(JsonNode? array) => [.. array!.AsArray().Select(id => id!.GetValue<long>())];
}
