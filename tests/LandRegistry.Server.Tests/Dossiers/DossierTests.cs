using System.Net;
using System.Net.Http.Headers;
using LandRegistry.Server.Platform.Papers;
using LandRegistry.Server.Tests.Facts;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Dossiers;

public sealed class DossierTests : FactTest
{
    private const string Secret = "机密甲乙丙";

    // A JPEG of 8 by 8 dots, to which a camera has added where and by whom it was taken.
    private static readonly byte[] Photograph = Camera(Convert.FromBase64String(
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQERMUFRUVDA8XGBYUGBIUFRT/wAALCAAIAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q=="));

    [Fact]
    public async Task A_dossier_says_what_investors_ask_in_pdf_and_word_and_nothing_that_is_internal()
    {
        await PrepareAsync();

        var pdf = await FetchAsync($"parcel={Parcel}");
        var words = await Papers.PdfWordsAsync(pdf);
        var docx = Papers.DocxWords(await FetchAsync($"parcel={Parcel}&format=docx"));

        foreach (var said in new[] { "示例地块", "990101001001GB00001", "容积率", "1.2–2.5", "18万元/亩", "评估价", "规条7号", "供电", "120米", "350米", "净地可供", "10项条件中10项已具备", "东", "J1", "J4", "中央经线114°", "工业用地" })
        {
            Assert.Contains(Papers.Squeezed(said), words, StringComparison.Ordinal);
            Assert.Contains(Papers.Squeezed(said), docx, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(Secret, words, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, docx, StringComparison.Ordinal);
        Assert.Contains("第1页", words, StringComparison.Ordinal);
        Assert.InRange(await Papers.PagesAsync(pdf), 2, 5);
        // The parcel is there as an area in its colour, not as a word only.
        Assert.InRange(await Papers.ShareAsync(pdf, 1, 0xcf, 0xe2, 0xf5), 0.01, 0.3);
    }

    [Fact]
    public async Task In_English_every_word_of_ours_is_English()
    {
        await PrepareAsync();

        var words = Papers.DocxWords(await FetchAsync($"parcel={Parcel}&format=docx&language=en"));

        foreach (var said in new[] { "Landdossier", "CNY180,000permu", "Appraisal", "10of10itemshold", "centralmeridian114", "Industrial" })
        {
            Assert.Contains(said, words, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Emissions", words, StringComparison.Ordinal);
        Assert.Contains("Ofwhatisnotlisted,theregisterhasnocondition.", words, StringComparison.Ordinal);

        // What the register was given in Chinese stays Chinese; nothing else may be.
        string[] given = ["示例地块", "示例路1号", "规条7号"];
        var ours = given.Aggregate(words, (text, name) => text.Replace(name, "", StringComparison.Ordinal));
        Assert.Equal("", string.Concat(ours.Where(letter => letter is >= '\u4e00' and <= '\u9fff')));
    }

    [Fact]
    public async Task Every_kind_of_infrastructure_is_printed_by_its_name_and_land_that_has_all_is_called_ready()
    {
        await MakeReadyAsync(mark: false);
        var kind = (await Client.GetJsonAsync("/api/law")).GetProperty("factKinds").EnumerateArray().Single(one => one.GetProperty("code").GetString() == "infrastructure");
        var items = kind.GetProperty("fields").EnumerateArray().Single(field => field.GetProperty("name").GetString() == "item").GetProperty("choices").EnumerateArray().ToList();
        foreach (var item in items)
        {
            await EnterAsync("infrastructure", new { item = item.GetProperty("code").GetString(), onDay = "2026-04-01" });
        }

        var words = Papers.DocxWords(await FetchAsync($"parcel={Parcel}&format=docx&language=en"));

        Assert.All(items, item => Assert.Contains($"{Papers.Squeezed(item.GetProperty("name").GetProperty("en").GetString()!)}—", words, StringComparison.Ordinal));
        Assert.Contains("Clearedandready", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shortlist_begins_with_its_sums_and_gives_every_parcel_pages_of_its_own()
    {
        var zone = await Register.AskAsync<long>("select zone_id from registry.parcel where id = $1", Parcel);
        var second = await Register.AddParcelAsync(zone, 3, "reserved", name: "另一地块", surveyed: false, stated: 20000);

        var pdf = await FetchAsync($"parcel={second}&parcel={Parcel}");
        var words = await Papers.PdfWordsAsync(pdf);

        Assert.Contains("2宗备选用地", words, StringComparison.Ordinal);
        Assert.True(words.IndexOf("另一地块", StringComparison.Ordinal) < words.IndexOf("示例地块", StringComparison.Ordinal));
        Assert.Contains("30.00亩", words, StringComparison.Ordinal);
        Assert.Contains("尚无实测界址", words, StringComparison.Ordinal);
        Assert.True(await Papers.PagesAsync(pdf) >= 3);
    }

    [Fact]
    public async Task Parcels_that_are_not_there_and_none_or_too_many_are_refused()
    {
        using var none = await Client.GetAsync(new Uri("/api/dossiers", UriKind.Relative));
        using var gone = await Client.GetAsync(new Uri($"/api/dossiers?parcel={Parcel}&parcel=999999&format=docx", UriKind.Relative));
        using var many = await Client.GetAsync(new Uri("/api/dossiers?" + string.Join('&', Enumerable.Range(1, 31).Select(id => $"parcel={id}")), UriKind.Relative));
        using var odd = await Client.GetAsync(new Uri($"/api/dossiers?parcel={Parcel}&format=doc", UriKind.Relative));

        await none.AssertProblemAsync(HttpStatusCode.BadRequest, "malformed-request");
        await gone.AssertProblemAsync(HttpStatusCode.NotFound, "not-found");
        await many.AssertProblemAsync(HttpStatusCode.BadRequest, "malformed-request");
        await odd.AssertProblemAsync(HttpStatusCode.BadRequest, "malformed-request");
    }

    [Fact]
    public void A_photograph_loses_what_the_camera_wrote_and_keeps_how_it_was_held()
    {
        var photo = Photo.Of(Photograph)!;

        Assert.DoesNotContain(Secret, System.Text.Encoding.UTF8.GetString(photo.Content), StringComparison.Ordinal);
        Assert.Equal((8, 8, 1), (photo.Width, photo.Height, photo.Turns));
        Assert.Equal(photo with { Content = [] }, Photo.Of(photo.Content)! with { Content = [] }, (one, other) => one!.Turns == other!.Turns && one.Width == other.Width);
        Assert.Null(Photo.Of("not a picture"u8.ToArray()));
        Assert.Null(Photo.Of(Photograph[..40]));
    }

    /// <summary>A ready parcel with all that a dossier prints, and with words that nobody outside may read wherever they can be entered.</summary>
    private async Task PrepareAsync()
    {
        await MakeReadyAsync();
        await EnterAsync("supply_conditions", new { onDay = "2026-04-01", number = "规条7号", floorAreaRatioMin = 1.2, floorAreaRatioMax = 2.5, pricePerMuYuan = 180000, priceBasis = "appraisal", termYears = 50, note = Secret, source = Secret });
        await EnterAsync("infrastructure", new { item = "power", onDay = "2026-04-01", quantity = 120, unit = "米", distanceMetres = 350, note = Secret, source = Secret });
        await EnterAsync("encumbrance", new { type = "lease", holder = Secret, registeredOn = "2026-03-01", releasedOn = "2026-03-02", note = Secret });
        await EnterAsync("money", new { type = "fee", onDay = "2026-03-01", amountYuan = 7654321, party = Secret });
        var inspection = Id(await EnterAsync("inspection", new { onDay = "2026-04-20", inspector = Secret, seen = Secret }));
        var photo = Id(await EnterAsync("document", new { type = "photo", title = Secret, number = Secret, inspectionId = inspection }));
        using var content = new ByteArrayContent(Photograph);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("image/jpeg");
        using var stored = await Client.PostAsync(new Uri($"/api/documents/{photo}/scan", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.Created, stored.StatusCode);
        await Register.WriteAsync("update registry.parcel set remarks = $2, officer = $2, last_checked_by = $2, source = $2, address = '示例路 1 号' where id = $1", Parcel, Secret);
        await Register.AddHolderAsync(Parcel, Secret);
        await Register.AddParcelAsync(await Register.AskAsync<long>("select zone_id from registry.parcel where id = $1", Parcel), 1, "suspected", name: Secret);
    }

    private async Task<byte[]> FetchAsync(string query)
    {
        using var answer = await Client.GetAsync(new Uri($"/api/dossiers?{query}", UriKind.Relative));
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode} {string.Join('\n', Register.Log.Complaints)}");
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static byte[] Camera(byte[] jpeg)
    {
        byte[] exif =
        [
            .. "Exif\0\0II"u8, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0, .. System.Text.Encoding.UTF8.GetBytes(Secret),
        ];
        return [.. jpeg[..2], 0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif, .. jpeg[2..]];
    }
}
