using System.Text.Json.Serialization.Metadata;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform.Accounts;
using LandRegistry.Server.Store;

namespace LandRegistry.Server.Platform.Rights;

/// <summary>
/// Leaves sensitive fields out of every answer to a person who has no right to them, and remembers that they were read by one who has.
/// What is sensitive goes by the name of the field, so that a new one is covered from its first day: money in yuan, telephone numbers,
/// court matters.
/// </summary>
internal static class SensitiveFields
{
    private static readonly HttpContextAccessor Request = new();

    /// <summary>What of the kind a request has read; absent when nothing.</summary>
    public sealed class Read
    {
        public HashSet<RegisterAction> Kinds { get; } = [];
    }

    /// <summary>The right that a field of an answer needs; null when it needs none but that of the route.</summary>
    public static RegisterAction? Needed(string name) =>
        name.Contains("Yuan", StringComparison.OrdinalIgnoreCase) || name.Equals("Amount", StringComparison.OrdinalIgnoreCase) ? RegisterAction.ReadMoney
        : name.Contains("Phone", StringComparison.OrdinalIgnoreCase) ? RegisterAction.ReadPhones
        : name.StartsWith("Court", StringComparison.OrdinalIgnoreCase) ? RegisterAction.ReadCourt
        : null;

    /// <summary>For the serializer of answers.</summary>
    public static void Hide(JsonTypeInfo type)
    {
        // A colleague's number in the office is no record of the register: whoever keeps accounts keeps it too.
        if (type.Kind != JsonTypeInfoKind.Object || type.Type == typeof(AccountShape))
        {
            return;
        }

        foreach (var property in type.Properties)
        {
            if (property.Get is not { } get)
            {
                continue;
            }

            if (type.Type == typeof(FieldChange) && property.PropertyType != typeof(string))
            {
                property.Get = row => Needed(((FieldChange)row).Field) is { } right && !May(right) ? null : get(row);
            }
            else if (property.PropertyType != typeof(bool) && Needed(property.Name) is { } right)
            {
                if (property.PropertyType.IsValueType && Nullable.GetUnderlyingType(property.PropertyType) is null)
                {
                    property.ShouldSerialize = (_, _) => May(right);
                }
                else
                {
                    property.Get = row => get(row) is { } value && May(right) ? value : null;
                }
            }
        }
    }

    /// <summary>Outside a request, as when a program writes a file, nobody is kept from anything.</summary>
    private static bool May(RegisterAction right)
    {
        if (Request.HttpContext is not { } http)
        {
            return true;
        }

        if (!http.May(right))
        {
            return false;
        }

        if (http.Features.Get<Read>() is not { } read)
        {
            http.Features.Set(read = new());
        }

        return read.Kinds.Add(right) || true;
    }
}
