using LandRegistry.Domain.Imports;
using LandRegistry.Domain.Imports.Choosing;
using LandRegistry.Domain.Imports.Reading;

namespace LandRegistry.Domain.Tests.Imports;

public sealed class MappingGuessTests
{
    [Theory]
    [InlineData("宗地面积（亩）", ParcelField.StatedAreaSquareMetres, 2000d / 3)]
    [InlineData("面积_亩", ParcelField.StatedAreaSquareMetres, 2000d / 3)]
    [InlineData("面积公顷", ParcelField.StatedAreaSquareMetres, 10_000d)]
    [InlineData("成交价万元", ParcelField.PriceYuan, 10_000d)]
    [InlineData("约定时间/竣工日期", ParcelField.AgreedCompletionOn, null)]
    [InlineData("stated_area_square_metres", ParcelField.StatedAreaSquareMetres, null)]
    public void A_heading_is_known_with_or_without_its_unit(string heading, ParcelField field, double? factor)
    {
        var guess = Assert.Single(MappingGuess.Of([new(heading, SourceCellKind.Text, ["1"])]));

        Assert.Equal((field, factor), (guess.Field, guess.Factor is { } told ? (double)told : null));
    }

    [Fact]
    public void What_nobody_knows_fills_nothing() => Assert.Empty(MappingGuess.Of([new("亩", SourceCellKind.Text, ["1"]), new("颜色", SourceCellKind.Text, ["1"])]));
}
