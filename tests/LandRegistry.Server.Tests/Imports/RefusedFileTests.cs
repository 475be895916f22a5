using System.Text;
using LandRegistry.Domain.Imports;

namespace LandRegistry.Server.Tests.Imports;

public sealed class RefusedFileTests : ImportTest
{
    public static TheoryData<string, byte[], string> Files => new()
    {
        { "empty", [], "is empty" },
        { "zip renamed", [0x50, 0x4B, 3, 4, 0, 0], "ZIP archive" },
        { "xls renamed", [0xD0, 0xCF, 0x11, 0xE0, 1], "old Excel workbook" },
        { "UTF-16", [0xFF, 0xFE, (byte)'a', 0], "UTF-16 text" },
        { "zero byte", "OrganisationURI,GeoX\r\na,\0\r\n"u8.ToArray(), "Line 2 holds a zero byte" },
        { "open quote", "OrganisationURI,GeoX\r\na,\"b\r\nc,d\r\n"u8.ToArray(), "opens in line 2 is never closed" },
        { "long line", Encoding.ASCII.GetBytes("a,b\n" + new string('x', 10 << 20)), "Line 2 is longer than" },
        { "long record", Encoding.ASCII.GetBytes("a,b\n\"" + string.Join('\n', Enumerable.Repeat(new string('x', 1 << 19), 10)) + "\",b\n"), "record that starts in line 2" },
        { "wrong delimiter", "OrganisationURI;GeoX\r\na;b\r\n"u8.ToArray(), "heading has one column" },
        { "no encoding", [(byte)'a', (byte)',', 0x81, 0x0A], "not encoded as utf-8 or windows-1252" },
        { "other columns", "OrganisationURI,GeoX,GeoX\r\na,b,c\r\n"u8.ToArray(), "The column \"GeoX\" stands twice" },
    };

    [Theory]
    // Listed at run time only: to list tests before, xunit writes every argument out as text, gigabytes for the files of 10 MB.
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public async Task A_file_that_is_not_what_the_profile_says_is_refused_in_both_languages(string name, byte[] content, string sentence)
    {
        var result = await ImportAsync(Write(content, name), "england-brownfield");

        Assert.Contains(result.FileFaults, f => f.En.Contains(sentence, StringComparison.Ordinal));
        Assert.All(result.FileFaults, f => Assert.NotEqual("", f.Zh));
        Assert.InRange(result.FileFaults.Count, 1, 10);
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task The_first_ten_missing_columns_are_named()
    {
        var result = await ImportAsync(FranceSample, "england-brownfield");

        Assert.NotEmpty(result.FileFaults);
        var headings = Write("a,b\r\n1,2\r\n"u8.ToArray());
        Assert.Equal(10, (await ImportAsync(headings, "england-brownfield")).FileFaults.Count);
    }

    [Fact]
    public async Task A_file_that_ends_in_the_middle_of_a_row_is_refused()
    {
        var result = await ImportAsync(England(text => text[..text.LastIndexOf(",ETRS", StringComparison.Ordinal)]), "england-brownfield");

        Assert.Contains("middle of row", Assert.Single(result.FileFaults).En, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task A_heading_without_rows_is_refused()
    {
        var result = await ImportAsync(England(text => text[..(text.IndexOf('\n', StringComparison.Ordinal) + 1)]), "england-brownfield");

        Assert.Contains("no row", Assert.Single(result.FileFaults).En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_refused()
    {
        var result = await ImportAsync(Path.Combine(Register.DataFolder, "none.csv"), "england-brownfield");

        Assert.Contains("none.csv", Assert.Single(result.FileFaults).En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_that_cannot_stand_are_refused_and_the_others_load()
    {
        var file = England(text =>
        {
            var lines = text.Split("\r\n").ToList();
            var site = lines.First(l => l.Contains(",BLR025,", StringComparison.Ordinal));
            lines.Insert(lines.IndexOf(site), site);
            lines.Insert(1, site.Replace("BLR025", "X1", StringComparison.Ordinal).Replace("0.086676", "2.35", StringComparison.Ordinal).Replace("51.420577", "48.85", StringComparison.Ordinal));
            lines.Insert(1, site.Replace("BLR025", "X2", StringComparison.Ordinal).Replace("0.086676", "0", StringComparison.Ordinal).Replace("51.420577", "0", StringComparison.Ordinal));
            lines.Insert(1, "too,few");
            return string.Join("\r\n", lines);
        });

        var result = await ImportAsync(file, "england-brownfield");

        Assert.Equal((102, 4), (result.Rows, result.Refused));
        Assert.Equal(98, await CountAsync());
        Assert.Equal(
            [IssueType.Columns, IssueType.OutOfRange, IssueType.Outside, IssueType.Duplicate],
            result.Issues.Where(i => i.Severity == IssueSeverity.Refusal).Select(i => i.Type));
    }

    [Fact]
    public async Task A_byte_order_mark_before_a_quoted_heading_does_no_harm()
    {
        var text = "\ufeff\"" + File.ReadAllText(FranceSample).Insert("site_id".Length, "\"");

        var result = await ImportAsync(Write(Encoding.UTF8.GetBytes(text)), "cnig-friches");

        Assert.Empty(result.FileFaults);
        Assert.Equal(90, result.Rows);
    }
}
