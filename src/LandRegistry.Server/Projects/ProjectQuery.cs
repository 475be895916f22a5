using LandRegistry.Domain.Common;
using LandRegistry.Domain.Projects;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Store;
using Microsoft.EntityFrameworkCore;

namespace LandRegistry.Server.Projects;

/// <summary>Which projects are asked for; null where it is not asked.</summary>
internal sealed record ProjectQuery(string[]? Words, ProjectStage[]? Stages, string[]? Classes, ProjectLevel[]? Levels, bool? Stale, bool SeekingOnly, string? Officer, ReviewRule Review)
{
    public static readonly IReadOnlyList<QueryParameter> Parameters =
    [
        new("q", "string", "Words that name, investor, product or industry code contains; all of them, any letter case."),
        new("stage", "string", "Stage; repeat for any of several.", Repeatable: true, Values: Codes<ProjectStage>.All),
        new("class", "string", "Class label; repeat for any of several.", Repeatable: true, Values: Codes<ProjectClass>.All),
        new("level", "string", "Level; repeat for any of several.", Repeatable: true, Values: Codes<ProjectLevel>.All),
        new("stale", "boolean", "true: only entries that nobody looked at for too long; false: only the others."),
        new("seeking", "boolean", "true: only projects that may still look for a site."),
        new("officer", "string", "Who looks after it."),
        new("staleAfter", "integer", "Days that a review holds, 1 to 3650; 90 when absent."),
    ];

    public static ProjectQuery Read(QueryReader query) => new(
        SearchPatterns.Of(query.Text("q", 100)), Many<ProjectStage>(query, "stage", "a stage of a project", "项目阶段"),
        Many<ProjectClass>(query, "class", "a class label", "项目类别")?.Select(Codes<ProjectClass>.Of).ToArray(), Many<ProjectLevel>(query, "level", "a level", "项目层级"),
        query.Truth("stale"), query.Truth("seeking") == true, query.Text("officer"), new(query.Whole("staleAfter", 1, 3650, ReviewRule.UsualDays)));

    /// <summary>The projects, in no order.</summary>
    public IQueryable<RecordedProject> Of(RegistryDb db, DateOnly today)
    {
        var projects = (Words is { } words
            ? db.Set<RecordedProject>().FromSql($"select * from registry.project where lower(concat_ws(' ', name, investor, product, industry_code)) like all ({words})")
            : db.Set<RecordedProject>()).AsNoTracking();
        if (Stages is { } stages)
        {
            projects = projects.Where(project => stages.Contains(project.Stage));
        }

        if (SeekingOnly)
        {
            var seeking = ProjectNames.Seeking.ToArray();
            projects = projects.Where(project => seeking.Contains(project.Stage));
        }

        if (Classes is { } classes)
        {
            projects = projects.Where(project => project.Classes.Any(label => classes.Contains(label)));
        }

        if (Levels is { } levels)
        {
            projects = projects.Where(project => project.Level != null && levels.Contains(project.Level.Value));
        }

        if (Stale is { } stale)
        {
            var open = Enum.GetValues<ProjectStage>().Where(stage => stage.IsOpen()).ToArray();
            var oldest = today.AddDays(-Review.Days);
            projects = projects.Where(project => (open.Contains(project.Stage) && project.ReviewedOn < oldest) == stale);
        }

        return Officer is { } officer ? projects.Where(project => project.Officer == officer) : projects;
    }

    private static T[]? Many<T>(QueryReader query, string name, string expected, string expectedZh)
        where T : struct, Enum => query.Many(name, text => Codes<T>.Find(text) is { } value ? (true, value) : (false, default), expected, expectedZh);
}
