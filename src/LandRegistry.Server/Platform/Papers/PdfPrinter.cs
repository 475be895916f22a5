using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace LandRegistry.Server.Platform.Papers;

/// <summary>
/// Prints a paper to PDF by a browser of the Chromium family, which sets type, breaks pages and embeds fonts (decision 0028): a child
/// process with a profile of its own, no network, no script, bounded time. Nothing but the paper is in its folder, which goes with it.
/// </summary>
/// <param name="Browser">Path of the browser; null when this machine has none.</param>
public sealed record PdfPrinter(string? Browser)
{
    public const string MediaType = "application/pdf";

    private const int MostCpuSeconds = 120;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // A browser takes a core: more at once would only make all of them slow.
    private static readonly SemaphoreSlim TwoAtATime = new(2);

    /// <summary>The PDF; null when there is no browser to print it, or it could not.</summary>
    public async Task<byte[]?> PrintAsync(Paper paper, CancellationToken cancellation)
    {
        if (Browser is null)
        {
            return null;
        }

        await TwoAtATime.WaitAsync(cancellation);
        var folder = Directory.CreateTempSubdirectory("landregistry-paper-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "paper.html"), HtmlPaper.Of(paper), Encoding.UTF8, cancellation);
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            patience.CancelAfter(Patience);
            await RunAsync(Browser, folder, patience.Token);
            var pdf = Path.Combine(folder, "paper.pdf");
            return File.Exists(pdf) ? await File.ReadAllBytesAsync(pdf, cancellation) : null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            Remove(folder);
            TwoAtATime.Release();
        }
    }

    private static async Task RunAsync(string browser, string folder, CancellationToken cancellation)
    {
        using var child = Process.Start(StartOf(browser, folder))!;
        try
        {
            // What it complains of is not kept, but must be read, or it would wait.
            await Task.WhenAll(
                child.StandardOutput.BaseStream.CopyToAsync(Stream.Null, cancellation), child.StandardError.BaseStream.CopyToAsync(Stream.Null, cancellation),
                child.WaitForExitAsync(cancellation));
        }
        finally
        {
            if (!child.HasExited)
            {
                child.Kill(entireProcessTree: true);
            }
        }
    }

    private static ProcessStartInfo StartOf(string browser, string folder)
    {
        // The browser reserves far more addresses than it uses, so that its memory is not bounded by them.
        var start = new ProcessStartInfo("prlimit",
        [
            string.Create(CultureInfo.InvariantCulture, $"--cpu={MostCpuSeconds}"), "--core=0", "--", "unshare", "--map-root-user", "--net", "--",
            browser, "--headless", "--disable-gpu", "--no-sandbox", "--no-first-run", "--no-default-browser-check", "--disable-extensions", "--disable-breakpad", "--disable-sync",
            "--disable-background-networking", "--disable-component-update", $"--user-data-dir={Path.Combine(folder, "profile")}",
            "--generate-pdf-document-outline", "--no-pdf-header-footer", $"--print-to-pdf={Path.Combine(folder, "paper.pdf")}", new Uri(Path.Combine(folder, "paper.html")).AbsoluteUri,
        ])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        var path = Environment.GetEnvironmentVariable("PATH");
        start.Environment.Clear();
        start.Environment["PATH"] = path;
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment["HOME"] = folder;
        start.Environment["TMPDIR"] = folder;
        return start;
    }

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // A child of the browser may still be leaving; the system clears its temporary folder.
        }
    }
}
