using LandRegistry.Server.Platform;
using LandRegistry.Server.Store;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Demo;

/// <summary>
/// Lays out an invented development zone and writes its register: one transaction, set by set in the database
/// (the <c>.sql</c> files beside this one, in the order of their numbers).
/// </summary>
public static class DemoZone
{
    /// <summary>Up to this many parcels, six years of dated status moves are replayed; above it each parcel has its last status only.</summary>
    public const int MostReplayed = 5_000;

    private static readonly Step[] Steps =
    [
        new("00_begin", "准备", "Preparing"),
        new("01_prepare", "准备", "Preparing"),
        new("01_setting", "准备", "Preparing"),
        new("02_blocks", "布置道路和街区", "Laying out roads and blocks"),
        new("03_plots", "划分地块", "Cutting plots"),
        new("04_shapes", "让出河道和铁路", "Making way for river and railway"),
        new("05_zones", "划定园区", "Drawing the parks"),
        new("06_enterprises", "登记企业", "Entering enterprises"),
        new("07_parcels", "拟定宗地事实", "Settling the facts of parcels"),
        new("Records/01_show", "选定示例宗地", "Choosing the parcels that show a route"),
        new("08_history", "拟定状态经过", "Settling status histories"),
        new("08_rounds", "拟定状态经过", "Settling status histories"),
        new("Records/02_course", "拟定宗地经过", "Settling what happened to the land"),
        new("09_insert", "拟定合同、负担和使用人", "Settling contracts, burdens and users"),
        new("10_facts", "拟定合同、负担和使用人", "Settling contracts, burdens and users", GivesWords: true),
        new("11_set_aside", "移开索引", "Setting indexes aside", OnlyInBulk: true),
        new("12_write", "写入宗地", "Writing parcels"),
        new("Records/03_stamps_off", "写入事实", "Writing facts"),
        new("Records/04_rights", "写入合同、负担和使用人", "Writing contracts, burdens and users"),
        new("Records/05_papers", "写入文件和巡查", "Writing papers and visits"),
        new("Records/06_land_facts", "写入事实", "Writing facts"),
        new("Records/07_works", "写入进度和停工", "Writing progress and stoppages"),
        new("Records/08_money", "写入资金台账", "Writing money lines"),
        new("Records/09_enterprises", "写入企业指标和状态", "Writing figures and states of enterprises"),
        new("Records/10_strategies", "写入一企一策", "Writing strategies"),
        new("Records/11_cases", "写入案件", "Writing cases"),
        new("Projects/01_pool", "写入项目库", "Writing projects"),
        new("Projects/02_floors", "写入标准厂房和产业准入", "Writing factory floors and industries"),
        new("Projects/03_courtships", "写入项目选址", "Writing shortlists"),
        new("Projects/04_visits", "写入企业走访", "Writing visits"),
        new("Records/12_tenders", "写入招拍挂", "Writing tenders"),
        new("Records/13_stamps_on", "写入事实", "Writing facts"),
        new("13_put_back", "核对引用", "Checking references", OnlyInBulk: true),
        new("14_derive", "汇总检索词和地图格网", "Deriving search words and map cells", NotInBulk: true),
        new("15_finish", "收尾", "Finishing"),
    ];

    /// <summary>Loads a demo zone, or leaves the register as it is when a zone of that code stands already.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number of parcels is not in range.</exception>
    public static async Task<DemoOutcome> LoadAsync(
        NpgsqlDataSource source, DemoOptions options, IProgress<DemoProgress>? progress = null, CancellationToken cancellation = default)
    {
        if (options.Parcels is < 1 or > DemoOptions.MostParcels)
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.Parcels, $"1 to {DemoOptions.MostParcels} parcels.");
        }

        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        // Two programs that start at once must not both find the register empty.
        await ExecuteAsync(connection, "select pg_advisory_xact_lock(hashtext('registry.demo'))", options, cancellation);
        if (await StandsAsync(connection, options.ZoneCode, cancellation))
        {
            return Refused(options.ZoneCode);
        }

        await using var words = options.IsBulk ? new WordsBeside(source, cancellation) : null;
        await WriteAsync(connection, options, words, progress, cancellation);
        await StoredDeadlines.FillAsync(source, connection, transaction, await RegisterLaw.OfAsync(connection, cancellation), cancellation);
        await StoredTenders.RefreshAsync(connection, parcelIds: null, cancellation);
        await transaction.CommitAsync(cancellation);
        await FinishAsync(source, options, words, progress, cancellation);
        return Done(options);
    }

    /// <summary>Gives an empty register its first zone: 600 parcels, always the same. A register that has any zone is left alone.</summary>
    /// <returns>True when the zone was loaded.</returns>
    public static Task<bool> LoadIfEmptyAsync(
        string connectionString, IProgress<DemoProgress>? progress = null, CancellationToken cancellation = default) =>
        LoadIfEmptyAsync(connectionString, TimeProvider.System, progress, cancellation);

    /// <inheritdoc cref="LoadIfEmptyAsync(string, IProgress{DemoProgress}, CancellationToken)"/>
    public static async Task<bool> LoadIfEmptyAsync(
        string connectionString, TimeProvider time, IProgress<DemoProgress>? progress = null, CancellationToken cancellation = default)
    {
        await using var source = RegistryDataSource.Create(connectionString);
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var options = new DemoOptions(
            DemoOptions.FirstStartParcels, DemoOptions.FirstStartSeed, RegisterDay.Today(time));
        await ExecuteAsync(connection, "select pg_advisory_xact_lock(hashtext('registry.demo'))", options, cancellation);
        if (await StandsAsync(connection, code: null, cancellation))
        {
            return false;
        }

        await WriteAsync(connection, options, words: null, progress, cancellation);
        await StoredDeadlines.FillAsync(source, connection, transaction, await RegisterLaw.OfAsync(connection, cancellation), cancellation);
        await StoredTenders.RefreshAsync(connection, parcelIds: null, cancellation);
        await transaction.CommitAsync(cancellation);
        await FinishAsync(source, options, words: null, progress, cancellation);
        return true;
    }

    private static async Task WriteAsync(
        NpgsqlConnection connection, DemoOptions options, WordsBeside? words, IProgress<DemoProgress>? progress, CancellationToken cancellation)
    {
        var steps = Array.FindAll(Steps, step => options.IsBulk ? !step.NotInBulk : !step.OnlyInBulk);
        for (var i = 0; i < steps.Length; i++)
        {
            progress?.Report(new DemoProgress(i, steps.Length, steps[i].TextZh, steps[i].TextEn));
            await ExecuteAsync(connection, EmbeddedSql.Read($"Demo/{steps[i].File}.sql"), options, cancellation);
            if (words is not null && steps[i].GivesWords)
            {
                await words.TakeAsync(connection);
            }
        }

        progress?.Report(new DemoProgress(steps.Length, steps.Length, "完成", "Done"));
    }

    /// <summary>What is derived follows after the commit, beside each other; should that be cut short, the next start completes it.</summary>
    private static async Task FinishAsync(
        NpgsqlDataSource source, DemoOptions options, WordsBeside? words, IProgress<DemoProgress>? progress, CancellationToken cancellation)
    {
        progress?.Report(new DemoProgress(0, options.Parcels, "重建索引、汇总地图格网", "Making indexes anew, deriving map cells"));
        await Task.WhenAll(
            words?.TakePlaceAsync() ?? Task.CompletedTask,
            DeferredWork.FinishLaneAsync(source, DeferredWork.Periods, cancellation),
            DeferredWork.FinishLaneAsync(source, DeferredWork.Lists, cancellation),
            AnswerAsync(source, options, progress, cancellation));
    }

    private static async Task AnswerAsync(NpgsqlDataSource source, DemoOptions options, IProgress<DemoProgress>? progress, CancellationToken cancellation)
    {
        await DeferredWork.FinishLaneAsync(source, DeferredWork.Answers, cancellation);
        progress?.Report(new DemoProgress(0, options.Parcels, "计算闲置计时和净地条件", "Computing idle clocks and readiness"));
        await Recomputation.RunIfNeededAsync(
            source, TimeProvider.System.GetUtcNow(),
            progress is null ? null : new Answers(done => progress.Report(new DemoProgress((int)done.Done, (int)done.Total, "计算闲置计时和净地条件", "Computing idle clocks and readiness"))),
            cancellation);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, DemoOptions options, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 3600 };
        if (sql.Contains('@', StringComparison.Ordinal))
        {
            command.Parameters.AddWithValue("seed", NpgsqlDbType.Bigint, options.Seed);
            command.Parameters.AddWithValue("parcels", NpgsqlDbType.Integer, options.Parcels);
            command.Parameters.AddWithValue("today", NpgsqlDbType.Date, options.Today);
            command.Parameters.AddWithValue("zone", NpgsqlDbType.Text, options.ZoneCode);
            command.Parameters.AddWithValue("replayed", NpgsqlDbType.Boolean, options.Parcels <= MostReplayed);
        }

        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task<bool> StandsAsync(NpgsqlConnection connection, string? code, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select exists (select from registry.zone where @code is null or code = @code)", connection);
        command.Parameters.AddWithValue("code", NpgsqlDbType.Text, (object?)code ?? DBNull.Value);
        return await command.ExecuteScalarAsync(cancellation) is true;
    }

    private static DemoOutcome Done(DemoOptions options) => new(
        true,
        $"已载入演示区 {options.ZoneCode}：{options.Parcels} 宗地。",
        $"Loaded the demo zone {options.ZoneCode}: {options.Parcels} parcels.");

    private static DemoOutcome Refused(string zoneCode) => new(
        false,
        $"台账中已有演示区 {zoneCode}，未作改动。要再加一个演示区，请用 --zone 指定新代码。",
        $"The register already has the demo zone {zoneCode}; nothing was changed. To add another, name a new code with --zone.");

    private sealed class Answers(Action<AnswerProgress> report) : IProgress<AnswerProgress>
    {
        public void Report(AnswerProgress value) => report(value);
    }

    private sealed record Step(string File, string TextZh, string TextEn, bool OnlyInBulk = false, bool NotInBulk = false, bool GivesWords = false);
}
