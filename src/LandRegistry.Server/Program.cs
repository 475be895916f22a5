using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Audit;
using LandRegistry.Server.Backups;
using LandRegistry.Server.Basemaps;
using LandRegistry.Server.Cases;
using LandRegistry.Server.Changes;
using LandRegistry.Server.Clocks;
using LandRegistry.Server.ContextLayers;
using LandRegistry.Server.Dossiers;
using LandRegistry.Server.Enterprises;
using LandRegistry.Server.Evaluations;
using LandRegistry.Server.Events;
using LandRegistry.Server.Exports;
using LandRegistry.Server.Facts;
using LandRegistry.Server.Launch;
using LandRegistry.Server.Imports;
using LandRegistry.Server.Overview;
using LandRegistry.Server.Parcels;
using LandRegistry.Server.People;
using LandRegistry.Server.Platform.Accounts;
using LandRegistry.Server.Platform.Health;
using LandRegistry.Server.Platform.OpenApi;
using LandRegistry.Server.Platform.Papers;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Platform.Rights;
using LandRegistry.Server.Platform.SignIn;
using LandRegistry.Server.Platform.Standbys;
using LandRegistry.Server.Platform.Web;
using LandRegistry.Server.Projects;
using LandRegistry.Server.Publication;
using LandRegistry.Server.Retender;
using LandRegistry.Server.Store;
using LandRegistry.Server.Strategies;
using LandRegistry.Server.Tenders;
using LandRegistry.Server.Tiles;
using LandRegistry.Server.Today;
using LandRegistry.Server.Views;
using LandRegistry.Server.Zones;
using Microsoft.AspNetCore.Hosting;

namespace LandRegistry.Server;

/// <summary>Composition of the server, and nothing else: one Add and one Map line per slice.</summary>
internal static class Program
{
    public static WebApplication Build(RegistryHostOptions options, RegisterOwner owner)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = options.WebRoot ?? Path.Combine(AppContext.BaseDirectory, "wwwroot"),
            EnvironmentName = "Production",
        });
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => Listening.Configure(kestrel, options));
        Logs.Configure(builder.Logging, options);

        var services = builder.Services;
        services.AddSingleton(options.Time);
        services.AddSingleton(owner);
        services.AddOffice(options);
        services.AddSingleton<RegisterIdentity>();
        services.AddDbContextPool<RegistryDb>((provider, db) => RegistryDatabase.Options(db, provider.GetRequiredService<Npgsql.NpgsqlDataSource>()));
        services.AddExceptionHandler<UnhandledFaults>();
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            json.SerializerOptions.MaxDepth = 16;
            json.SerializerOptions.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { SensitiveFields.Hide } };
        });
        services.AddRegisterDocument();
        services.AddSignIn(options.DataFolder);
        services.AddSingleton(new PdfPrinter(InstalledPrograms.FindBrowsers().FirstOrDefault()));
        services.AddOfficeProvider(options.OfficeProvider);
        services.AddScopeOfRequest();
        services.AddAccounts();
        services.AddPeople();
        services.AddAudit();
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
        services.AddDossiers();
        services.AddProjects();
        services.AddExports();
        services.AddChanges();
        services.AddViews();
        services.AddTiles();
        services.AddBasemaps(options.DataFolder);
        services.AddContextLayers();
        services.AddImports(options.ConnectionString, options.DataFolder);
        services.AddEvents();
        services.AddBackups(options);

        var app = builder.Build();
        app.UseOffice(options.Settings);
        app.UseExceptionHandler(_ => { });
        app.UseStatusCodePages(UnansweredRequests.Answer);
        app.Use(SafetyHeaders.Add);
        app.UseRouting();
        app.UseAuthentication();
        app.Use(SignedIn.Know);
        app.UseRateLimiter();
        app.Use(SignInGate.Pass);
        app.Use(AuditGate.Pass);
        app.Use(RightsGate.Pass);
        app.Use(QueryReader.RefuseUnknown);
        app.UseLastWrites();
        app.UseWebClient();
        app.UseAuthorization();
        app.MapHealth();
        app.MapSystem();
        app.MapSignIn();
        app.MapSignInForms();
        app.MapOfficeProvider();
        app.MapMyAccount();
        app.MapPeople();
        app.MapAudit();
        app.MapPublication();
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
        app.MapDossiers();
        app.MapProjects();
        app.MapExports();
        app.MapChanges();
        app.MapViews();
        app.MapTiles();
        app.MapBasemaps();
        app.MapContextLayers();
        app.MapImports();
        app.MapEvents();
        app.MapBackups();
        app.MapOpenApi("/openapi/{documentName}.json").Needs(RegisterAction.SignIn);
        return app;
    }
}
