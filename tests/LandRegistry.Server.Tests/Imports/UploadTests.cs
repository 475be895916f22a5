using System.IO.Pipelines;
using System.Net.Http.Headers;
using System.Text;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Imports;

/// <summary>Files on their way to the server: seen to come, given up half way, cut off with their program.</summary>
public sealed class UploadTests : ImportJourneyTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private string Folder => Path.Combine(Register.DataFolder, "imports");

    [Fact]
    public async Task An_upload_that_is_stopped_half_way_leaves_neither_an_import_nor_a_file()
    {
        using var stop = new CancellationTokenSource();
        var (pipe, sending) = await BeginAsync(stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        await UntilAsync(async () => await Register.AskAsync<long>("select count(*) from registry.import") == 0);
        Assert.Empty(Directory.GetFileSystemEntries(Folder));
        await pipe.Writer.CompleteAsync();
    }

    [Fact]
    public async Task Whoever_looks_at_an_upload_while_it_comes_sees_it_come_and_does_not_break_it_off()
    {
        var (pipe, sending) = await BeginAsync(CancellationToken.None);
        var id = await Register.AskAsync<long>("select id from registry.import");

        var listed = (await Client.GetJsonAsync("/api/imports")).GetProperty("items").EnumerateArray().Single();
        var looked = await Client.GetJsonAsync($"/api/imports/{id}");
        await pipe.Writer.WriteAsync(Encoding.UTF8.GetBytes("A1,甲,114.05,30.5\r\n"));
        await pipe.Writer.CompleteAsync();
        using var answer = await sending;

        Assert.Equal("inspecting inspecting", $"{Phase(listed)} {Phase(looked)}");
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        Assert.Equal("choosing", Phase(await SettledAsync(id)));
    }

    [Fact]
    public async Task An_upload_that_was_cut_off_with_its_program_is_gone_from_the_list_and_its_file_with_the_next_start()
    {
        var waiting = (await SendAsync(Csv(("A1", "一号", "14.4", "闲置", 114.05)))).GetProperty("id").GetInt64();
        // What a program leaves that gets kill -9: a row without a lock, and half a file.
        var cut = await Register.AskAsync<long>(
            "insert into registry.import (created_at, actor, file_name, file_bytes, phase, started_at) values (now(), 'tester', 'half.csv', 0, 'inspecting', now()) returning id");
        Directory.CreateDirectory(Path.Combine(Folder, $"{cut}"));
        await File.WriteAllTextAsync(Path.Combine(Folder, $"{cut}", "upload"), "编号,名");

        var listed = (await Client.GetJsonAsync("/api/imports")).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetInt64()).ToList();
        await Register.StopServerAsync();
        await Register.StartServerAsync();

        Assert.Equal([waiting], listed);
        Assert.Equal([$"{waiting}"], Directory.GetDirectories(Folder).Select(Path.GetFileName));
        Assert.Equal(1, await Register.AskAsync<long>("select count(*) from registry.import"));
    }

    /// <summary>Begins to send a file and waits until a part of it has arrived.</summary>
    private async Task<(Pipe Pipe, Task<HttpResponseMessage> Sending)> BeginAsync(CancellationToken stop)
    {
        var pipe = new Pipe();
        var body = new StreamContent(pipe.Reader.AsStream()) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        var sending = Client.PostAsync(new Uri("/api/imports?fileName=a.csv", UriKind.Relative), body, stop);
        // More than any buffer on the way holds back.
        var part = "编号,名称,经度,纬度\r\n" + string.Concat(Enumerable.Range(1, 20_000).Select(i => FormattableString.Invariant($"B{i},乙,114.05,30.5\r\n")));
        await pipe.Writer.WriteAsync(Encoding.UTF8.GetBytes(part), CancellationToken.None);
        await UntilAsync(() => Task.FromResult(Directory.Exists(Folder) && Directory.GetFiles(Folder, "upload", SearchOption.AllDirectories).Length == 1));
        return (pipe, sending);
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await holds())
        {
            await Task.Delay(20, patience.Token);
        }
    }
}
