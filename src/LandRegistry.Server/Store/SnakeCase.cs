using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace LandRegistry.Server.Store;

/// <summary>Names columns as the SQL does: <c>AgreedCommencementOn</c> is <c>agreed_commencement_on</c>.</summary>
internal static class SnakeCase
{
    public static void Apply(ModelBuilder model)
    {
        foreach (var property in model.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
        }
    }
}
