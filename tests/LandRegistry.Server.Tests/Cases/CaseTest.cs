using System.Net;
using System.Text.Json;
using LandRegistry.Domain.Clocks;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Facts;
using LandRegistry.Domain.Law;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Cases;

/// <summary>A register with a zone, and the steps of a case over HTTP. Today is 15 June 2026.</summary>
public abstract class CaseTest : RegisterTest
{
    private static readonly FactSource Source = new("test");

    protected long Zone { get; private set; }

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Zone = await Register.AddZoneAsync();
    }

    protected static DateOnly D(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A parcel never started, with a contract of ten million yuan that agreed a commencement date; filed unless said otherwise.</summary>
    protected Task<long> NeverStartedAsync(string commencement, int place = 0, bool filed = true, Stoppage[]? stoppages = null) => AddLandAsync(place, filed, new()
    {
        Agreements = [new(Source, SignedOn: D("2023-01-10"), AgreedCommencementOn: D(commencement), PriceYuan: 10_000_000m)],
        Filing = filed ? new(D("2023-02-01"), "F-1", Source) : null,
        Stoppages = stoppages ?? [],
    });

    /// <summary>A parcel that was started in 2024 and stopped on a day, far below the thresholds.</summary>
    protected Task<long> StoppedAsync(string stopped, int place = 0, bool filed = true) => AddLandAsync(place, filed, new()
    {
        Agreements = [new(Source, SignedOn: D("2023-01-10"), AgreedCommencementOn: D("2024-01-10"), DevelopableAreaSquareMetres: 9000m, TotalInvestmentYuan: 40_000_000m, PriceYuan: 10_000_000m)],
        ConstructionPermit = new(D("2024-01-01"), Source),
        Start = new(D("2024-02-01"), StartTest.PitDug, Source),
        Progress = [new(D("2025-01-01"), 1000m, 2_000_000m, Source)],
        Stoppages = [new(D(stopped), null, ["capital"], Source)],
        Filing = filed ? new(D("2023-02-01"), "F-1", Source) : null,
    });

    /// <summary>An example of a cause of government.</summary>
    protected static Stoppage PlanChanged(string from) => new(D(from), null, ["plan-changed"], Source);

    /// <summary>Opens a case of a suspicion and returns its id.</summary>
    protected async Task<long> OpenAsync(long parcel, string on = "2026-06-01", string? officer = "王芳")
    {
        using var answer = await Client.PostAsync($"/api/parcels/{parcel}/cases", new { on, officer, reason = "巡查发现未动工" }, null);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return (await answer.JsonAsync()).GetProperty("id").GetInt64();
    }

    protected Task<JsonElement> CaseAsync(long id, string? asOf = null) => Client.GetJsonAsync($"/api/cases/{id}{(asOf is null ? "" : "?asOf=" + asOf)}");

    /// <summary>Sends a command on the case's present version.</summary>
    protected async Task<HttpResponseMessage> SendAsync(long id, string route, object body)
    {
        var version = (await CaseAsync(id)).GetProperty("version").GetInt32();
        return await Client.PostAsync($"/api/cases/{id}/{route}", body, $"\"p{id}-v{version}\"");
    }

    /// <summary>Sends a command that has to succeed; returns the case after it.</summary>
    protected async Task<JsonElement> DoAsync(long id, string route, object body)
    {
        using var answer = await SendAsync(id, route, body);
        Assert.True(answer.IsSuccessStatusCode, $"{route}: {await answer.Content.ReadAsStringAsync()}");
        return await answer.JsonAsync();
    }

    protected Task<JsonElement> MoveAsync(long id, string to, string on) => DoAsync(id, "move", new { to, on, reason = "办理" });

    /// <summary>Sends a command that a rule has to refuse, by its article.</summary>
    protected async Task<JsonElement> RefusedAsync(long id, string route, object body, string code, string? article)
    {
        using var answer = await SendAsync(id, route, body);
        var problem = await answer.AssertProblemAsync(HttpStatusCode.Conflict, code);
        Assert.Equal(article, problem.TryGetProperty("article", out var cited) ? cited.GetString() : null);
        return problem;
    }

    /// <summary>Opens a case and records a determination, so that plans can be drafted.</summary>
    protected async Task<long> DeterminedAsync(long parcel, string kind, string cause)
    {
        var id = await OpenAsync(parcel);
        await DoAsync(id, "determination", new { kind, cause, on = "2026-06-10" });
        return id;
    }

    protected Task<string> StatusAsync(long parcel) => Register.AskAsync<string>("select status from registry.parcel where id = $1", parcel);

    private async Task<long> AddLandAsync(int place, bool filed, LandFacts facts)
    {
        var parcel = await Register.AddParcelAsync(Zone, place);
        var contract = facts.Agreements[0];
        await Register.WriteAsync(
            "insert into registry.contract (parcel_id, kind, number, signed_on, agreed_commencement_on, price_yuan, developable_area_square_metres, total_investment_yuan, change_id) values ($1, 'contract', 'HT-1', $2, $3, $4, $5, $6, 0)",
            parcel, contract.SignedOn, contract.AgreedCommencementOn, contract.PriceYuan, contract.DevelopableAreaSquareMetres ?? 9000m, contract.TotalInvestmentYuan ?? 40_000_000m);
        if (filed)
        {
            await Register.WriteAsync("insert into registry.land_fact (parcel_id, kind, on_day, number, change_id) values ($1, 'filing', '2023-02-01', 'F-1', 0)", parcel);
        }

        await AddClockAsync(parcel, facts);
        return parcel;
    }

    /// <summary>Writes the clock's answers as they follow from the facts.</summary>
    private async Task AddClockAsync(long parcel, LandFacts facts)
    {
        foreach (var segment in IdleClock.Timeline(facts, LawBook.National))
        {
            await Register.WriteAsync(
                "insert into registry.clock_segment (parcel_id, from_on, kind, powers, suspected_from, fee_from, recovery_from) values ($1, $2, $3, $4, $5, $6, $7)",
                parcel, segment.From, Codes<IdleKind>.Of(segment.Kind), (short)segment.Powers, segment.SuspectedFrom, segment.FeeFrom, segment.RecoveryFrom);
        }
    }
}
