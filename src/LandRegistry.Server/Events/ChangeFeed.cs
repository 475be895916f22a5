using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.Channels;
using LandRegistry.Server.Platform.Accounts;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Standbys;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace LandRegistry.Server.Events;

/// <summary>
/// Listens to the database's channels: <c>registry_change</c>, to which every transaction that changes a parcel speaks at its
/// commit, <c>registry_presence</c>, which tells that somebody began or ceased to edit, and <c>registry_people</c>, which tells whose
/// rights or sessions have changed; hands each message to all open event streams of this server. Other servers do the same, so
/// nothing passes between servers but through the database.
/// </summary>
internal sealed class ChangeFeed(NpgsqlDataSource source, StandbyReads reads, PeopleDirectory people, ILogger<ChangeFeed> logger) : BackgroundService
{
    private const int Backlog = 256;
    private const string PresenceChannel = "registry_presence";
    private const string PeopleChannel = "registry_people";

    private readonly ConcurrentDictionary<Channel<Told>, byte> _streams = new();
    private volatile bool _isDeaf;

    /// <summary>
    /// Opens a stream of events. A reader that falls too far behind is told to reload by an empty message. The stream
    /// ends when the database is lost, and none can be had (null) until it is back: an open stream says that the screen is up to date.
    /// </summary>
    public Subscription? Subscribe()
    {
        if (_isDeaf)
        {
            return null;
        }

        var channel = Channel.CreateBounded<Told>(new BoundedChannelOptions(Backlog) { FullMode = BoundedChannelFullMode.DropOldest });
        _streams[channel] = 0;
        return new(channel.Reader, () => _streams.TryRemove(channel, out _));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var wait = TimeSpan.FromMilliseconds(250);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync(stoppingToken);
                connection.Notification += (_, notice) => Hear(notice.Channel, notice.Payload);
                await using (var listen = new NpgsqlCommand("listen registry_change; listen registry_presence; listen registry_people", connection))
                {
                    await listen.ExecuteNonQueryAsync(stoppingToken);
                }

                _isDeaf = false;
                // What changed while nobody listened is not known: everybody reloads.
                people.Forget();
                Publish(Told.Reload);
                while (true)
                {
                    await connection.WaitAsync(stoppingToken);
                }
            }
            catch (Exception lost) when (lost is NpgsqlException || UnhandledFaults.IsDatabaseUnreachable(lost))
            {
                if (!_isDeaf)
                {
                    logger.LogWarning("Live events wait for the database: {Reason}", lost.GetBaseException().Message);
                }

                _isDeaf = true;
                EndStreams();
                await Task.Delay(wait, stoppingToken);
            }
        }
    }

    private void EndStreams()
    {
        foreach (var stream in _streams.Keys)
        {
            stream.Writer.TryComplete();
        }
    }

    private void Hear(string channel, string payload)
    {
        switch (channel)
        {
            case PeopleChannel:
                people.Forget();
                Publish(Told.OfPerson(long.Parse(payload, CultureInfo.InvariantCulture)));
                break;
            case PresenceChannel:
                Publish(Told.OfPresence(payload));
                break;
            default:
                Publish(Told.OfChange(payload));
                break;
        }
    }

    private void Publish(Told message)
    {
        reads.Announced();
        foreach (var stream in _streams.Keys)
        {
            if (stream.Reader.CanCount && stream.Reader.Count >= Backlog - 1)
            {
                while (stream.Reader.TryRead(out _))
                {
                }

                stream.Writer.TryWrite(Told.Reload);
            }

            stream.Writer.TryWrite(message);
        }
    }

    /// <summary>An open stream; disposing it closes it.</summary>
    public sealed record Subscription(ChannelReader<Told> Messages, Action Close) : IDisposable
    {
        public void Dispose() => Close();
    }
}
