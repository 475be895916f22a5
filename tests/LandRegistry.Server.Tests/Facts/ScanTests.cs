using System.Net;
using System.Net.Http.Headers;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Facts;

public sealed class ScanTests : FactTest
{
    private static readonly byte[] Pdf = [.. "%PDF-1.7\n"u8, .. Enumerable.Range(0, 700_000).Select(i => (byte)(i * 31))];

    [Fact]
    public async Task A_scan_comes_back_byte_for_byte_as_an_attachment_of_the_type_that_it_is()
    {
        var paper = Id(await EnterAsync("document", new { type = "certificate" }));

        using var stored = await SendAsync(paper, Pdf, "text/html", "?fileName=%E8%AF%81%E4%B9%A6.html");
        using var answer = await Client.GetAsync(new Uri($"/api/documents/{paper}/scan", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Created, stored.StatusCode);
        Assert.Equal(Pdf, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.True(await Register.AskAsync<bool>("select count(*) = 3 from registry.document_scan_part"));
        Assert.Equal("application/pdf", (await Client.GetJsonAsync($"/api/parcels/{Parcel}/facts")).GetProperty("items")[0].GetProperty("scan").GetProperty("mediaType").GetString());
    }

    [Fact]
    public async Task What_is_no_scan_is_refused_whatever_it_is_called()
    {
        var paper = Id(await EnterAsync("document", new { type = "certificate" }));

        using var page = await SendAsync(paper, "<html><script>alert(1)</script>"u8.ToArray(), "application/pdf", "?fileName=a.pdf");
        using var empty = await SendAsync(paper, [], "application/pdf");
        using var nowhere = await SendAsync(paper + 99, Pdf, "application/pdf");

        await page.AssertProblemAsync(HttpStatusCode.UnsupportedMediaType, "scan-type-unknown");
        await empty.AssertProblemAsync(HttpStatusCode.BadRequest, "malformed-request");
        await nowhere.AssertProblemAsync(HttpStatusCode.NotFound, "not-found");
        Assert.Equal(0L, await Register.AskAsync<long>("select count(*) from registry.document_scan_part"));
    }

    [Fact]
    public async Task A_scan_over_the_limit_is_refused_and_nothing_of_it_stays()
    {
        var paper = Id(await EnterAsync("document", new { type = "certificate" }));
        var large = new byte[(32 << 20) + 1];
        Pdf.AsSpan(0, 8).CopyTo(large);

        using var answer = await SendAsync(paper, large, "application/pdf");

        await answer.AssertProblemAsync(HttpStatusCode.RequestEntityTooLarge, "body-too-large");
        Assert.Equal(0L, await Register.AskAsync<long>("select count(*) from registry.document_scan_part"));
    }

    [Fact]
    public async Task The_latest_scan_is_shown_and_the_former_is_kept()
    {
        var paper = Id(await EnterAsync("document", new { type = "certificate" }));
        byte[] png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1];

        using var first = await SendAsync(paper, Pdf, "application/pdf");
        using var second = await SendAsync(paper, png, "image/png");

        Assert.Equal(png, await Client.GetByteArrayAsync(new Uri($"/api/documents/{paper}/scan", UriKind.Relative)));
        Assert.Equal(2L, await Register.AskAsync<long>("select count(*) from registry.document_scan"));
    }

    private async Task<HttpResponseMessage> SendAsync(long document, byte[] content, string type, string query = "")
    {
        using var body = new ByteArrayContent(content);
        body.Headers.ContentType = new MediaTypeHeaderValue(type);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/documents/{document}/scan{query}") { Content = body };
        // So that the answer to what is too large is read and not lost in the sending.
        request.Headers.ExpectContinue = true;
        return await Client.SendAsync(request);
    }
}
