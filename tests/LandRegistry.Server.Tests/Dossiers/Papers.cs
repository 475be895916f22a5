using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace LandRegistry.Server.Tests.Dossiers;

/// <summary>Reads handed-out papers as their readers see them: words, pages, ink.</summary>
internal static partial class Papers
{
    /// <summary>The words of a PDF, with spaces and line ends taken out, because Chinese has none.</summary>
    public static async Task<string> PdfWordsAsync(byte[] pdf) => Squeezed(Encoding.UTF8.GetString(await RunAsync("pdftotext", pdf, "-raw", "-", "-")));

    public static async Task<int> PagesAsync(byte[] pdf) =>
        int.Parse(PageCount().Match(Encoding.UTF8.GetString(await RunAsync("pdfinfo", pdf, "-"))).Groups[1].Value, CultureInfo.InvariantCulture);

    /// <summary>The share of a page's dots that are near a colour.</summary>
    public static async Task<double> ShareAsync(byte[] pdf, int page, byte red, byte green, byte blue)
    {
        var number = page.ToString(CultureInfo.InvariantCulture);
        var picture = await RunAsync("pdftoppm", pdf, "-r", "40", "-f", number, "-l", number, "-");
        var head = PpmHead().Match(Encoding.Latin1.GetString(picture, 0, 40));
        var dots = picture.AsSpan(head.Length);
        var near = 0;
        for (var i = 0; i + 2 < dots.Length; i += 3)
        {
            near += Math.Abs(dots[i] - red) + Math.Abs(dots[i + 1] - green) + Math.Abs(dots[i + 2] - blue) < 24 ? 1 : 0;
        }

        return near / (dots.Length / 3.0);
    }

    /// <summary>The words of a Word document, which must be valid.</summary>
    public static string DocxWords(byte[] docx)
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2016).Validate(package).Select(fault => $"{fault.Path?.XPath}: {fault.Description}"));
        return Squeezed(string.Concat(
            package.MainDocumentPart!.Document.InnerText, package.MainDocumentPart.HeaderParts.Single().Header.InnerText, package.MainDocumentPart.FooterParts.Single().Footer.InnerText));
    }

    public static string Squeezed(string text) => Space().Replace(text, "");

    private static async Task<byte[]> RunAsync(string program, byte[] input, params string[] arguments)
    {
        using var child = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        using var output = new MemoryStream();
        var reading = child.StandardOutput.BaseStream.CopyToAsync(output);
        await child.StandardInput.BaseStream.WriteAsync(input);
        child.StandardInput.Close();
        await reading;
        await child.WaitForExitAsync();
        Assert.Equal(0, child.ExitCode);
        return output.ToArray();
    }

    [GeneratedRegex(@"Pages:\s+(\d+)")]
    private static partial Regex PageCount();

    [GeneratedRegex(@"^P6\s\d+\s\d+\s255\s")]
    private static partial Regex PpmHead();

    [GeneratedRegex(@"[\s\u3000]+")]
    private static partial Regex Space();
}
