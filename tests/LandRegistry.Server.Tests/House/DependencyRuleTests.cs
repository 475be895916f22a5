using System.Text.RegularExpressions;
using LandRegistry.Domain.Parcels;
using LandRegistry.Server.Store;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.House;

/// <summary>The rules of docs/architecture.md on who may know whom.</summary>
public sealed partial class DependencyRuleTests
{
    // Launch is composition, like Program.cs: it starts the parts, and no slice names it.
    private static readonly string[] NotSlices = ["Platform", "Store", "Launch", "bin", "obj"];

    [Fact]
    public void Domain_knows_the_base_library_and_NetTopologySuite_only()
    {
        var references = typeof(Parcel).Assembly.GetReferencedAssemblies().Select(name => name.Name!);

        Assert.All(references, name => Assert.True(name.StartsWith("System", StringComparison.Ordinal) || name is "NetTopologySuite" or "netstandard", name));
    }

    [Fact]
    public void No_slice_names_another_and_Platform_and_Store_name_none()
    {
        var server = Repository.PathOf("src", "LandRegistry.Server");
        var slices = Directory.GetDirectories(server).Select(Path.GetFileName).Where(name => !NotSlices.Contains(name)).ToList();
        Assert.Contains("Parcels", slices);

        foreach (var folder in slices.Concat(["Platform", "Store"]))
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(server, folder!), "*.cs", SearchOption.AllDirectories))
            {
                var named = ServerNamespace().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value).Where(name => name != folder && slices.Contains(name));

                Assert.True(!named.Any(), $"{file} names {string.Join(", ", named)}");
            }
        }
    }

    [Fact]
    public void The_client_names_the_server_only_through_the_generated_types()
    {
        var sources = Directory.EnumerateFiles(Repository.PathOf("src", "LandRegistry.Web", "src"), "*.ts*", SearchOption.AllDirectories);

        foreach (var file in sources.Where(file => !file.Contains($"{Path.DirectorySeparatorChar}api{Path.DirectorySeparatorChar}", StringComparison.Ordinal)))
        {
            Assert.False(FetchCall().IsMatch(File.ReadAllText(file)), $"{file} calls fetch past src/api");
        }
    }

    [Fact]
    public void Only_the_problems_folder_writes_error_answers()
    {
        var server = Repository.PathOf("src", "LandRegistry.Server");
        foreach (var file in Directory.EnumerateFiles(server, "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains("/Problems/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal)))
        {
            Assert.False(BareError().IsMatch(File.ReadAllText(file)), $"{file} answers an error past Platform/Problems");
        }
    }

    [Fact]
    public void The_SQL_files_that_travel_in_the_server_are_those_of_the_source()
    {
        var server = Repository.PathOf("src", "LandRegistry.Server");
        foreach (var file in Directory.EnumerateFiles(server, "*.sql", SearchOption.AllDirectories).Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)))
        {
            Assert.Equal(File.ReadAllText(file), EmbeddedSql.Read(Path.GetRelativePath(server, file).Replace('\\', '/')));
        }
    }

    /// <summary>Npgsql gives a connection's reader to whoever rents it next: a second end of it is the end of theirs.</summary>
    [Fact]
    public void What_is_disposed_of_at_its_scopes_end_is_not_disposed_of_before()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("src", "LandRegistry.Server"), "*.cs", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(file);
            var twice = ScopedReader().Matches(text).Select(match => match.Groups[1].Value).Where(name => text.Contains($"await {name}.DisposeAsync()", StringComparison.Ordinal));

            Assert.True(!twice.Any(), $"{file} disposes twice of {string.Join(", ", twice)}");
        }
    }

    [GeneratedRegex(@"await using var (\w+) = await \w+\.ExecuteReaderAsync", RegexOptions.CultureInvariant)]
    private static partial Regex ScopedReader();

    [GeneratedRegex(@"LandRegistry\.Server\.(\w+)", RegexOptions.CultureInvariant)]
    private static partial Regex ServerNamespace();

    [GeneratedRegex(@"(?<![\w.])fetch\(", RegexOptions.CultureInvariant)]
    private static partial Regex FetchCall();

    [GeneratedRegex(@"Results\.(NotFound|BadRequest|Conflict|Problem|UnprocessableEntity|ValidationProblem|Unauthorized|Forbid)\b", RegexOptions.CultureInvariant)]
    private static partial Regex BareError();
}
