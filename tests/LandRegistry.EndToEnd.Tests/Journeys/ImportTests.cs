using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using LandRegistry.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LandRegistry.EndToEnd.Tests.Journeys;

/// <summary>An officer's files on their way into the register, on screen.</summary>
public sealed class ImportTests(Chromium chromium) : SampleJourneyTest(chromium)
{
    /// <summary>The options of the list that is open; those that were open before stay on the page unseen.</summary>
    private const string Shown = ".ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option";

    [Fact]
    public async Task A_boundary_file_with_a_hole_and_easting_first_is_checked_on_the_map_written_and_undone()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var (person, journey) = await BeginAsync("界址.txt", Encoding.GetEncoding("GB18030").GetBytes(Boundaries()));

        await Expect(journey).ToContainTextAsync("boundary text file");
        await Expect(journey.Locator(".import-mapping")).ToContainTextAsync("地块名称");
        await journey.Locator(".import-crs .ant-radio-wrapper").First.ClickAsync();
        await journey.GetByRole(AriaRole.Button, new() { Name = "New zone" }).ClickAsync();
        await person.Dialog.GetByLabel("Name in Chinese").FillAsync("东湖园");
        await person.Dialog.GetByLabel("Code", new() { Exact = true }).FillAsync("DHY");
        await person.SendDialogAsync();
        await Expect(journey.Locator(".import-target")).ToContainTextAsync("东湖园");
        await journey.GetByRole(AriaRole.Button, new() { Name = "Set extent" }).ClickAsync();
        await person.Dialog.GetByLabel("File with the extent").SetInputFilesAsync(new FilePayload { Name = "园区.geojson", MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes(
            "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[114,30.4],[114.2,30.4],[114.2,30.6],[114,30.6],[114,30.4]]]}}") });
        await person.Dialog.GetByRole(AriaRole.Button, new() { Name = "Take as extent" }).ClickAsync();
        await Expect(person.Dialog.GetByRole(AriaRole.Status)).ToContainTextAsync("The extent is set");
        await person.Dialog.GetByRole(AriaRole.Button, new() { Name = "Close" }).Last.ClickAsync();
        // Where the zone lies is known now, and with it where the file should.
        await Expect(journey.Locator(".import-crs")).ToContainTextAsync("Lands within the zones of the register");
        await Expect(journey.Locator(".import-target")).ToContainTextAsync("东湖园");
        await journey.GetByRole(AriaRole.Button, new() { Name = "Check (nothing is written)" }).ClickAsync();

        await Expect(journey.Locator(".import-card--new .figure-card__value")).ToHaveTextAsync("1");
        await Expect(journey.Locator(".import-review__body .office-table__row")).ToContainTextAsync("测试地块");
        await Screens.KeepAsync("import-check", await person.Page.ScreenshotAsync());
        Assert.Equal(0, await Register.AskAsync<long>("select count(*) from registry.parcel"));

        await journey.GetByRole(AriaRole.Button, new() { Name = "Write 1 parcel" }).ClickAsync();
        await Expect(journey).ToContainTextAsync("Written into the register");
        Assert.Equal("DHY", await Register.AskAsync<string>("select z.code from registry.parcel p join registry.zone z on z.id = p.zone_id"));
        Assert.Equal(1, await Register.AskAsync<long>("select st_numinteriorrings(st_geometryn(boundary, 1))::bigint from registry.parcel"));

        await journey.GetByRole(AriaRole.Button, new() { Name = "Undo this import" }).ClickAsync();
        await person.Dialog.Locator("textarea").FillAsync("Wrong file");
        await person.SendDialogAsync();
        await Expect(journey).ToContainTextAsync("This import was undone");
        Assert.Equal(0, await Register.AskAsync<long>("select count(*) from registry.parcel where ended_on is null"));
    }

    [Fact]
    public async Task The_parts_of_a_GBK_shapefile_without_cpg_are_read_as_they_were_written_and_a_row_over_another_is_refused_with_its_reason()
    {
        var (person, journey) = await BeginAsync(Parts(OfficeFiles.GbkShapefile()));

        await Expect(journey.Locator("h3")).ToHaveTextAsync("闲置地.zip");
        await Expect(journey.Locator(".import-file")).ToContainTextAsync("gb18030");
        await Expect(journey.Locator(".import-sample")).ToContainTextAsync("东湖机械厂地块");
        await Expect(journey.Locator(".import-crs__body .import-map canvas")).ToBeVisibleAsync();
        await CheckAsync(person, journey);

        await Expect(journey.Locator(".import-card--new .figure-card__value")).ToHaveTextAsync("2");
        await Expect(journey.Locator(".import-card--refused .figure-card__value")).ToHaveTextAsync("1");
        await Expect(journey.Locator(".import-issues")).ToContainTextAsync("It overlaps row");
        await journey.GetByRole(AriaRole.Button, new() { Name = "Write 2 parcels" }).ClickAsync();
        await Expect(journey).ToContainTextAsync("Written into the register");
        await journey.GetByRole(AriaRole.Button, new() { Name = "Show on the map" }).ClickAsync();
        await Expect(person.Rows("宏达纺织闲置地")).ToBeVisibleAsync();
        Assert.Equal("东湖机械厂地块、宏达纺织闲置地", await Register.AskAsync<string>("select string_agg(name, '、' order by id) from registry.parcel"));
    }

    [Fact]
    public async Task A_ledger_with_a_two_row_heading_finds_its_parcels_by_code_and_shows_each_change_before_it_is_written()
    {
        var first = await Register.AddParcelAsync(Zone, 0, name: "甲地块");
        await Register.AddParcelAsync(Zone, 1, name: "乙地块");
        var codes = await Register.AskAsync<string>("select string_agg(code, ',' order by id) from registry.parcel");
        var (person, journey) = await BeginAsync("台账.xlsx", OfficeFiles.Ledger(codes.Split(',')));

        await Expect(journey.Locator(".import-mapping")).ToContainTextAsync("约定时间/竣工日期");
        await CheckAsync(person, journey);

        await Expect(journey.Locator(".import-card--changed .figure-card__value")).ToHaveTextAsync("2");
        await Expect(journey.Locator(".import-differences").First).ToContainTextAsync("甲地块 → 甲地块（新）");
        await journey.GetByRole(AriaRole.Button, new() { Name = "Accept all (2)" }).ClickAsync();
        await Expect(journey.GetByRole(AriaRole.Button, new() { Name = "Take all back" })).ToBeVisibleAsync();
        await journey.GetByRole(AriaRole.Button, new() { Name = "Leave out" }).Last.ClickAsync();
        await journey.GetByRole(AriaRole.Button, new() { Name = "Write 1 parcel" }).ClickAsync();
        await Expect(journey).ToContainTextAsync("Written into the register");
        Assert.Equal("甲地块（新）|2021-03-01|2024-03-05", await Register.AskAsync<string>(
            "select concat_ws('|', p.name, c.agreed_commencement_on, c.agreed_completion_on) from registry.parcel p join registry.contract c on c.parcel_id = p.id where p.id = $1", first));
    }

    [Fact]
    public async Task An_upload_shows_how_far_it_is_and_how_fast_it_goes_and_leaves_nothing_when_it_is_stopped_half_way()
    {
        var person = await OpenAsync("?page=imports");
        var wire = await person.Page.Context.NewCDPSessionAsync(person.Page);
        await wire.SendAsync("Network.emulateNetworkConditions", new() { ["offline"] = false, ["latency"] = 0, ["downloadThroughput"] = -1, ["uploadThroughput"] = 300_000 });
        var content = Encoding.UTF8.GetBytes("编号,名称\r\n" + string.Concat(Enumerable.Repeat("A1,甲地块\r\n", 500_000)));
        await person.Page.Locator(".imports-drop input[type=file]").SetInputFilesAsync(new FilePayload { Name = "大.csv", MimeType = "text/csv", Buffer = content });
        var work = person.Page.Locator(".import-work");

        await Expect(work).ToContainTextAsync("Uploading 大.csv");
        await Expect(work).ToContainTextAsync(new Regex(@"(0\.[1-9]|[1-6](\.\d)?) of 7 MB · [\d.]+ MB a second", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.Equal(1, await Register.AskAsync<long>("select count(*) from registry.import where phase = 'inspecting' and registry.import_is_alive(id)"));
        await work.GetByRole(AriaRole.Button, new() { Name = "Stop" }).ClickAsync();

        await Expect(person.Page.Locator(".imports-drop .ant-upload-drag")).ToBeVisibleAsync();
        await UntilAsync(async () => await Register.AskAsync<long>("select count(*) from registry.import") == 0);
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(Register.DataFolder, "imports")));
    }

    [Fact]
    public async Task A_table_that_does_not_say_where_its_rows_lie_is_told_on_screen_and_a_system_that_is_known_is_chosen()
    {
        var (person, journey) = await BeginAsync("点.csv", Encoding.UTF8.GetBytes("编号,名称,E,N\r\nA1,甲地块,114.05,30.5\r\nA2,乙地块,114.06,30.51\r\nA3,丙地块,30.5,114.07\r\n"));
        await ChooseAsync(person, journey, "Field that E fills", "Place: easting or longitude (X)");
        await ChooseAsync(person, journey, "Field that N fills", "Place: northing or latitude (Y)");

        await Expect(journey).ToContainTextAsync("The numbers fit no system that is known");
        await ChooseAsync(person, journey, "Another system", "EPSG:4490");
        await CheckAsync(person, journey);

        await Expect(journey.Locator(".import-card--new .figure-card__value")).ToHaveTextAsync("2");
        await Expect(journey.Locator(".import-card--refused .figure-card__value")).ToHaveTextAsync("1");
        await journey.GetByRole(AriaRole.Button, new() { Name = "Write 2 parcels" }).ClickAsync();
        await Expect(journey).ToContainTextAsync("Written into the register");
        Assert.Equal("114.05 114.06", await Register.AskAsync<string>("select string_agg(round(st_x(location)::numeric, 2)::text, ' ' order by id) from registry.parcel"));
    }

    private static async Task ChooseAsync(Workbench person, ILocator journey, string box, string option)
    {
        await journey.GetByRole(AriaRole.Combobox, new() { Name = box }).ClickAsync();
        await person.Page.Locator(Shown).Filter(new() { HasText = option }).First.ClickAsync();
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await holds())
        {
            await Task.Delay(20, patience.Token);
        }
    }

    /// <summary>Chooses a file on the page of imports.</summary>
    private Task<(Workbench Person, ILocator Journey)> BeginAsync(string name, byte[] content) => BeginAsync([new() { Name = name, MimeType = "application/octet-stream", Buffer = content }]);

    private async Task<(Workbench Person, ILocator Journey)> BeginAsync(FilePayload[] files)
    {
        var person = await OpenAsync("?page=imports");
        await person.Page.Locator(".imports-drop input[type=file]").SetInputFilesAsync(files);
        return (person, person.Page.Locator(".import-journey"));
    }

    /// <summary>The files of an archive, as they lie in the folder of whoever has not zipped them.</summary>
    private static FilePayload[] Parts(byte[] archive)
    {
        using var zip = new ZipArchive(new MemoryStream(archive));
        return [.. zip.Entries.Select(entry =>
        {
            using var content = new MemoryStream();
            using var part = entry.Open();
            part.CopyTo(content);
            return new FilePayload { Name = entry.Name, MimeType = "application/octet-stream", Buffer = content.ToArray() };
        })];
    }

    /// <summary>Chooses the zone and begins the dry run.</summary>
    private static async Task CheckAsync(Workbench person, ILocator journey)
    {
        await journey.GetByRole(AriaRole.Combobox, new() { Name = "Zone", Exact = true }).ClickAsync();
        await person.Page.Locator(Shown).First.ClickAsync();
        await journey.GetByRole(AriaRole.Button, new() { Name = "Check (nothing is written)" }).ClickAsync();
    }

    /// <summary>One plot with a hole, CGCS2000 in the 3-degree zone of 114 E with its prefix; easting before northing.</summary>
    private static string Boundaries()
    {
        (int Ring, int X, int Y)[] points = [(1, 0, 0), (1, 0, 100), (1, 100, 100), (1, 100, 0), (1, 0, 0), (2, 40, 40), (2, 60, 40), (2, 60, 60), (2, 40, 60), (2, 40, 40)];
        var lines = points.Select((point, i) => FormattableString.Invariant($"J{i + 1},{point.Ring},{38504800 + point.X}.000,{3376000 + point.Y}.000"));
        return "[属性描述]\r\n坐标系=2000国家大地坐标系\r\n几度分带=3\r\n投影类型=高斯克吕格\r\n计量单位=米\r\n带号=38\r\n精度=0.001\r\n[地块坐标]\r\n"
            + "10,0.96,DK-1,测试地块,面,,工业,0601,@\r\n" + string.Join("\r\n", lines) + "\r\n";
    }
}
