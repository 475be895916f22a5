using System.Text.RegularExpressions;
using LandRegistry.Domain.Dossiers;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Dossiers;

/// <summary>Holds the database and the queries of the dossier against the table of what is public.</summary>
public sealed partial class DisclosureTests : RegisterTest
{
    [Fact]
    public async Task Every_column_of_the_tables_that_a_dossier_reads_is_decided_upon()
    {
        foreach (var table in Disclosure.Tables)
        {
            var columns = await Register.AskAsync<string[]>(
                "select array_agg(column_name::text order by column_name) from information_schema.columns where table_schema = 'registry' and table_name = $1", table.Table);

            Assert.True(
                columns.ToHashSet().SetEquals([.. table.Public, .. table.Used, .. table.Internal]),
                $"{table.Table}: undecided {string.Join(", ", columns.Except([.. table.Public, .. table.Used, .. table.Internal]))}; not there {string.Join(", ", table.Public.Concat(table.Used).Concat(table.Internal).Except(columns))}");
        }
    }

    [Fact]
    public void The_queries_of_the_dossier_name_no_table_and_no_column_that_is_internal()
    {
        var tables = Disclosure.Tables.ToDictionary(table => table.Table, StringComparer.Ordinal);
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "src", "LandRegistry.Server", "Dossiers"), "*.sql");
        foreach (var file in files)
        {
            var sql = string.Join('\n', File.ReadLines(file).Where(line => !line.StartsWith("--", StringComparison.Ordinal)));
            Assert.DoesNotContain("*", sql, StringComparison.Ordinal);
            var aliases = Alias().Matches(sql).GroupBy(match => match.Groups[2].Value, match => match.Groups[1].Value).ToDictionary(group => group.Key, group => group.ToHashSet());
            Assert.All(aliases.Values.SelectMany(names => names), name => Assert.Contains(name, tables));
            foreach (Match use in Column().Matches(sql))
            {
                var (alias, column) = (use.Groups[1].Value, use.Groups[2].Value);
                Assert.All(aliases.GetValueOrDefault(alias, []), name => Assert.False(tables[name].Internal.Contains(column), $"{Path.GetFileName(file)} reads {name}.{column}"));
            }
        }

        Assert.Equal(4, files.Length);
    }

    [GeneratedRegex(@"(?:from|join) registry\.(\w+) (\w+)")]
    private static partial Regex Alias();

    [GeneratedRegex(@"\b([a-z])\.([a-z_]+)")]
    private static partial Regex Column();
}
