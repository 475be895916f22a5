using LandRegistry.Domain.Common;

namespace LandRegistry.Domain.Projects;

/// <summary>The refusals that commands on projects, floors and shortlists answer with.</summary>
public static class ProjectRefusals
{
    public static Refusal SameStage(ProjectStage stage) => new(
        "project-stage-same",
        new("项目已在该阶段", "The project is in that stage already"),
        new($"项目已处于“{stage.Name().Zh}”。", $"The project is already “{stage.Name().En}”."));

    public static Refusal InFuture(DateOnly on, DateOnly today) => new(
        "project-day-in-future",
        new("日期晚于今天", "The day lies in the future"),
        new($"{on:yyyy-MM-dd} 晚于今天（{today:yyyy-MM-dd}）；尚未发生的不作记录。", $"{on:yyyy-MM-dd} is after today ({today:yyyy-MM-dd}); what has not happened is not recorded."));

    public static Refusal BeforeFormer(DateOnly on, DateOnly since) => new(
        "project-day-before-former",
        new("日期早于上一步", "The day lies before the step that stands"),
        new($"{on:yyyy-MM-dd} 早于上一步的日期 {since:yyyy-MM-dd}。", $"{on:yyyy-MM-dd} is before {since:yyyy-MM-dd}, the day of the step that stands."));

    public static Refusal StepNotNext(CourtshipStep from, CourtshipStep to) => new(
        "project-step-not-next",
        new("步骤不衔接", "The step does not follow"),
        new(
            $"“{from.Name().Zh}”之后不能进入“{to.Name().Zh}”。可进入：{string.Join("、", Courtships.After(from).Select(step => step.Name().Zh))}。",
            $"“{to.Name().En}” does not follow “{from.Name().En}”. What may follow: {string.Join(", ", Courtships.After(from).Select(step => step.Name().En))}."));

    public static Refusal SiteTaken(string project) => new(
        "project-site-taken",
        new("该场地已有项目落地", "Another project has the site"),
        new($"“{project}”已选定该场地；如其放弃，请先把它记为未选。", $"“{project}” has taken the site. Should it give it up, say so there first."));

    public static Refusal NotSeeking(ProjectStage stage) => new(
        "project-seeks-no-site",
        new("该项目不再选址", "The project looks for no site"),
        new($"项目处于“{stage.Name().Zh}”，不再选址。", $"The project is “{stage.Name().En}” and looks for no site any more."));

    public static Refusal AlreadyListed() => new(
        "project-site-listed",
        new("该场地已在入围名单", "The site is on the shortlist already"),
        new("该项目与该场地已有洽谈记录，请在其上继续。", "The project and the site have a record already; go on with that one."));

    public static Refusal SiteNotOffered() => new(
        "project-site-not-offered",
        new("该场地不可供选址", "The site is not to be had"),
        new("只有收储在库、可再出让的宗地或空置的标准厂房可以入围。", "Only land in reserve or ready for re-tender, and vacant floors, can be shortlisted."));
}
