using System.Text.Json;
using System.Text.Json.Serialization;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Basemaps;
using LandRegistry.Server.Cases;
using LandRegistry.Server.Changes;
using LandRegistry.Server.Clocks;
using LandRegistry.Server.ContextLayers;
using LandRegistry.Server.Enterprises;
using LandRegistry.Server.Evaluations;
using LandRegistry.Server.Events;
using LandRegistry.Server.Facts;
using LandRegistry.Server.Imports;
using LandRegistry.Server.Overview;
using LandRegistry.Server.Parcels;
using LandRegistry.Server.Platform.Health;
using LandRegistry.Server.Platform.OpenApi;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Rights;
using LandRegistry.Server.Platform.SignIn;
using LandRegistry.Server.Platform.Web;
using LandRegistry.Server.Retender;
using LandRegistry.Server.Store;
using LandRegistry.Server.Strategies;
using LandRegistry.Server.Tenders;
using LandRegistry.Server.Tiles;
using LandRegistry.Server.Today;
using LandRegistry.Server.Views;
using LandRegistry.Server.Zones;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;

namespace LandRegistry.Server;

/// <summary>Composition of the server, and nothing else: one Add and one Map line per slice.</summary>
internal static class Program
{
    private const int LargestBodyBytes = 1 << 20;

    public static WebApplication Build(RegistryHostOptions options, RegisterOwner owner)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = options.WebRoot ?? Path.Combine(AppContext.BaseDirectory, "wwwroot"),
            EnvironmentName = "Production",
        });
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBodyBytes;
            kestrel.Listen(System.Net.IPAddress.Loopback, options.Port);
        });
        Logs.Configure(builder.Logging, options);

        var services = builder.Services;
        services.AddSingleton(options.Time);
        services.AddSingleton(owner);
        services.AddDataProtection().SetApplicationName("LandRegistry").PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(options.DataFolder, "keys")));
        services.AddSingleton(_ => RegistryDataSource.CreateForRequests(options.ConnectionString));
        services.AddSingleton(_ => new PlannedOnce(options.ConnectionString));
        services.AddSingleton<RegisterIdentity>();
        services.AddDbContextPool<RegistryDb>((provider, db) => RegistryDatabase.Options(db, provider.GetRequiredService<Npgsql.NpgsqlDataSource>()));
        services.AddExceptionHandler<UnhandledFaults>();
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            json.SerializerOptions.MaxDepth = 16;
        });
        services.AddRegisterDocument();
        services.AddSignIn(options.DataFolder);
        services.AddParcels();
        services.AddFacts();
        services.AddClocks();
        services.AddCases();
        services.AddStrategies();
        services.AddEnterprises();
        services.AddEvaluations();
        services.AddToday();
        services.AddOverview();
        services.AddRetender();
        services.AddTenders();
        services.AddChanges();
        services.AddViews();
        services.AddTiles();
        services.AddBasemaps(options.DataFolder);
        services.AddContextLayers();
        services.AddImports(options.ConnectionString, options.DataFolder);
        services.AddEvents();

        var app = builder.Build();
        app.UseExceptionHandler(_ => { });
        app.UseStatusCodePages(UnansweredRequests.Answer);
        app.Use(SafetyHeaders.Add);
        app.UseRouting();
        app.UseAuthentication();
        app.Use(SignedIn.Know);
        app.Use(SignInGate.Pass);
        app.Use(RightsGate.Pass);
        app.UseWebClient();
        app.UseAuthorization();
        app.MapHealth();
        app.MapSignIn();
        app.MapZones();
        app.MapParcels();
        app.MapFacts();
        app.MapClocks();
        app.MapCases();
        app.MapStrategies();
        app.MapEnterprises();
        app.MapEvaluations();
        app.MapToday();
        app.MapOverview();
        app.MapRetender();
        app.MapTenders();
        app.MapChanges();
        app.MapViews();
        app.MapTiles();
        app.MapBasemaps();
        app.MapContextLayers();
        app.MapImports();
        app.MapEvents();
        app.MapOpenApi("/openapi/{documentName}.json").Needs(RegisterAction.SignIn);
        return app;
    }
}
