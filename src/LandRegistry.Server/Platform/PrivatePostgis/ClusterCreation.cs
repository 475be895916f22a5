using Npgsql;

namespace LandRegistry.Server.Platform.PrivatePostgis;

/// <summary>Makes the data folder, the cluster in it, and in the running cluster the register's account and database.</summary>
internal static class ClusterCreation
{
    /// <summary>Makes the data folder where needed and gives its path without symbolic links.</summary>
    public static ClusterFolder PrepareFolder(string dataFolder)
    {
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(dataFolder));
        try
        {
            var existed = Directory.Exists(path);
            ClusterFiles.MakePrivateFolder(path);
            path = ClusterFiles.RealPath(path);
            if (Environment.IsPrivilegedProcess)
            {
                // The cluster's account passes through to its own folder; it still cannot list this one.
                ClusterFiles.LetPass(path);
            }
            else if (existed)
            {
                using var probe = new FileStream(
                    Path.Combine(path, ".writable"), FileMode.Create, FileAccess.Write, FileShare.ReadWrite, 1, FileOptions.DeleteOnClose);
            }

            return new ClusterFolder(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw ClusterFaults.FolderNotWritable(path, problem);
        }
    }

    /// <summary>PostgreSQL walks to its folder as its own user, so every folder above must let that user through.</summary>
    public static async Task CheckPathAsync(ClusterFolder folder, ClusterAccount account, CancellationToken cancellation)
    {
        if (account.Name is null || await account.CanEnterAsync(folder.Root, cancellation))
        {
            return;
        }

        var blocked = folder.Root;
        for (var above = Path.GetDirectoryName(blocked); above is not null && !await account.CanEnterAsync(above, cancellation);)
        {
            blocked = above;
            above = Path.GetDirectoryName(above);
        }

        throw ClusterFaults.CannotTraverse(account.Name, blocked, folder.Root);
    }

    public static async Task MakeClusterAsync(
        ClusterFolder folder, PostgresInstallation installation, ClusterAccount account, bool durable, CancellationToken cancellation)
    {
        if (Directory.Exists(folder.Unfinished))
        {
            Directory.Delete(folder.Unfinished, recursive: true);
        }

        if (!await account.TryMakePrivateFolderAsync(folder.SocketFolder, cancellation))
        {
            throw ClusterFaults.SocketFolderTaken(folder.SocketFolder);
        }

        if (!await account.TryMakePrivateFolderAsync(folder.Unfinished, cancellation))
        {
            throw ClusterFaults.FolderNotWritable(folder.Unfinished, new IOException("install -d"));
        }

        // initdb reads the password from a file as its own user; the socket folder is that user's and closed to others.
        var passwordFile = Path.Combine(folder.SocketFolder, "initdb.password");
        ClusterFiles.WriteReadable(passwordFile, ClusterPasswords.Create(folder).Superuser);
        try
        {
            string[] sync = durable ? [] : ["--no-sync"];
            var made = await account.RunAsync(
                installation.InitDb,
                [
                    "-D", folder.Unfinished, "--username=" + ClusterPasswords.SuperuserName, "--pwfile=" + passwordFile,
                    "--encoding=UTF8", "--locale=C.UTF-8", "--data-checksums", "--auth=scram-sha-256", .. sync,
                ],
                cancellation);
            if (!made.Succeeded)
            {
                throw ClusterFaults.NotCreated(folder.Data, made.Output.Trim());
            }
        }
        finally
        {
            File.Delete(passwordFile);
        }

        await File.WriteAllTextAsync(Path.Combine(folder.Unfinished, "pg_hba.conf"), ClusterSettings.HostBasedAuthentication, cancellation);
        await File.AppendAllTextAsync(
            Path.Combine(folder.Unfinished, "postgresql.conf"), $"\ninclude = '{Path.GetFileName(folder.SettingsFile)}'\n", cancellation);
        Directory.Move(folder.Unfinished, folder.Data);
    }

    /// <summary>
    /// The register's account may make databases but is no superuser. PostGIS goes into the template, so that every
    /// database the account makes has it. The register's own database comes last and so marks the whole as done.
    /// </summary>
    public static async Task MakeDatabaseAsync(string superuserConnection, ClusterPasswords passwords, CancellationToken cancellation)
    {
        await using var source = NpgsqlDataSource.Create(superuserConnection);
        await using (var account = source.CreateCommand($"""
            DO $$ BEGIN
                IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{ClusterPasswords.OwnerName}') THEN
                    CREATE ROLE {ClusterPasswords.OwnerName} LOGIN CREATEDB PASSWORD '{passwords.Owner}';
                END IF;
            END $$
            """))
        {
            await account.ExecuteNonQueryAsync(cancellation);
        }

        var template = new NpgsqlConnectionStringBuilder(superuserConnection) { Database = "template1", Pooling = false };
        await using (var templateSource = NpgsqlDataSource.Create(template.ConnectionString))
        await using (var extension = templateSource.CreateCommand("CREATE EXTENSION IF NOT EXISTS postgis"))
        {
            await extension.ExecuteNonQueryAsync(cancellation);
        }

        await using var database = source.CreateCommand($"CREATE DATABASE {ClusterPasswords.OwnerName} OWNER {ClusterPasswords.OwnerName}");
        await database.ExecuteNonQueryAsync(cancellation);
    }
}
