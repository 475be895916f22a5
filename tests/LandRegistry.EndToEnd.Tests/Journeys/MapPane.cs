using System.Globalization;
using System.Web;
using Microsoft.Playwright;

namespace LandRegistry.EndToEnd.Tests.Journeys;

/// <summary>A rectangle of the ground, in degrees.</summary>
public sealed record Ground(double West, double South, double East, double North)
{
    public (double Lon, double Lat) Middle => ((West + East) / 2, (South + North) / 2);
}

/// <summary>The map on somebody's screen, known by its picture alone: the address bar says where it looks.</summary>
public sealed class MapPane(IPage page)
{
    private const int TileEdge = 512;
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(20);

    private ILocator Host => page.Locator(".map-host");

    /// <summary>Waits until the map's picture is as it should be.</summary>
    /// <exception cref="TimeoutException">It never was; the last picture lies in the folder of screens.</exception>
    public async Task WaitForAsync(string what, Func<Picture, bool> isSo)
    {
        using var patience = new CancellationTokenSource(LongEnough);
        while (true)
        {
            var png = await Host.ScreenshotAsync();
            if (isSo(Picture.Read(png)))
            {
                return;
            }

            if (patience.IsCancellationRequested)
            {
                throw new TimeoutException($"The map does not show {what}; see {await Screens.KeepAsync("failed-map", png)}.");
            }
        }
    }

    /// <summary>Waits until more is to be seen than a ground and a zone: fills, lines and letters bring many colours.</summary>
    public Task WaitUntilDrawnAsync() => WaitForAsync("parcels", picture => picture.Colours().Take(60).Count() == 60);

    /// <summary>Waits until most of a piece of ground has a colour.</summary>
    public Task WaitForColourAsync(Ground ground, Colour colour) => WaitForAsync($"{colour} on {ground}", picture =>
    {
        var (left, top) = Project(ground.West, ground.North, picture.Width, picture.Height);
        var (right, bottom) = Project(ground.East, ground.South, picture.Width, picture.Height);
        return picture.ShareOf(colour, left, top, right, bottom) > 0.5;
    });

    /// <summary>Where on the page a place of the ground is now, in CSS pixels.</summary>
    public async Task<(float X, float Y)> PlaceOfAsync((double Lon, double Lat) place)
    {
        var box = await Host.BoundingBoxAsync() ?? throw new InvalidOperationException("There is no map.");
        var (x, y) = Project(place.Lon, place.Lat, box.Width, box.Height);
        return ((float)(box.X + x), (float)(box.Y + y));
    }

    public async Task ClickAsync((double Lon, double Lat) place, MouseButton button = MouseButton.Left)
    {
        var (x, y) = await PlaceOfAsync(place);
        await page.Mouse.ClickAsync(x, y, new() { Button = button });
    }

    /// <summary>Web Mercator as the map draws it, from the middle that the address bar names.</summary>
    private (double X, double Y) Project(double lon, double lat, double width, double height)
    {
        var camera = HttpUtility.ParseQueryString(new Uri(page.Url).Query)["map"] ?? throw new InvalidOperationException("The address does not say where the map looks.");
        var numbers = camera.Split('/').Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        var world = TileEdge * Math.Pow(2, numbers[0]);
        return (
            (width / 2) + ((lon - numbers[1]) / 360 * world),
            (height / 2) + ((Northing(numbers[2]) - Northing(lat)) / (2 * Math.PI) * world));
    }

    private static double Northing(double lat) => Math.Log(Math.Tan((Math.PI / 4) + (lat * Math.PI / 360)));
}
