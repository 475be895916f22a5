using System.Globalization;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Law;

namespace LandRegistry.Domain.Clocks;

/// <summary>Puts into words what the answer lets the authority do, and what not.</summary>
internal sealed class ClockConsequences(LawEdition law, DateOnly asOf, ClockProjection projection, bool filed)
{
    /// <summary>Adds the conclusion and its consequences.</summary>
    public void Write(List<ClockStep> steps)
    {
        var answer = projection.At(asOf);
        steps.Add(Conclusion(answer));
        if (answer.Kind is not (IdleKind.A or IdleKind.B))
        {
            return;
        }

        if (answer.Kind == IdleKind.B)
        {
            steps.Add(Of("no-fee", law.Rule("kind-b-negotiation")));
        }
        else
        {
            steps.Add(Reached("fee", law.Rule("fee"), answer.FeeFrom));
            steps.Add(Reached("recovery", law.Rule("recovery"), answer.RecoveryFrom));
            if (!projection.Article8)
            {
                steps.Add(new("no-negotiation", null, null, law.Rule("negotiation").Article, new(
                    "没有政府原因或不可抗力的记录，不适用协商处置。", "No cause of government or force majeure is on record; disposal by agreement does not apply.")));
            }
        }

        if (!filed)
        {
            steps.Add(Of("unfiled", law.Rule("filing")));
        }
        else if (answer.Powers.HasFlag(LegalPowers.Negotiate))
        {
            steps.Add(Of("negotiation", law.Rule("negotiation")));
        }
    }

    private ClockStep Conclusion(ClockSegment answer) => answer.Kind switch
    {
        IdleKind.A => Of("kind-a", law.Rule("kind-a"), Iso(answer.SuspectedFrom)),
        IdleKind.B => Of("kind-b", law.Rule("kind-b"), Iso(answer.SuspectedFrom)),
        IdleKind.Unknown => new("kind-unknown", null, null, law.Rule("kind-a").Article, new(
            "资料不全，是否闲置不明。", "Facts are missing; whether the land is idle is not known.")),
        _ => new("kind-none", Iso(answer.SuspectedFrom), null, law.Rule("kind-a").Article, answer.SuspectedFrom is { } from
            ? new($"当日不构成闲置；{Iso(from)} 起将涉嫌闲置。", $"Not idle on the day; it will be suspected from {Iso(from)}.")
            : new("当日不构成闲置。", "Not idle on the day.")),
    };

    private ClockStep Reached(string code, LawRule rule, DateOnly? from) => from switch
    {
        null => new(code, null, null, law.Rule("clock-stops").Article, new(
            $"停止计算期间未结束，不得适用“{rule.Says.Zh}”。", $"The clock stands without an end: \"{rule.Says.En}\" may not be applied.")),
        { } day when day <= asOf => new(code, Iso(day), null, rule.Article, new($"自 {Iso(day)} 起：{rule.Says.Zh}。", $"From {Iso(day)} on: {rule.Says.En}.")),
        { } day => new(code, Iso(day), null, rule.Article, new($"{Iso(day)} 之前不得适用“{rule.Says.Zh}”。", $"Before {Iso(day)} this may not be applied: {rule.Says.En}.")),
    };

    private static ClockStep Of(string code, LawRule rule, string? input = null) =>
        new(code, input, null, rule.Article, new(rule.Says.Zh + "。", rule.Says.En + "."));

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
