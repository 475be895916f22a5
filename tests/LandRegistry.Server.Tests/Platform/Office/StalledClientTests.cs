using System.Net;
using System.Net.Sockets;
using System.Text;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Platform.Office;

/// <summary>Clients that ask for much and then read nothing of it.</summary>
public sealed class StalledClientTests
{
    private const int Parcels = 24;

    // Statements that cannot get rid of their rows.
    private const string Waiting = "select count(*) from pg_stat_activity where datname = current_database() and wait_event = 'ClientWrite'";

    [Fact]
    public async Task A_client_that_stops_reading_is_cut_off_and_the_database_is_free_again()
    {
        await using var register = await TestRegister.StartAsync(settings: new() { ClientPatience = TimeSpan.FromSeconds(2) });
        var zone = await register.AddZoneAsync();
        for (var i = 0; i < Parcels; i++)
        {
            await register.AddParcelAsync(zone, i);
        }

        // More than the buffers on the way can take.
        await register.WriteAsync("update registry.parcel set remarks = repeat('字 ', 100000) where zone_id = $1", zone);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var stalled = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
        await stalled.ConnectAsync(IPAddress.Loopback, register.Address.Port, patience.Token);
        var cookie = register.Client.DefaultRequestHeaders.GetValues("Cookie").Single();
        await stalled.SendAsync(Encoding.ASCII.GetBytes($"GET /api/exports/parcels?format=csv HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookie}\r\n\r\n"), patience.Token);
        await UntilAsync(async () => await register.AskAsync<long>(Waiting) > 0, patience.Token);

        await UntilAsync(async () => await register.AskAsync<long>(Waiting) == 0, patience.Token);
        var (taken, buffer) = (0, new byte[1 << 16]);
        await Assert.ThrowsAsync<SocketException>(async () =>
        {
            while (await stalled.ReceiveAsync(buffer, patience.Token) is > 0 and var read)
            {
                taken += read;
            }
        });

        Assert.True(taken < Parcels * 300_000, "the whole file came");
        using var other = await register.Client.GetAsync(new Uri("/api/parcels?limit=1", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    private static async Task UntilAsync(Func<Task<bool>> holds, CancellationToken patience)
    {
        while (!await holds())
        {
            await Task.Delay(50, patience);
        }
    }
}
