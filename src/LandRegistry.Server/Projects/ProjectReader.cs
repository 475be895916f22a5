using System.Globalization;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Projects;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Store;
using Microsoft.EntityFrameworkCore;

namespace LandRegistry.Server.Projects;

/// <summary>Reads the project pool: pages, totals, one whole.</summary>
internal sealed class ProjectReader(RegistryDb db, ZoneScope scope, TimeProvider time)
{
    private static readonly CourtshipStep[] Undecided = [CourtshipStep.Shortlisted, CourtshipStep.Visited, CourtshipStep.Offered];

    private DateOnly Today => RegisterDay.Today(time);

    /// <summary>A page of projects, newest first.</summary>
    public async Task<ProjectPage> PageAsync(ProjectQuery query, long? before, int limit, CancellationToken cancellation)
    {
        var projects = await query.Of(db, Today).Where(project => before == null || project.Id < before)
            .OrderByDescending(project => project.Id).Take(limit + 1).ToListAsync(cancellation);
        var rows = await RowsAsync(projects.Take(limit).ToList(), query.Review, cancellation);
        return new(rows, query.Review.Days, projects.Count > limit ? rows[^1].Id.ToString(CultureInfo.InvariantCulture) : null);
    }

    /// <summary>All projects asked for, newest first.</summary>
    public async Task<List<ProjectRow>> AllAsync(ProjectQuery query, CancellationToken cancellation) =>
        await RowsAsync(await query.Of(db, Today).OrderByDescending(project => project.Id).ToListAsync(cancellation), query.Review, cancellation);

    /// <summary>Totals of the projects asked for.</summary>
    public async Task<ProjectTotals> TotalsAsync(ProjectQuery query, CancellationToken cancellation)
    {
        var entries = await query.Of(db, Today)
            .Select(project => new { project.Stage, project.Level, project.Classes, project.AgreedYuan, project.ArrivedYuan, project.ReviewedOn }).ToListAsync(cancellation);
        var totals = PoolTotals.Of([.. entries.Select(entry => new PoolEntry(
            entry.Stage, entry.Level, [.. entry.Classes.Select(code => Codes<ProjectClass>.Parse(code))], entry.AgreedYuan, entry.ArrivedYuan,
            query.Review.IsStale(entry.Stage, entry.ReviewedOn, Today)))]);
        return new(
            Tally(null, null, totals.Whole),
            [.. totals.Stages.Select(line => Tally(Codes<ProjectStage>.Of(line.Key), line.Key.Name(), line.Value))],
            [.. totals.Classes.Select(line => Tally(line.Class is { } label ? Codes<ProjectClass>.Of(label) : null, line.Class?.Name(), line.Sum))],
            [.. totals.Levels.Select(line => Tally(line.Level is { } level ? Codes<ProjectLevel>.Of(level) : null, line.Level?.Name(), line.Sum))], query.Review.Days);
    }

    /// <summary>All of a project; null when there is none.</summary>
    public async Task<ProjectDetail?> DetailAsync(long id, ReviewRule review, CancellationToken cancellation)
    {
        if (await db.Set<RecordedProject>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellation) is not { } project)
        {
            return null;
        }

        var events = await db.Set<RecordedProjectEvent>().AsNoTracking().Where(one => one.ProjectId == id).OrderByDescending(one => one.OnDay).ThenByDescending(one => one.Id).ToListAsync(cancellation);
        var row = (await RowsAsync([project], review, cancellation))[0];
        return new()
        {
            Id = row.Id, Name = row.Name, Investor = row.Investor, Product = row.Product, IndustryCode = row.IndustryCode, IndustrySystem = row.IndustrySystem, Stage = row.Stage,
            StageName = row.StageName, StageSince = row.StageSince, Classes = row.Classes, Level = row.Level, LevelName = row.LevelName, AgreedYuan = row.AgreedYuan,
            ArrivedYuan = row.ArrivedYuan, ArrivedShare = row.ArrivedShare, Officer = row.Officer, ReviewedOn = row.ReviewedOn, IsStale = row.IsStale, SeeksSite = row.SeeksSite,
            OpenSites = row.OpenSites, Needs = row.Needs, Note = row.Note, Version = row.Version,
            Capacity = project.Capacity,
            ReviewHoldsUntil = review.HoldsUntil(project.ReviewedOn),
            Events = [.. events.Select(one => new ProjectEventShape(Codes<ProjectStage>.Of(one.Stage), one.Stage.Name(), one.OnDay, one.Note))],
        };
    }

    private async Task<List<ProjectRow>> RowsAsync(List<RecordedProject> projects, ReviewRule review, CancellationToken cancellation)
    {
        var ids = projects.Select(project => project.Id).ToArray();
        var open = await CourtshipsInSight.In(db, scope).Where(one => ids.Contains(one.ProjectId) && Undecided.Contains(one.Step))
            .GroupBy(one => one.ProjectId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
        return [.. projects.Select(project => Row(project, review, open.GetValueOrDefault(project.Id)))];
    }

    private ProjectRow Row(RecordedProject project, ReviewRule review, int openSites) => new()
    {
        Id = project.Id,
        Name = project.Name,
        Investor = project.Investor,
        Product = project.Product,
        IndustryCode = project.IndustryCode,
        IndustrySystem = project.IndustrySystem,
        Stage = Codes<ProjectStage>.Of(project.Stage),
        StageName = project.Stage.Name(),
        StageSince = project.StageSince,
        Classes = [.. project.Classes.Select(code => new ProjectLabel(code, Codes<ProjectClass>.Parse(code).Name()))],
        Level = project.Level is { } level ? Codes<ProjectLevel>.Of(level) : null,
        LevelName = project.Level?.Name(),
        AgreedYuan = project.AgreedYuan,
        ArrivedYuan = project.ArrivedYuan,
        ArrivedShare = InvestmentShare.Percent(project.ArrivedYuan, project.AgreedYuan),
        Officer = project.Officer,
        ReviewedOn = project.ReviewedOn,
        IsStale = review.IsStale(project.Stage, project.ReviewedOn, Today),
        SeeksSite = ProjectNames.Seeking.Contains(project.Stage),
        OpenSites = openSites,
        Needs = new()
        {
            TakesLand = project.TakesLand, TakesFloor = project.TakesFloor, AreaMinSquareMetres = project.AreaMinSquareMetres, AreaMaxSquareMetres = project.AreaMaxSquareMetres,
            FloorAreaMinSquareMetres = project.FloorAreaMinSquareMetres, FloorAreaMaxSquareMetres = project.FloorAreaMaxSquareMetres, LandUseCodes = project.LandUseCodes,
            PowerKva = project.PowerKva, RoadMetresMax = project.RoadMetresMax, SubstationMetresMax = project.SubstationMetresMax, PricePerMuMaxYuan = project.PricePerMuMaxYuan,
            RentMaxYuan = project.RentMaxYuan, InvestmentPerMuYuan = project.InvestmentPerMuYuan, HeightMinMetres = project.HeightMinMetres, LoadMinTonnes = project.LoadMinTonnes,
            IndustryLimits = project.IndustryLimits,
        },
        Note = project.Note,
        Version = project.Version,
    };

    private static ProjectTally Tally(string? key, Text? name, PoolSum sum) => new(
        key, name, sum.Count, sum.AgreedYuan, sum.AgreedUnknown, sum.ArrivedYuan, sum.ArrivedUnknown, sum.ArrivedShare, sum.Large, sum.Stale);
}
