using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using LandRegistry.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LandRegistry.EndToEnd.Tests.Journeys.Maps;

/// <summary>The map as a sheet of paper.</summary>
public sealed partial class PrintTests(Chromium chromium) : SampleJourneyTest(chromium)
{
    [Fact]
    public async Task A_PDF_has_one_page_of_the_paper_with_the_map_and_its_words_can_be_found_in_it()
    {
        var person = await OpenDialogAsync("zh-CN");
        await person.Dialog.GetByLabel("标题").FillAsync("示例园区闲置土地图");
        await person.Dialog.GetByText("A3", new() { Exact = true }).ClickAsync();
        await person.Dialog.GetByText("纵向", new() { Exact = true }).ClickAsync();

        var pdf = Encoding.Latin1.GetString(await DownloadAsync(person, "下载"));

        Assert.StartsWith("%PDF-1.5", pdf, StringComparison.Ordinal);
        Assert.Contains("/MediaBox [0 0 841.89 1190.551]", pdf, StringComparison.Ordinal);
        Assert.Single(Page().Matches(pdf));
        var image = Image().Match(pdf);
        Assert.Equal((3508, 4961), (Number(image.Groups[1]), Number(image.Groups[2])));
        var texts = Shown().Matches(pdf).Select(match => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(match.Groups[1].Value))).ToList();
        Assert.Equal("示例园区闲置土地图", texts[0]);
        Assert.Contains(texts, text => text.Contains("状态", StringComparison.Ordinal) || text.Contains("截至", StringComparison.Ordinal));
        Assert.Contains("认定闲置", texts);
        Assert.Contains(texts, text => text.StartsWith("1 : ", StringComparison.Ordinal));
        Assert.Contains("北", texts);
    }

    [Fact]
    public async Task A_PNG_has_the_points_of_the_paper_says_its_size_and_shows_the_parcel_in_its_colour()
    {
        var person = await OpenDialogAsync("en-US");
        await person.Dialog.GetByText("PNG", new() { Exact = true }).ClickAsync();

        var png = await DownloadAsync(person, "Download");
        await Screens.KeepAsync("print-a4", png);

        Assert.Equal((3508, 2480), (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))));
        // pHYs: 300 points to an inch are 11811 to a metre.
        Assert.Equal("pHYs", Encoding.ASCII.GetString(png, 37, 4));
        Assert.Equal(11811, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(41)));
        var picture = Picture.Read(png);
        Assert.InRange(picture.ShareOf(await person.ColourOfAsync(Words.Idle)), 0.005, 0.6);
    }

    private async Task<Workbench> OpenDialogAsync(string language)
    {
        await Register.AddParcelAsync(Zone, 0, "idle", name: "North field");
        await Register.AddParcelAsync(Zone, 1, name: "South field");
        var person = await OpenAsync($"{NearView}&status=idle", new Desk(language));
        await person.Map.WaitUntilDrawnAsync();
        await person.Page.Locator(".map-toolbar .icon-button:has(.anticon-printer)").ClickAsync();
        await Expect(person.Dialog.Locator(".print-dialog__preview canvas")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        return person;
    }

    private static async Task<byte[]> DownloadAsync(Workbench person, string button)
    {
        var download = await person.Page.RunAndWaitForDownloadAsync(
            () => person.Dialog.Locator("button", new() { HasText = button }).ClickAsync(), new() { Timeout = 120_000 });
        await using var stream = await download.CreateReadStreamAsync();
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("/Type /Page ", RegexOptions.None, 5000)]
    private static partial Regex Page();

    [GeneratedRegex(@"/Subtype /Image /Width (\d+) /Height (\d+)", RegexOptions.None, 5000)]
    private static partial Regex Image();

    [GeneratedRegex("<([0-9A-F]+)> Tj", RegexOptions.None, 5000)]
    private static partial Regex Shown();
}
