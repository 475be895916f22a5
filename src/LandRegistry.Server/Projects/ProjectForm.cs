using LandRegistry.Domain.Common;
using LandRegistry.Domain.Projects;
using LandRegistry.Server.Platform.Queries;

namespace LandRegistry.Server.Projects;

/// <summary>Checks the form of what is told of a project.</summary>
internal static class ProjectForm
{
    public const int NameLength = 200;
    public const int TextLength = 2000;
    public const string UsualIndustrySystem = "GB/T 4754-2017";
    private const decimal MostYuan = 1e15m;
    private const decimal MostSquareMetres = 1e12m;

    /// <summary>Writes what a request tells to a project; stage and review are left alone.</summary>
    public static Action<RecordedProject> Read(this ProjectRequest request, QueryReader faults)
    {
        var (name, investor) = (faults.RequiredText("name", request.Name, NameLength), faults.RequiredText("investor", request.Investor, NameLength));
        var (product, capacity) = (faults.OptionalText("product", request.Product, NameLength), faults.OptionalText("capacity", request.Capacity, NameLength));
        var industry = Industry(faults, "industryCode", request.IndustryCode);
        var system = industry is null ? null : faults.OptionalText("industrySystem", request.IndustrySystem, 40) ?? UsualIndustrySystem;
        string[] classes = [.. (request.Classes ?? []).Select((code, i) => Codes<ProjectClass>.Of(faults.Required<ProjectClass>($"classes[{i}]", code))).Distinct()];
        var level = faults.Optional<ProjectLevel>("level", request.Level);
        var (agreed, arrived) = (faults.NotNegative("agreedYuan", request.AgreedYuan, MostYuan), faults.NotNegative("arrivedYuan", request.ArrivedYuan, MostYuan));
        var (officer, note) = (faults.OptionalText("officer", request.Officer, NameLength), faults.OptionalText("note", request.Note, TextLength));
        var needs = Needs(faults, request.Needs ?? new() { TakesLand = true });
        return project =>
        {
            (project.Name, project.Investor, project.Product, project.Capacity) = (name, investor, product, capacity);
            (project.IndustryCode, project.IndustrySystem, project.Classes, project.Level) = (industry, system, classes, level);
            (project.AgreedYuan, project.ArrivedYuan, project.Officer, project.Note) = (agreed, arrived, officer, note);
            needs(project);
        };
    }

    /// <summary>A code of GB/T 4754: the letter of a section, up to four digits, or both; null when absent.</summary>
    public static string? Industry(QueryReader faults, string field, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        var code = value.Trim().ToUpperInvariant();
        var digits = code[0] is >= 'A' and <= 'T' ? code.AsSpan(1) : code;
        if (digits.Length > 4 || digits.ContainsAnyExceptInRange('0', '9'))
        {
            faults.Add(field, "Not a code of GB/T 4754: a letter A to T, up to four digits, or both.", "不是 GB/T 4754 行业代码：门类字母 A—T、最多四位数字，或两者。");
        }

        return code;
    }

    private static Action<RecordedProject> Needs(QueryReader faults, ProjectNeedsShape needs)
    {
        if (!needs.TakesLand && !needs.TakesFloor)
        {
            faults.Add("needs.takesLand", "Say that land or a floor will do, or both.", "请说明接受土地、标准厂房，或两者均可。");
        }

        var (least, most) = Range(faults, "area", needs.AreaMinSquareMetres, needs.AreaMaxSquareMetres);
        var (leastFloor, mostFloor) = Range(faults, "floorArea", needs.FloorAreaMinSquareMetres, needs.FloorAreaMaxSquareMetres);
        string[] uses = [.. (needs.LandUseCodes ?? []).Select((code, i) => faults.RequiredText($"needs.landUseCodes[{i}]", code, 20)).Distinct()];
        var (power, road, substation) = (Number("powerKva", needs.PowerKva, 1e9m), Number("roadMetresMax", needs.RoadMetresMax, 1e9m), Number("substationMetresMax", needs.SubstationMetresMax, 1e9m));
        var (price, rent, investment) = (Number("pricePerMuMaxYuan", needs.PricePerMuMaxYuan, MostYuan), Number("rentMaxYuan", needs.RentMaxYuan, 1e9m), Number("investmentPerMuYuan", needs.InvestmentPerMuYuan, MostYuan));
        var (height, load) = (Number("heightMinMetres", needs.HeightMinMetres, 1000), Number("loadMinTonnes", needs.LoadMinTonnes, 1000));
        var limits = faults.OptionalText("needs.industryLimits", needs.IndustryLimits, TextLength);
        return project =>
        {
            (project.TakesLand, project.TakesFloor, project.LandUseCodes) = (needs.TakesLand, needs.TakesFloor, uses);
            (project.AreaMinSquareMetres, project.AreaMaxSquareMetres) = (least, most);
            (project.FloorAreaMinSquareMetres, project.FloorAreaMaxSquareMetres) = (leastFloor, mostFloor);
            (project.PowerKva, project.RoadMetresMax, project.SubstationMetresMax) = (power, road, substation);
            (project.PricePerMuMaxYuan, project.RentMaxYuan, project.InvestmentPerMuYuan) = (price, rent, investment);
            (project.HeightMinMetres, project.LoadMinTonnes, project.IndustryLimits) = (height, load, limits);
        };

        decimal? Number(string field, decimal? value, decimal greatest) => faults.NotNegative("needs." + field, value, greatest);
    }

    private static (decimal? Least, decimal? Most) Range(QueryReader faults, string name, decimal? least, decimal? most)
    {
        faults.NotNegative($"needs.{name}MinSquareMetres", least, MostSquareMetres);
        faults.NotNegative($"needs.{name}MaxSquareMetres", most, MostSquareMetres);
        if (most < least)
        {
            faults.Add($"needs.{name}MaxSquareMetres", "Is less than the least area.", "上限小于下限。");
        }

        return (least, most);
    }
}
