using System.Reflection;
using System.Text.RegularExpressions;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Parcels;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.House;

/// <summary>Documents that state what the code says are compared with it.</summary>
public sealed partial class DocumentTests
{
    [Fact]
    public void Every_problem_code_stands_in_the_problems_document_and_no_other_does()
    {
        var documented = TableCode().Matches(File.ReadAllText(Repository.PathOf("docs", "problems.md"))).Select(match => match.Groups[1].Value);
        var coded = ProblemKind.All.Select(kind => kind.Code).Concat(RefusalCodes());

        Assert.Equal(coded.Distinct().Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_status_stands_in_the_glossary_with_its_names()
    {
        var glossary = File.ReadAllText(Repository.PathOf("docs", "glossary.md"));

        foreach (var status in ParcelStatuses.All)
        {
            Assert.Contains($"`{status.Code()}`", glossary, StringComparison.Ordinal);
            Assert.Contains(status.Name().Zh, glossary, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void All_kinds_of_problem_are_in_the_list_of_all()
    {
        var fields = typeof(ProblemKind).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (ProblemKind)field.GetValue(null)!);

        Assert.Equal(fields.Select(kind => kind.Code).Order(), ProblemKind.All.Select(kind => kind.Code).Order());
    }

    [Fact]
    public void Every_test_that_the_list_of_bad_input_names_exists()
    {
        var named = NamedTest().Matches(File.ReadAllText(Repository.PathOf("tests", "LandRegistry.Server.Tests", "Imports", "README.md"))).Select(match => (Class: match.Groups[1].Value, Method: match.Groups[2].Value)).ToList();
        var sources = Directory.EnumerateFiles(Repository.PathOf("tests"), "*Tests.cs", SearchOption.AllDirectories).ToLookup(file => Path.GetFileNameWithoutExtension(file), File.ReadAllText);

        Assert.NotEmpty(named);
        Assert.All(named, test => Assert.Contains(sources[test.Class], source => source.Contains($" {test.Method}(", StringComparison.Ordinal)));
    }

    /// <summary>Codes of all refusals that the Domain's Refusals classes can give, read from their source.</summary>
    private static IEnumerable<string> RefusalCodes() =>
        Directory.EnumerateFiles(Repository.PathOf("src", "LandRegistry.Domain"), "*Refusals.cs", SearchOption.AllDirectories)
            .SelectMany(file => RefusalCode().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value));

    [GeneratedRegex(@"^\| `([a-z0-9-]+)` \|", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex TableCode();

    [GeneratedRegex("`(\\w+Tests)\\.(\\w+)`", RegexOptions.CultureInvariant)]
    private static partial Regex NamedTest();

    [GeneratedRegex(@"new\(\s*""([a-z0-9-]+)"",", RegexOptions.CultureInvariant)]
    private static partial Regex RefusalCode();
}
