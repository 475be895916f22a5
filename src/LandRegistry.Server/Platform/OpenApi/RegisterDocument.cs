using System.Text.Json.Nodes;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Platform.Rights;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace LandRegistry.Server.Platform.OpenApi;

/// <summary>The OpenAPI document (committed as docs/api/openapi.json): query parameters come from the list that the routes are checked by.</summary>
internal static class RegisterDocument
{
    public static void AddRegisterDocument(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "LandRegistry",
                Version = "1",
                Description = "Register of idle land and low-efficiency enterprises. Coordinates: CGCS2000 geographic (EPSG:4490), longitude first. "
                    + "Areas in square metres, money in yuan. Null is unknown.",
            };
            document.Servers = [];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var parameters = context.Description.ActionDescriptor.EndpointMetadata.OfType<QueryParameters>().LastOrDefault()?.All ?? [];
            operation.Parameters ??= [];
            foreach (var parameter in parameters)
            {
                operation.Parameters.Add(new OpenApiParameter
                {
                    Name = parameter.Name,
                    In = ParameterLocation.Query,
                    Description = parameter.Description,
                    Explode = true,
                    Schema = SchemaOf(parameter),
                });
            }

            AddNeeds(operation, context.Description.ActionDescriptor.EndpointMetadata.OfType<RouteNeeds>().LastOrDefault());
            return Task.CompletedTask;
        });
    });

    /// <summary>What the route needs (<c>x-needs</c>) and which record must lie in the person's zones (<c>x-record</c>): none for a route open to all.</summary>
    private static void AddNeeds(OpenApiOperation operation, RouteNeeds? needs)
    {
        if (needs is null)
        {
            return;
        }

        operation.Extensions ??= new Dictionary<string, IOpenApiExtension>();
        operation.Extensions["x-needs"] = new JsonNodeExtension(Codes<RegisterAction>.Of(needs.Action));
        if (needs.Record is { } record)
        {
            operation.Extensions["x-record"] = new JsonNodeExtension(Codes<RecordKind>.Of(record));
        }
    }

    private static OpenApiSchema SchemaOf(QueryParameter parameter)
    {
        var one = new OpenApiSchema
        {
            Type = parameter.Type switch
            {
                "integer" => JsonSchemaType.Integer,
                "number" => JsonSchemaType.Number,
                "boolean" => JsonSchemaType.Boolean,
                _ => JsonSchemaType.String,
            },
            Enum = parameter.Values?.Select(value => (JsonNode)JsonValue.Create(value)).ToList()!,
        };
        return parameter.Repeatable ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = one } : one;
    }
}
