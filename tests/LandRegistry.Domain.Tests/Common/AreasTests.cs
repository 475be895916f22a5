using LandRegistry.Domain.Common;

namespace LandRegistry.Domain.Tests.Common;

public sealed class AreasTests
{
    [Fact]
    public void A_hectare_is_fifteen_mu() => Assert.Equal(15m, Areas.ToMu(Areas.SquareMetresPerHectare));

    [Fact]
    public void Mu_to_square_metres_and_back_is_the_same_to_a_square_millimetre() =>
        Assert.All(new[] { 0.01m, 1m, 37.5m, 1234567.89m }, mu => Assert.Equal(mu, Areas.ToMu(Areas.FromMu(mu)), 6));

    [Theory, InlineData(114.05, 4547), InlineData(108.0, 4545), InlineData(60, null)]
    public void Area_is_measured_in_the_zone_of_the_nearest_central_meridian(double longitude, int? srid) => Assert.Equal(srid, GaussKruger.Srid(longitude));
}
