using LandRegistry.Server.Platform.PrivatePostgis;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Platform.PrivatePostgis;

/// <summary>What a person is told when the cluster cannot be used: one sentence, in two languages, with what to do.</summary>
public sealed class ClusterFaultTests
{
    [Fact]
    public async Task A_cluster_of_another_major_version_is_refused_with_advice()
    {
        await using var folder = await DataFolder.WithClusterAsync();
        await File.WriteAllTextAsync(Path.Combine(folder.Cluster, "PG_VERSION"), "9\n");

        var told = await FaultAsync(folder.Options);

        Assert.Contains($"The data folder {folder.Cluster} was made by PostgreSQL 9", told, StringComparison.Ordinal);
        Assert.Contains("Install postgresql-9 and postgresql-9-postgis-3", told, StringComparison.Ordinal);
        Assert.Contains("pg_dump", told, StringComparison.Ordinal);
        Assert.Contains("由 PostgreSQL 9 创建", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_machine_without_PostGIS_is_told_which_packages_to_install()
    {
        await using var folder = DataFolder.Empty();

        var told = await FaultAsync(folder.Options with { InstallationRoot = folder.Path });

        Assert.Contains("apt-get install postgresql-15 postgresql-15-postgis-3", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_holds_something_else_is_left_alone()
    {
        await using var folder = DataFolder.Empty();
        var letter = Path.Combine(Directory.CreateDirectory(folder.Cluster).FullName, "letter.txt");
        await File.WriteAllTextAsync(letter, "dear");

        var told = await FaultAsync(folder.Options);

        Assert.Contains("is not empty and holds no PostgreSQL cluster", told, StringComparison.Ordinal);
        Assert.True(File.Exists(letter));
    }

    [Fact]
    public async Task A_cluster_that_does_not_start_is_explained_by_its_own_log()
    {
        await using var folder = await DataFolder.WithClusterAsync();
        await File.AppendAllTextAsync(Path.Combine(folder.Cluster, "postgresql.conf"), "work_mem = plenty\n");

        var told = await FaultAsync(folder.Options);

        Assert.Contains("postgres.log", told, StringComparison.Ordinal);
        Assert.Contains("""invalid value for parameter "work_mem": "plenty""", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lost_passwords_are_named()
    {
        await using var folder = await DataFolder.WithClusterAsync();
        File.Delete(Path.Combine(folder.Path, "pgpass"));

        var told = await FaultAsync(folder.Options);

        Assert.Contains("pgpass is missing", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_folder_that_is_a_file_is_refused()
    {
        await using var folder = DataFolder.Empty();
        var file = Path.Combine(folder.Path, "file");
        await File.WriteAllTextAsync(file, "");

        var told = await FaultAsync(folder.Options with { DataFolder = file });

        Assert.Contains("Cannot write to the data folder", told, StringComparison.Ordinal);
    }

    [FactAsRoot]
    public async Task A_folder_that_the_database_user_cannot_enter_is_named()
    {
        await using var folder = DataFolder.Empty();

        var told = await FaultAsync(folder.Options with { DataFolder = Path.Combine(folder.Path, "inside") });

        Assert.Contains($"The system user postgres cannot enter {folder.Path},", told, StringComparison.Ordinal);
        Assert.Contains($"chmod o+x {folder.Path}", told, StringComparison.Ordinal);
    }

    private static async Task<string> FaultAsync(PrivatePostgisOptions options)
    {
        var fault = await Assert.ThrowsAsync<PrivatePostgisException>(
            () => PrivatePostgisCluster.AcquireAsync(options, progress: null, CancellationToken.None));
        return fault.Message;
    }
}
