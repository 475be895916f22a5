using System.Globalization;
using System.Threading.RateLimiting;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Settings;
using LandRegistry.Server.Platform.SignIn;
using Microsoft.AspNetCore.RateLimiting;

namespace LandRegistry.Server.Platform.Web;

/// <summary>How many requests one person, or one address, may send; more are told when to try again.</summary>
internal static class RequestLimits
{
    private const string HeavyPolicy = "heavy";
    private const int Segments = 6;
    private const int LongestQueue = 8;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan RetryWithoutWord = TimeSpan.FromSeconds(5);

    public static void AddRequestLimits(this IServiceCollection services, ServerSettings settings) => services.AddRateLimiter(limiter =>
    {
        limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(http => PerMinute("person:" + Caller(http), settings.RequestsPerMinute)),
            PartitionedRateLimiter.Create<HttpContext, string>(http =>
                SignInEndpoints.IsAttempt(http.Request) ? PerMinute("sign-in:" + Address(http), settings.SignInsPerMinute) : RateLimitPartition.GetNoLimiter("")));
        limiter.AddPolicy(HeavyPolicy, http => settings.HeavyAtOnce == 0
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetConcurrencyLimiter(
                Caller(http), _ => new() { PermitLimit = settings.HeavyAtOnce, QueueLimit = LongestQueue, QueueProcessingOrder = QueueProcessingOrder.OldestFirst }));
        limiter.OnRejected = (refused, _) => new(RefuseAsync(refused));
    });

    /// <summary>Marks a route that takes long or much: exports, uploads. One person may have but a few running.</summary>
    public static TBuilder IsHeavy<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder => route.RequireRateLimiting(HeavyPolicy);

    /// <summary>Whether the running request is of a route so marked.</summary>
    public static bool IsHeavy(this HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>() is { PolicyName: HeavyPolicy };

    private static RateLimitPartition<string> PerMinute(string key, int most) => most == 0
        ? RateLimitPartition.GetNoLimiter("")
        : RateLimitPartition.GetSlidingWindowLimiter(key, _ => new() { PermitLimit = most, Window = Minute, SegmentsPerWindow = Segments });

    private static string Caller(HttpContext http) => http.User.Identity is { IsAuthenticated: true, Name: { } name } ? "@" + name : Address(http);

    private static string Address(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";

    private static Task RefuseAsync(OnRejectedContext refused)
    {
        var wait = refused.Lease.TryGetMetadata(MetadataName.RetryAfter, out var told) ? told : RetryWithoutWord;
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        refused.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Problem.Of(ProblemKind.TooManyRequests, new($"请在 {seconds} 秒后重试。", $"Try again in {seconds} s.")).ExecuteAsync(refused.HttpContext);
    }
}
