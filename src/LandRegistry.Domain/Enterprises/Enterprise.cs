namespace LandRegistry.Domain.Enterprises;

/// <summary>An enterprise that holds, rents or uses land.</summary>
public sealed class Enterprise
{
    public long Id { get; private set; }

    /// <summary>Unified social credit code (<see cref="CreditCode"/>); a failing check is a warning only.</summary>
    public string? CreditCode { get; set; }

    public string Name { get; set; } = "";

    /// <summary>Former names, latest first.</summary>
    public string[] FormerNames { get; set; } = [];

    /// <summary>Industry by GB/T 4754.</summary>
    public string? IndustryCode { get; set; }

    /// <summary>above or below the designated size (规上, 规下).</summary>
    public string? Scale { get; set; }

    /// <summary>normal, limited, half_stopped, stopped, loss_making, resumed or trial.</summary>
    public string? OperatingState { get; set; }

    /// <summary>When it began to produce (投产); null when unknown.</summary>
    public DateOnly? ProducingSince { get; set; }

    /// <summary>Public utility, start-up or project under construction: takes part in evaluations without a grade.</summary>
    public bool IsExempt { get; set; }

    public string Source { get; set; } = "";

    public string? SourceId { get; set; }

    public DateOnly? EndedOn { get; set; }

    public int Version { get; private set; }

    public long ChangeId { get; private set; }

    /// <summary>Names it anew; the former name is kept, once, before those before it.</summary>
    public void Rename(string name)
    {
        if (name != Name)
        {
            FormerNames = [Name, .. FormerNames.Where(former => former != Name && former != name)];
            Name = name;
        }
    }
}
