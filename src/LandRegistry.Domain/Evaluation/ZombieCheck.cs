using LandRegistry.Domain.Common;
using LandRegistry.Domain.Facts;

namespace LandRegistry.Domain.Evaluation;

/// <summary>A sign of a zombie enterprise (僵尸企业) that a place looks for.</summary>
/// <param name="Code">Stable name.</param>
/// <param name="Weight">Its weight, positive.</param>
/// <param name="Says">What it is.</param>
public sealed record ZombieSignal(string Code, int Weight, Text Says);

/// <summary>What was recorded of a signal: seen or found absent, on a day, with its evidence.</summary>
public sealed record ZombieEvidence(string Signal, bool IsPresent, DateOnly On, FactSource Source);

/// <summary>A signal as it stands on a day.</summary>
/// <param name="Signal">The signal.</param>
/// <param name="IsPresent">Whether it is seen; null when nothing was recorded.</param>
/// <param name="Evidence">The record it rests on; null when there is none.</param>
public sealed record ZombieFinding(ZombieSignal Signal, bool? IsPresent, ZombieEvidence? Evidence);

/// <summary>The result on a day.</summary>
/// <param name="Score">Sum of the weights of the signals seen.</param>
/// <param name="Possible">What the score would be if all unknown signals were there.</param>
/// <param name="IsZombie">True from the cut-off on; false when even the unknown ones could not reach it; else null.</param>
/// <param name="Findings">Every signal.</param>
public sealed record ZombieAssessment(int Score, int Possible, bool? IsZombie, IReadOnlyList<ZombieFinding> Findings);

/// <summary>A score of several signals, each with recorded evidence, never a single flag.</summary>
/// <param name="Signals">What is looked for.</param>
/// <param name="CutOff">Score from which an enterprise counts as a zombie, inclusive.</param>
public sealed record ZombieCheck(IReadOnlyList<ZombieSignal> Signals, int CutOff)
{
    /// <summary>Signals named in policy papers; a place may take others.</summary>
    public static ZombieCheck Usual { get; } = new(
    [
        new("stopped", 2, new("停产或半停产", "Stopped or half stopped")),
        new("losses-three-years", 2, new("连续三年亏损", "Losses three years running")),
        new("insolvent", 2, new("资不抵债", "Insolvent")),
        new("subsidy-or-rolled-loans", 1, new("靠补贴或续贷维持", "Lives on subsidy or rolled-over loans")),
        new("abnormal-operation", 1, new("列入经营异常名录", "Listed for abnormal operation")),
        new("no-tax-filing-two-years", 2, new("两年未报税", "No tax filing for two years")),
        new("no-power-use", 1, new("用电量接近零", "Hardly any power used")),
    ], 4);

    /// <summary>The latest record of each signal up to the day counts; of two on a day the one that finds it absent.</summary>
    public ZombieAssessment Assess(IReadOnlyList<ZombieEvidence> evidence, DateOnly asOf)
    {
        List<ZombieFinding> findings =
        [
            .. from signal in Signals
               let latest = evidence.Where(one => one.Signal == signal.Code && one.On <= asOf).OrderByDescending(one => one.On).ThenBy(one => one.IsPresent).FirstOrDefault()
               select new ZombieFinding(signal, latest?.IsPresent, latest),
        ];
        var score = findings.Where(finding => finding.IsPresent == true).Sum(finding => finding.Signal.Weight);
        var possible = findings.Where(finding => finding.IsPresent != false).Sum(finding => finding.Signal.Weight);
        return new(score, possible, score >= CutOff ? true : possible < CutOff ? false : null, findings);
    }
}
