using LandRegistry.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LandRegistry.EndToEnd.Tests.Journeys;

/// <summary>The server and its backups on screen, and the trail of a single parcel.</summary>
public sealed class SystemTests(Chromium chromium) : SampleJourneyTest(chromium)
{
    private readonly string _backups = Directory.CreateTempSubdirectory("landregistry-backups-").FullName;

    protected override string BackupFolder => _backups;

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_backups, recursive: true);
    }

    [Fact]
    public async Task An_administrator_sees_how_the_server_is_backs_up_checks_and_follows_a_parcels_trail_from_its_card()
    {
        var parcel = await Register.AddParcelAsync(Zone, 0, name: "North field");
        var person = await OpenAsync("?page=admin&section=system");
        await Expect(person.Page.Locator(".figure-card", new() { HasText = "Database" })).ToContainTextAsync("PostGIS 3.");
        await Expect(person.Page.GetByText("Backed up every 24 hours")).ToBeVisibleAsync();

        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Back up now" }).ClickAsync();
        var backup = person.Page.Locator(".office-table__row", new() { HasText = "Asked for" });
        await Expect(backup).ToContainTextAsync("never", new() { Timeout = 60_000 });
        await backup.GetByRole(AriaRole.Button, new() { Name = "Check" }).ClickAsync();
        await Expect(backup).ToContainTextAsync("Same,", new() { Timeout = 60_000 });

        await person.OpenAsync($"?parcel={parcel}&tab=history");
        await person.Page.RunAndWaitForResponseAsync(
            () => person.Page.EvaluateAsync("dispatchEvent(new Event('beforeprint'))"), answer => answer.Url.EndsWith("/api/audit/prints", StringComparison.Ordinal));
        await Expect(person.Entries("Arrange").First).ToBeVisibleAsync();
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Audit trail of this parcel" }).ClickAsync();
        await Expect(person.Page.GetByText($"Parcel {parcel}", new() { Exact = true })).ToBeVisibleAsync();
        var lines = person.Page.Locator(".office-table__row");
        await Expect(lines.First).ToContainTextAsync("Print");
        await Expect(lines.Last).ToContainTextAsync("Arrange");
    }
}
