using FsCheck;
using FsCheck.Fluent;
using LandRegistry.Domain.Imports;

namespace LandRegistry.Domain.Tests.Imports;

public sealed class GeocentricTests
{
    private const double A = 6378137.0;
    private const double E2 = (1 / 298.257222101) * (2 - (1 / 298.257222101));

    [Fact]
    public void The_lost_z_is_found_again_to_the_millimetre() =>
        Prop.ForAll(Gen.Choose(5_000, 80_000).ToArbitrary(), Gen.Choose(-180_000, 180_000).ToArbitrary(), Gen.Choose(-50, 3000).ToArbitrary(),
            (latitude, longitude, height) =>
            {
                var (x, y, z) = EarthCentred(latitude / 1000.0, longitude / 1000.0, height);
                return Math.Abs(Geocentric.SolveZ(x, y, height)!.Value - z) < 0.001;
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_site_of_Islington_has_the_z_of_Islington()
    {
        // Upper Street: latitude 51.54.
        var z = Geocentric.SolveZ(3975323.664, -7125.8838, 46);

        Assert.InRange(z!.Value, 4_970_000, 4_972_500);
    }

    [Fact]
    public void What_is_farther_from_the_axis_than_the_equator_is_nowhere() =>
        Assert.Null(Geocentric.SolveZ(6_500_000, 0, 0));

    private static (double X, double Y, double Z) EarthCentred(double latitude, double longitude, double height)
    {
        var (phi, lambda) = (latitude * Math.PI / 180, longitude * Math.PI / 180);
        var normal = A / Math.Sqrt(1 - (E2 * Math.Sin(phi) * Math.Sin(phi)));
        return ((normal + height) * Math.Cos(phi) * Math.Cos(lambda), (normal + height) * Math.Cos(phi) * Math.Sin(lambda),
            ((normal * (1 - E2)) + height) * Math.Sin(phi));
    }
}
