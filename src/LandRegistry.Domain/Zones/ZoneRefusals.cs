using LandRegistry.Domain.Common;

namespace LandRegistry.Domain.Zones;

/// <summary>The refusals that commands on zones answer with.</summary>
public static class ZoneRefusals
{
    public static Refusal CodeTaken(string code) => new(
        "zone-code-taken",
        new("已有该代码的区域", "There is a zone of that code already"),
        new($"代码“{code}”已用于另一个区域；请换一个。", $"The code \"{code}\" is that of another zone; choose another."));

    public static Refusal ExtentElsewhere() => new(
        "zone-extent-elsewhere",
        new("范围不在上级区域之内", "The extent lies outside the zone above"),
        new("它与上级区域的范围没有共同之处；请检查文件及其坐标系。", "It shares no ground with the zone that it lies in; look at the file and its coordinate system."));

    public static Refusal TopIsForAll() => new(
        "zone-top-for-all",
        new("最上级区域由全库管理者建立", "Zones at the top are made by those who hold the whole register"),
        new("您的权限限于部分区域；请选择上级区域。", "Your rights are limited to zones; choose the zone that it lies in."));
}
