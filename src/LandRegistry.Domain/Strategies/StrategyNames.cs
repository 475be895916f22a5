using LandRegistry.Domain.Common;

namespace LandRegistry.Domain.Strategies;

/// <summary>Names of strategy types and investor stages.</summary>
public static class StrategyNames
{
    private static readonly Text[] Types =
    [
        new("破产重整", "Restructuring"), new("兼并重组", "Merger"), new("增资扩股", "Capital increase"), new("就地技改升级", "Upgrade in place"),
        new("土地置换", "Land swap"), new("搬迁补偿", "Relocation with compensation"), new("协议收回", "Agreed recovery"), new("二次招商", "Secondary promotion"),
        new("分割转让或出租", "Split or lease"), new("标准厂房利用", "Standard-factory use"), new("临时利用", "Interim use"), new("复垦", "Reclamation"), new("其他", "Other"),
    ];

    private static readonly Text[] Stages = [new("接洽", "Contact"), new("洽谈", "Talks"), new("签约", "Contracted"), new("落地", "Arrived")];

    public static Text Name(this StrategyType type) => Types[(int)type];

    public static Text Name(this InvestorStage stage) => Stages[(int)stage];
}
