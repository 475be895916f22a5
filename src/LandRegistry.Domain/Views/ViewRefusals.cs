using LandRegistry.Domain.Common;

namespace LandRegistry.Domain.Views;

/// <summary>The refusals that commands on saved views answer with.</summary>
public static class ViewRefusals
{
    public static Refusal OfAnother(string owner) => new(
        "view-of-another",
        new("这是他人的视图", "The view is another person's"),
        new($"该视图由 {owner} 保存，只能由其本人更改；可另存为自己的视图。", $"{owner} saved it, and only they may change it; save it as a view of your own."));

    public static Refusal NameTaken(string name) => new(
        "view-name-taken",
        new("已有同名视图", "A view of yours has this name"),
        new($"您已有名为“{name}”的视图，请换一个名称，或更改那一个。", $"You have a view named “{name}” already; choose another name, or change that one."));
}
