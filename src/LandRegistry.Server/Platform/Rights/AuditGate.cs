using System.Globalization;
using System.Text.Json;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform.Settings;
using LandRegistry.Server.Store.Audit;

namespace LandRegistry.Server.Platform.Rights;

/// <summary>
/// Notes in the audit trail which sensitive fields a person read, and what they took out of the register. The owner of a private
/// register reads their own: only what they change is noted, by the database. In an office nobody does. Changes are noted by the database with the origin set here.
/// </summary>
internal static class AuditGate
{
    private const int MostOfPath = 500;

    public static async Task Pass(HttpContext http, RequestDelegate next)
    {
        var person = http.Features.Get<Person>();
        if (person is null)
        {
            await next(http);
            return;
        }

        AuditOrigin.Current = (http.Address(), person.AccountId);
        await next(http);
        if ((person.AccountId is null && !http.RequestServices.GetRequiredService<ServerSettings>().IsOffice) || http.Response.StatusCode >= StatusCodes.Status400BadRequest)
        {
            return;
        }

        var (action, details) = Noted(http);
        if (action is not null)
        {
            await http.RequestServices.GetRequiredService<AuditTrail>().Post(
                new(person.Name, person.AccountId, http.Address(), action, Path(http)) { Details = details, ParcelId = ParcelOf(http) }, CancellationToken.None);
        }
    }

    /// <summary>Where a request comes from.</summary>
    public static string? Address(this HttpContext http) => http.Connection.RemoteIpAddress?.ToString();

    private static (string? Action, string? Details) Noted(HttpContext http)
    {
        switch (http.GetEndpoint()?.Metadata.GetMetadata<RouteNeeds>()?.Action)
        {
            case RegisterAction.Export: return (AuditActions.Export, null);
            case RegisterAction.Report: return (AuditActions.Print, null);
        }

        return http.Features.Get<SensitiveFields.Read>() is { Kinds: var kinds } && HttpMethods.IsGet(http.Request.Method)
            ? (AuditActions.Read, JsonSerializer.Serialize(kinds.Order().Select(Codes<RegisterAction>.Of)))
            : (null, null);
    }

    private static string Path(HttpContext http) =>
        $"{http.Request.Path}{http.Request.QueryString}" is { Length: > MostOfPath } path ? path[..MostOfPath] : $"{http.Request.Path}{http.Request.QueryString}";

    private static long? ParcelOf(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<RouteNeeds>() is { Record: RecordKind.Parcel, Parameter: var name }
        && long.TryParse(http.GetRouteValue(name) as string, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
