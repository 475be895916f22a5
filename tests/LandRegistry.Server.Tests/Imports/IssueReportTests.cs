using System.Text;
using LandRegistry.Domain.Imports;
using LandRegistry.Server.Imports;

namespace LandRegistry.Server.Tests.Imports;

public sealed class IssueReportTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("-0.25,51.5", "\"'-0.25,51.5\"")]
    [InlineData("-48", "-48")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("say \"so\"", "\"say \"\"so\"\"\"")]
    [InlineData("plain", "plain")]
    public void A_cell_is_harmless_in_a_spreadsheet(string value, string expected) => Assert.Equal(expected, IssueReport.Cell(value));

    [Fact]
    public async Task The_report_has_a_byte_order_mark_and_both_languages()
    {
        var path = Path.GetTempFileName();
        var issue = ImportIssues.BelowMinimum(25, "Hectares", "0", 0, inclusive: false);

        await IssueReport.WriteAsync(path, new() { Issues = [issue] }, CancellationToken.None);

        var bytes = await File.ReadAllBytesAsync(path);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal(
            "row,column,value,issue,severity,sentence_zh,sentence_en,repair_zh,repair_en\r\n25,Hectares,0,minimum,warning,应大于 0，按未知处理。,Must be more than 0; kept as unknown.,,\r\n",
            Encoding.UTF8.GetString(bytes.AsSpan(3)));
        File.Delete(path);
    }
}
