using System.Globalization;
using LandRegistry.Domain.Imports;
using LandRegistry.Domain.Imports.Choosing;
using LandRegistry.Server.Imports;
using Npgsql;
using Spectre.Console;
using Text = LandRegistry.Domain.Common.Text;

namespace LandRegistry.Cli.Verbs;

/// <summary>Runs an import at the console: a progress bar for what takes longer than two seconds, then the three lists.</summary>
public sealed class ImportScreen(NpgsqlDataSource database, TimeProvider clock, IAnsiConsole console)
{
    /// <summary>Exit code: every row was loaded.</summary>
    public const int AllLoaded = 0;

    /// <summary>Exit code: some rows were refused, the others are loaded.</summary>
    public const int SomeRefused = 1;

    /// <summary>Exit code: the file was refused, nothing is loaded.</summary>
    public const int FileRefused = 2;

    private const int RefusalsShown = 10;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Imports by a profile, prints, and writes the report when a path is given.</summary>
    public Task<int> RunAsync(ImportRequest request, string? report, CancellationToken cancellation) => RunAsync(
        seen => new RegisterImport(database, clock).RunAsync(request, seen, cancellation),
        new(request.Profile.Title, Path.GetFileName(request.File), request.DryRun), report, cancellation);

    /// <summary>Imports by choices, prints, and writes the report when a path is given.</summary>
    public Task<int> RunAsync(string file, ImportChoices choices, FileOrder order, string? report, CancellationToken cancellation) => RunAsync(
        seen => new FileImport(database, clock).RunAsync(file, choices, order, seen, cancellation),
        new(new("按列导入", "By columns"), Path.GetFileName(file), order.IsDryRun), report, cancellation);

    private async Task<int> RunAsync(
        Func<IProgress<ImportProgress>, Task<ImportResult>> import, Headline headline, string? report, CancellationToken cancellation)
    {
        var result = await RunWithProgressAsync(import, cancellation);
        if (result.FileFaults.Count > 0)
        {
            PrintFaults(console, result.FileFaults);
            return FileRefused;
        }
        if (report is not null)
        {
            try
            {
                await IssueReport.WriteAsync(report, result, cancellation);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
            {
                Line($"报告写不进“{report}”。/ The report cannot be written to \"{report}\".");
                PrintResult(headline, result);
                return SomeRefused;
            }
        }
        PrintResult(headline, result);
        return result.Refused > 0 ? SomeRefused : AllLoaded;
    }

    /// <summary>Prints why a file or a profile is refused, in both languages.</summary>
    public static void PrintFaults(IAnsiConsole console, IReadOnlyList<Text> faults)
    {
        console.MarkupLine("[red]文件未导入，登记库没有变化。/ The file is refused; the register is unchanged.[/]");
        foreach (var fault in faults)
        {
            console.WriteLine($"  {fault.Zh} / {fault.En}");
        }
    }

    private async Task<ImportResult> RunWithProgressAsync(Func<IProgress<ImportProgress>, Task<ImportResult>> import, CancellationToken cancellation)
    {
        var seen = new LastProgress();
        var work = Task.Run(() => import(seen), cancellation);
        if (await Task.WhenAny(work, Task.Delay(Patience, clock, cancellation)) == work || !console.Profile.Capabilities.Interactive)
        {
            return await work;
        }
        await console.Progress().AutoClear(true).StartAsync(async context =>
        {
            var bar = context.AddTask("…", maxValue: 1);
            while (!work.IsCompleted)
            {
                if (seen.Value is { } progress)
                {
                    bar.Description = $"{progress.Stage.Zh} / {progress.Stage.En}";
                    bar.IsIndeterminate = progress.Done == 0;
                    bar.Value = progress.Done;
                }
                await Task.WhenAny(work, Task.Delay(TimeSpan.FromMilliseconds(100), clock, cancellation));
            }
        });
        return await work;
    }

    private void PrintResult(Headline headline, ImportResult result)
    {
        Line($"{headline.Title.Zh} / {headline.Title.En}: {headline.File} ({result.Encoding})");
        foreach (var note in result.Notes)
        {
            Line($"  {note.Zh} / {note.En}");
        }

        var lists = new Table().AddColumn("清单 / List").AddColumn(new TableColumn("行 / Rows").RightAligned());
        lists.AddRow(headline.IsDryRun ? "可导入 / Would be loaded" : "已导入 / Loaded", Number(result.Loaded));
        lists.AddRow(headline.IsDryRun ? "可导入，有备注 / Would be loaded with remarks" : "已导入，有备注 / Loaded with remarks", Number(result.LoadedWithRemarks));
        lists.AddRow("未导入 / Refused", Number(result.Refused));
        lists.AddRow("文件共有 / Rows of the file", Number(result.Rows));
        console.Write(lists);
        Line($"新增 / new {Number(result.New)}, 更新 / updated {Number(result.Updated)}, 未变 / unchanged {Number(result.Unchanged)}");

        if (result.Issues.Count > 0)
        {
            var issues = new Table().AddColumn("问题 / Issue").AddColumn("列 / Column").AddColumn(new TableColumn("次 / Times").RightAligned());
            foreach (var group in result.Issues.CountBy(i => (i.Type, i.Column)).OrderByDescending(g => g.Value).ThenBy(g => g.Key.Type, StringComparer.Ordinal))
            {
                var kind = IssueNames.Of(group.Key.Type);
                issues.AddRow(new Spectre.Console.Text($"{kind.Zh} / {kind.En}"), new Spectre.Console.Text(group.Key.Column), new Spectre.Console.Text(Number(group.Value)));
            }
            console.Write(issues);
        }
        PrintRefusedRows(result);
        if (headline.IsDryRun)
        {
            Line("试运行：登记库没有变化。/ Dry run: the register is unchanged.");
        }
        else if (result.ChangeId is null)
        {
            Line("登记库没有变化。/ The register is unchanged.");
        }
        else
        {
            Line($"记为变更 {Number(result.ChangeId.Value)}，可用 undo {Number(result.ChangeId.Value)} 撤销。/ Recorded as change {Number(result.ChangeId.Value)}; undo {Number(result.ChangeId.Value)} takes it back.");
        }
    }

    /// <summary>The first rows that were refused, each with its reason; the report holds them all.</summary>
    private void PrintRefusedRows(ImportResult result)
    {
        var refusals = result.Issues.Where(issue => issue.Severity == IssueSeverity.Refusal).ToList();
        foreach (var issue in refusals.Take(RefusalsShown))
        {
            Line($"  第 {Number(issue.Row)} 行未导入：{issue.Text.Zh} / Row {Number(issue.Row)} is refused: {issue.Text.En}");
        }
        if (refusals.Count > RefusalsShown)
        {
            Line($"  其余 {Number(refusals.Count - RefusalsShown)} 条见报告（--report）。/ {Number(refusals.Count - RefusalsShown)} more are in the report (--report).");
        }
    }

    private void Line(string text) => console.WriteLine(text);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Headline(Text Title, string File, bool IsDryRun);

    private sealed class LastProgress : IProgress<ImportProgress>
    {
        private volatile ImportProgress? _value;

        public ImportProgress? Value => _value;

        public void Report(ImportProgress value) => _value = value;
    }
}
