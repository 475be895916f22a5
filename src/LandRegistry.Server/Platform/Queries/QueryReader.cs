using System.Globalization;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Rights;
using Microsoft.Extensions.Primitives;

namespace LandRegistry.Server.Platform.Queries;

/// <summary>Reads query parameters and body members and gathers every fault, so that all are answered at once.</summary>
public sealed class QueryReader
{
    private readonly HttpContext _http;
    private readonly IQueryCollection _query;
    private readonly List<Fault> _faults = [];

    /// <summary>Starts reading; parameters that the route does not know are faults.</summary>
    public QueryReader(HttpContext http)
    {
        _http = http;
        _query = http.Request.Query;
        Scope = http.Scope();
        if (IsEmpty)
        {
            return;
        }

        var known = (http.GetEndpoint()?.Metadata.GetMetadata<QueryParameters>() ?? QueryParameters.None).All;
        foreach (var name in _query.Keys.Where(name => known.All(parameter => parameter.Name != name)))
        {
            var names = string.Join(", ", known.Select(parameter => parameter.Name));
            Add(name, $"Unknown parameter. Known here: {(names.Length > 0 ? names : "none")}.", $"未知参数。可用参数：{(names.Length > 0 ? names : "无")}。");
        }

        foreach (var parameter in known.Where(parameter => !parameter.Repeatable && _query[parameter.Name].Count > 1))
        {
            Add(parameter.Name, "Given more than once.", "参数重复。");
        }
    }

    /// <summary>Refuses every parameter on a route that takes none; routes with parameters read theirs, and answer all faults at once.</summary>
    public static Task RefuseUnknown(HttpContext http, RequestDelegate next) =>
        http.GetEndpoint()?.Metadata.GetMetadata<QueryParameters>() is { All.Count: 0 } && http.Request.Query.Count > 0
            ? Problem.Malformed(new QueryReader(http).Faults).ExecuteAsync(http)
            : next(http);

    /// <summary>The zones in which the person may do what the route needs.</summary>
    public ZoneScope Scope { get; }

    /// <summary>Today where the register is kept.</summary>
    public DateOnly Today => RegisterDay.Today(_http.RequestServices.GetRequiredService<TimeProvider>());

    public IReadOnlyList<Fault> Faults => _faults;

    /// <summary>Whether the request has no query parameters at all.</summary>
    public bool IsEmpty => _query.Count == 0;

    public void Add(string field, string message, string messageZh) => _faults.Add(new(field, message, messageZh));

    /// <summary>The text of a parameter; null when absent or empty.</summary>
    public string? Text(string name, int maxLength = 200)
    {
        var value = _query[name].FirstOrDefault();
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        if (value.Length > maxLength || value.Contains('\0', StringComparison.Ordinal))
        {
            Add(name, $"At most {maxLength} characters, no NUL.", $"最多 {maxLength} 个字符，且不含空字符。");
            return null;
        }

        return value.Trim();
    }

    /// <summary>All values of a repeatable parameter, each checked; null when none is given.</summary>
    public T[]? Many<T>(string name, Func<string, (bool Ok, T Value)> parse, string expected, string expectedZh)
    {
        var values = _query[name];
        if (StringValues.IsNullOrEmpty(values))
        {
            return null;
        }

        var read = new List<T>(values.Count);
        foreach (var value in values)
        {
            var (ok, parsed) = parse(value ?? "");
            if (ok)
            {
                read.Add(parsed);
            }
            else
            {
                Add(name, $"“{Shown(value)}” is not {expected}.", $"“{Shown(value)}”不是{expectedZh}。");
            }
        }

        return [.. read];
    }

    /// <summary>A number that is zero or more.</summary>
    public decimal? NotNegative(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number < 1e13m)
        {
            return number;
        }

        Add(name, $"“{Shown(text)}” is not a number from 0 to 10^13.", $"“{Shown(text)}”不是 0 至 10^13 之间的数。");
        return null;
    }

    public bool? Truth(string name)
    {
        switch (Text(name))
        {
            case null: return null;
            case "true": return true;
            case "false": return false;
            case var other:
                Add(name, $"“{Shown(other)}” is neither true nor false.", $"“{Shown(other)}”不是 true 或 false。");
                return null;
        }
    }

    public int Whole(string name, int min, int max, int otherwise)
    {
        if (Text(name) is not { } text)
        {
            return otherwise;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max)
        {
            return number;
        }

        Add(name, $"“{Shown(text)}” is not a whole number from {min} to {max}.", $"“{Shown(text)}”不是 {min} 至 {max} 之间的整数。");
        return otherwise;
    }

    public string OneOf(string name, IReadOnlyList<string> allowed, string otherwise)
    {
        var text = Text(name) ?? otherwise;
        if (!allowed.Contains(text))
        {
            Add(name, $"“{Shown(text)}” is none of {string.Join(", ", allowed)}.", $"“{Shown(text)}”不在可选值之内：{string.Join("、", allowed)}。");
        }

        return text;
    }

    private static string Shown(string? value) => value is { Length: > 60 } ? value[..60] + "…" : value ?? "";
}
