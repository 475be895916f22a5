using System.Diagnostics;
using LandRegistry.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LandRegistry.EndToEnd.Tests.Journeys;

/// <summary>What leaves the register and what comes back: the table on screen as a file, and a package edited outside.</summary>
public sealed class OutAndBackTests(Chromium chromium) : SampleJourneyTest(chromium)
{
    [Fact]
    public async Task The_filtered_table_is_exported_and_letters_without_a_place_in_GBK_are_offered_another_encoding()
    {
        await Register.AddParcelAsync(Zone, 0, "idle", name: "North field");
        await Register.AddParcelAsync(Zone, 1, "idle", name: "𠮷 field");
        await Register.AddParcelAsync(Zone, 2, name: "South field");
        var person = await OpenAsync("?status=idle&sort=-code");

        await person.Page.Locator(".table-pane__export").ClickAsync();
        await Expect(person.Dialog).ToContainTextAsync("2 parcels");
        await ChooseFormatAsync(person, "CSV text");
        var csv = await person.Page.RunAndWaitForDownloadAsync(() => person.SendDialogAsync());
        var lines = await File.ReadAllLinesAsync(await csv.PathAsync());
        Assert.Equal(3, lines.Length);
        Assert.Contains("𠮷 field", lines[1], StringComparison.Ordinal);

        await ChooseFormatAsync(person, "Shapefile");
        await person.Dialog.GetByText("GBK", new() { Exact = true }).ClickAsync();
        await person.SendDialogAsync();
        await Expect(person.Dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("𠮷");
        var zip = await person.Page.RunAndWaitForDownloadAsync(() => person.Dialog.GetByRole(AriaRole.Button, new() { Name = "GB18030" }).ClickAsync());
        Assert.EndsWith(".zip", zip.SuggestedFilename, StringComparison.Ordinal);
        await Expect(person.Dialog.GetByRole(AriaRole.Status)).ToContainTextAsync("2 boundaries");
    }

    [Fact]
    public async Task A_package_edited_outside_comes_back_with_a_conflict_that_is_chosen_and_a_parcel_drawn_there_that_is_entered()
    {
        var parcel = await Register.AddParcelAsync(Zone, 0, name: "North field");
        var person = await OpenAsync();
        await person.Page.Locator(".table-pane__export").ClickAsync();
        await person.Dialog.GetByText("Field package", new() { Exact = true }).ClickAsync();
        await person.Dialog.GetByLabel("Name (area, team)").FillAsync("Team one");
        var package = await person.Page.RunAndWaitForDownloadAsync(() => person.SendDialogAsync());
        var file = Path.Combine(Register.DataFolder, "team-one.gpkg");
        await package.SaveAsAsync(file);
        Edit(file, "update parcels set name = 'Field name', remarks = 'Fence seen'");
        await DrawAsync(file);
        await Register.WriteAsync("update registry.parcel set name = 'Office name' where id = $1", parcel);
        // The map is left while the change of the office is still lit on it.
        await Expect(person.Rows("Office name")).ToBeVisibleAsync();

        await person.GoToAsync("field");
        await person.Page.Locator("input[type=file]").SetInputFilesAsync(file);
        var row = person.Page.Locator(".returned-parcel");
        await Expect(row.First).ToContainTextAsync("conflict, choose one");
        var drawn = person.Page.GetByRole(AriaRole.Region, new() { Name = "Idle yard" });
        await Expect(drawn).ToContainTextAsync("Nobody there");
        await Expect(drawn.GetByRole(AriaRole.Checkbox)).ToBeCheckedAsync();
        await person.Page.GetByLabel("Reason").FillAsync("June check");
        await Expect(person.Button("Take over into the register")).ToBeDisabledAsync();
        await row.First.GetByRole(AriaRole.Radio, new() { Name = "Name · conflict, choose one: From the field" }).CheckAsync();
        await person.Button("Take over into the register").ClickAsync();

        await Expect(person.Page.GetByText("Written into the register")).ToBeVisibleAsync();
        Assert.Equal("Field name|Fence seen", await Register.AskAsync<string>("select concat_ws('|', name, remarks) from registry.parcel where id = $1", parcel));
        Assert.Equal("Idle yard|suspected|field|Nobody there", await Register.AskAsync<string>(
            "select concat_ws('|', p.name, p.status, p.source, n.text) from registry.parcel p join registry.parcel_note n on n.parcel_id = p.id where p.id <> $1 and p.boundary is not null", parcel));
        await Expect(drawn).ToContainTextAsync("Entered in the register");
        await Expect(person.Page.GetByText("Taken over as change")).ToBeVisibleAsync();
    }

    /// <summary>Draws a parcel into the package, as a GIS program on a tablet would.</summary>
    private async Task DrawAsync(string file)
    {
        var drawing = Path.Combine(Register.DataFolder, "drawing.geojson");
        await File.WriteAllTextAsync(drawing, """
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"Idle yard","status":"suspected","note":"Nobody there"},
            "geometry":{"type":"MultiPolygon","coordinates":[[[[114.056,30.5],[114.057,30.5],[114.057,30.501],[114.056,30.501],[114.056,30.5]]]]}}]}
            """);
        using var ogr = Process.Start(new ProcessStartInfo("ogr2ogr", ["-append", file, drawing, "-nln", "parcels", "-a_srs", "EPSG:4490"]) { UseShellExecute = false })!;
        await ogr.WaitForExitAsync();
        Assert.Equal(0, ogr.ExitCode);
    }

    private static async Task ChooseFormatAsync(Workbench person, string format)
    {
        await person.Dialog.GetByRole(AriaRole.Combobox, new() { Name = "Format" }).ClickAsync();
        await person.Page.Locator(".ant-select-item-option").Filter(new() { HasText = format }).ClickAsync();
    }

    private static void Edit(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
