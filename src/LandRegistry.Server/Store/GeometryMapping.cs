using System.Data.Common;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using NetTopologySuite.Geometries;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Store;

/// <summary>
/// Maps NetTopologySuite geometries to PostGIS columns in EF Core. The provider's own plug-in does not load on this
/// version of EF Core (docs/decisions/0002); Npgsql itself reads and writes the values.
/// </summary>
internal sealed class GeometryMappingPlugin : IRelationalTypeMappingSourcePlugin
{
    public RelationalTypeMapping? FindMapping(in RelationalTypeMappingInfo mappingInfo) =>
        mappingInfo.ClrType is { } type && typeof(Geometry).IsAssignableFrom(type)
            ? new GeometryMapping(mappingInfo.StoreTypeName ?? "geometry", type)
            : null;
}

/// <summary>One geometry column; the store type carries kind and SRID, for instance <c>geometry(MultiPolygon,4490)</c>.</summary>
internal sealed class GeometryMapping : RelationalTypeMapping
{
    public GeometryMapping(string storeType, Type clrType)
        : base(storeType, clrType)
    {
    }

    private GeometryMapping(RelationalTypeMappingParameters parameters)
        : base(parameters)
    {
    }

    protected override RelationalTypeMapping Clone(RelationalTypeMappingParameters parameters) => new GeometryMapping(parameters);

    protected override void ConfigureParameter(DbParameter parameter) =>
        ((NpgsqlParameter)parameter).NpgsqlDbType = NpgsqlDbType.Geometry;
}

/// <summary>Adds <see cref="GeometryMappingPlugin"/> to EF Core's services.</summary>
internal sealed class GeometryMappingExtension : IDbContextOptionsExtension
{
    private ExtensionInfo? _info;

    public DbContextOptionsExtensionInfo Info => _info ??= new ExtensionInfo(this);

    public void ApplyServices(IServiceCollection services) =>
        services.AddSingleton<IRelationalTypeMappingSourcePlugin, GeometryMappingPlugin>();

    public void Validate(IDbContextOptions options)
    {
    }

    private sealed class ExtensionInfo(IDbContextOptionsExtension extension) : DbContextOptionsExtensionInfo(extension)
    {
        public override bool IsDatabaseProvider => false;

        public override string LogFragment => "using NetTopologySuite ";

        public override int GetServiceProviderHashCode() => 0;

        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) => other is ExtensionInfo;

        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo) => debugInfo["LandRegistry:Geometry"] = "1";
    }
}
