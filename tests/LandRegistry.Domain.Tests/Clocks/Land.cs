using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using LandRegistry.Domain.Facts;

namespace LandRegistry.Domain.Tests.Clocks;

/// <summary>Facts for tests.</summary>
internal static class Land
{
    public static readonly FactSource Source = new("test");

    private static readonly string[][] CauseSets = [["capital"], ["plan-changed"], ["force-majeure", "market"], [], ["no-such-cause"]];

    public static DateOnly D(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static Agreement Contract(string? commencement, string? signed = "2020-01-01", string? delivery = null, bool supplementary = false) =>
        new(Source, supplementary, N(signed), N(delivery), N(commencement), null, 9_000m, 100_000_000m, 10_000_000m);

    public static Agreement Supplementary(string commencement, string? signed) => Contract(commencement, signed, supplementary: true);

    public static Stoppage Stop(string from, string? to, params string[] causes) => new(D(from), N(to), causes, Source);

    public static DatedFact On(string day) => new(D(day), Source);

    public static ActualStart Start(string day, StartTest test = StartTest.PitDug) => new(D(day), test, Source);

    public static MonitoringFiling Filed(string day = "2020-01-15") => new(D(day), "F1", Source);

    public static ProgressReport Report(string day, decimal? area, decimal? invested) => new(D(day), area, invested, Source);

    /// <summary>Facts of every sort, between 2019 and 2027, many of them missing.</summary>
    public static Gen<LandFacts> Any() =>
        from agreements in Agreement().ArrayOf().Resize(4)
        from stoppages in Stoppage().ArrayOf().Resize(4)
        from reports in Progress().ArrayOf().Resize(3)
        from delivery in Day().OrNull()
        from permit in Day().OrNull()
        from start in Day().OrNull()
        from test in Gen.Elements(StartTest.Unstated, StartTest.PitDug, StartTest.PilesDriven)
        from filing in Day().OrNull()
        from completion in Gen.Frequency((4, Gen.Constant<DateOnly?>(null)), (1, Day().Select(day => (DateOnly?)day)))
        select new LandFacts
        {
            Agreements = agreements,
            Stoppages = stoppages,
            Progress = reports,
            Delivery = delivery is { } handed ? new(handed, Source) : null,
            ConstructionPermit = permit is { } permitted ? new(permitted, Source) : null,
            Start = start is { } started ? new(started, test, Source) : null,
            Filing = filing is { } filed ? new(filed, null, Source) : null,
            Completion = completion is { } completed ? new(completed, Source) : null,
        };

    public static Gen<DateOnly> Day() => Gen.Choose(0, 8 * 365).Select(days => new DateOnly(2019, 1, 1).AddDays(days));

    public static Gen<Agreement> Agreement() =>
        from supplementary in Gen.Elements(true, false)
        from signed in Day().OrNull()
        from delivery in Day().OrNull()
        from commencement in Day().OrNull()
        from whole in Gen.Elements<decimal?>(null, 9_000m, 3_000m)
        from total in Gen.Elements<decimal?>(null, 100m, 1_000m)
        select new Agreement(Source, supplementary, signed, delivery, commencement, null, whole, total);

    public static Gen<Stoppage> Stoppage() =>
        from began in Day()
        from lasted in Gen.Choose(1, 900)
        from open in Gen.Elements(true, false, false)
        from causes in Gen.Elements(CauseSets)
        select new Stoppage(began, open ? null : began.AddDays(lasted), causes, Source);

    private static Gen<ProgressReport> Progress() =>
        from day in Day()
        from area in Gen.Elements<decimal?>(null, 900m, 3_000m, 9_000m)
        from invested in Gen.Elements<decimal?>(null, 10m, 25m, 900m)
        select new ProgressReport(day, area, invested, Source);

    private static Gen<DateOnly?> OrNull(this Gen<DateOnly> days) => Gen.Frequency((1, Gen.Constant<DateOnly?>(null)), (3, days.Select(day => (DateOnly?)day)));

    private static DateOnly? N(string? day) => day is null ? null : D(day);
}
