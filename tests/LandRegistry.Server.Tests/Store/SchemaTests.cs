using LandRegistry.Server.Store;
using LandRegistry.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace LandRegistry.Server.Tests.Store;

/// <summary>The schema is written in SQL and mapped in C#; these tests hold the two together.</summary>
public sealed class SchemaTests : RegisterTest
{
    private sealed record Column(string Table, string Name, string Type, bool Nullable);

    [Fact]
    public async Task Every_mapped_column_is_in_the_schema_with_its_type_and_nullability()
    {
        var real = (await ColumnsAsync()).ToDictionary(column => (column.Table, column.Name));
        await using var db = new RegistryDb(RegistryDatabase.Options(new DbContextOptionsBuilder<RegistryDb>(), Register.Database).Options);

        var mapped = db.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties().Select(property => (entity, property))).ToList();

        Assert.True(mapped.Count > 60);
        foreach (var (entity, property) in mapped)
        {
            var table = StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema());
            var name = property.GetColumnName(table)!;
            Assert.True(real.TryGetValue((table.Name, name), out var column), $"{table.Name}.{name} is mapped but not in the schema");
            Assert.True(Same(property.GetColumnType(), column.Type), $"{table.Name}.{name}: mapped {property.GetColumnType()}, in the schema {column.Type}");
            Assert.True(property.IsNullable == column.Nullable, $"{table.Name}.{name}: nullability differs");
        }
    }

    [Fact]
    public async Task Every_column_of_a_mapped_table_is_mapped_or_named_here_as_the_databases_own()
    {
        string[] databasesOwn = ["parcel.shape_mercator", "parcel.source_record"];
        await using var db = new RegistryDb(RegistryDatabase.Options(new DbContextOptionsBuilder<RegistryDb>(), Register.Database).Options);
        var mapped = db.Model.GetEntityTypes().ToDictionary(
            entity => entity.GetTableName()!,
            entity => entity.GetProperties().Select(property => property.GetColumnName(StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema()))).ToHashSet());

        var missing = (await ColumnsAsync()).Where(column => mapped.TryGetValue(column.Table, out var names) && !names.Contains(column.Name))
            .Select(column => $"{column.Table}.{column.Name}").Except(databasesOwn);

        Assert.Empty(missing);
    }

    [Fact]
    public async Task Every_table_column_and_function_has_a_comment() => Assert.Equal("", await Register.AskAsync<string>(
        """
        select coalesce(string_agg(what, ', ' order by what), '')
        from (
            select c.relname as what from pg_class c
            where c.relnamespace = 'registry'::regnamespace and c.relkind = 'r' and c.relname <> 'schema_migration' and obj_description(c.oid, 'pg_class') is null
            union all
            select c.relname || '.' || a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where c.relnamespace = 'registry'::regnamespace and c.relkind = 'r' and c.relname <> 'schema_migration' and col_description(c.oid, a.attnum) is null
            union all
            select p.proname || '()' from pg_proc p
            where p.pronamespace = 'registry'::regnamespace and obj_description(p.oid, 'pg_proc') is null
        ) t
        """));

    [Fact]
    public async Task Constraints_are_named_by_us() => Assert.Equal(0L, await Register.AskAsync<long>(
        """
        select count(*) from pg_constraint k join pg_class c on c.oid = k.conrelid
        where c.relnamespace = 'registry'::regnamespace and c.relname <> 'schema_migration' and k.conname ~ '_(pkey|fkey|key|check|check1)$'
        """));

    [Theory]
    [InlineData("delete from registry.parcel"), InlineData("truncate registry.change cascade"), InlineData("delete from registry.zone")]
    [InlineData("update registry.change set actor = 'x'"), InlineData("update registry.parcel_status_mark set to_status = 'idle'"), InlineData("delete from registry.parcel_history")]
    public async Task Nothing_is_deleted_and_the_record_is_not_altered(string sql)
    {
        await Register.AddParcelAsync(await Register.AddZoneAsync());

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => Register.WriteAsync(sql));

        Assert.Contains("nothing is deleted", refusal.MessageText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_write_outside_a_change_is_refused()
    {
        var zone = await Register.AddZoneAsync();
        await using var command = Register.Database.CreateCommand("update registry.zone set name_en = 'x' where id = $1");
        command.Parameters.Add(new() { Value = zone });

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());

        Assert.Contains("outside a change", refusal.MessageText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Area_is_measured_in_the_3_degree_zone_of_the_parcel()
    {
        var parcel = await Register.AddParcelAsync(await Register.AddZoneAsync());

        Assert.Equal(4547, await Register.AskAsync<int>("select area_srid from registry.parcel where id = $1", parcel));
        Assert.True(await Register.AskAsync<bool>(
            "select abs(measured_area_square_metres::float8 / st_area(boundary::geography) - 1) < 1e-3 from registry.parcel where id = $1", parcel));
    }

    [Theory]
    [InlineData(75, 4534), InlineData(73.6, 4534), InlineData(114.05, 4547), InlineData(115.4, 4547), InlineData(115.6, 4548), InlineData(135, 4554), InlineData(73.4, null), InlineData(0, null)]
    public async Task Domain_and_database_choose_the_same_zone(double longitude, int? srid)
    {
        Assert.Equal(srid, LandRegistry.Domain.Common.GaussKruger.Srid(longitude));
        Assert.Equal(srid ?? -1, await Register.AskAsync<int>("select coalesce(registry.gauss_kruger_srid($1), -1)", longitude));
    }

    [Fact]
    public async Task Deferred_derivation_gives_what_row_by_row_derivation_gives()
    {
        var zone = await Register.AddZoneAsync();
        for (var place = 0; place < 3; place++)
        {
            await Register.AddHolderAsync(await Register.AddParcelAsync(zone, place, place == 1 ? "idle" : "in_use"), $"示例企业{place}");
        }

        const string Counts = "select coalesce(string_agg(row(cell_x, cell_y, zone_id, status, on_hold, parcel_count, area_square_metres)::text, ';' order by cell_x, cell_y, status), '') from registry.parcel_count_cell where parcel_count > 0";
        const string Tally = "select string_agg(t::text, ';' order by t::text) from (select zone_id, status, on_hold, land_use_code, officer, idle_cause, sum(parcel_count), sum(area_square_metres) from registry.parcel_tally group by 1, 2, 3, 4, 5, 6) t";
        const string Words = "select string_agg(content, ';' order by parcel_id) from registry.parcel_search";
        var (counts, tally, words) = (await Register.AskAsync<string>(Counts), await Register.AskAsync<string>(Tally), await Register.AskAsync<string>(Words));
        await Register.WriteAsync("select registry.rebuild_derived()");

        Assert.Equal(counts, await Register.AskAsync<string>(Counts));
        Assert.Equal(tally, await Register.AskAsync<string>(Tally));
        Assert.Equal(words, await Register.AskAsync<string>(Words));
    }

    private async Task<List<Column>> ColumnsAsync()
    {
        await using var command = Register.Database.CreateCommand(
            """
            select c.relname, a.attname, format_type(a.atttypid, a.atttypmod), not a.attnotnull
            from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where c.relnamespace = 'registry'::regnamespace and c.relkind = 'r'
            """);
        await using var reader = await command.ExecuteReaderAsync();
        var columns = new List<Column>();
        while (await reader.ReadAsync())
        {
            columns.Add(new(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetBoolean(3)));
        }

        return columns;
    }

    private static bool Same(string mapped, string real) =>
        mapped.Replace(" ", "", StringComparison.Ordinal) == real.Replace(" ", "", StringComparison.Ordinal);

}
