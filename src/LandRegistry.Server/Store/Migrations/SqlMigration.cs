using Microsoft.EntityFrameworkCore.Migrations;

namespace LandRegistry.Server.Store.Migrations;

/// <summary>A migration whose whole content is the <c>.sql</c> file of the same name. There is no way back: a register is restored from a backup.</summary>
public abstract class SqlMigration(string name) : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql(EmbeddedSql.Read($"Store/Migrations/{name}.sql"));

    protected override void Down(MigrationBuilder migrationBuilder) =>
        throw new NotSupportedException("Migrations only go forward; restore a backup to go back.");
}
