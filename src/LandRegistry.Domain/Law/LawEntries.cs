using LandRegistry.Domain.Common;

namespace LandRegistry.Domain.Law;

/// <summary>Whose a cause of idleness is (Order 53 Articles 8 and 14).</summary>
public enum CauseSide
{
    /// <summary>企业原因: the holder's own; the clock runs.</summary>
    Holder,

    /// <summary>政府原因: of government or its departments (Article 8 ¶1); the clock stands.</summary>
    Government,

    /// <summary>不可抗力: force majeure, treated as the former (Article 8 ¶2).</summary>
    ForceMajeure,
}

/// <summary>Unit of a legal term.</summary>
public enum TermUnit
{
    /// <summary>Calendar days.</summary>
    Days,

    /// <summary>Years, full on the anniversary.</summary>
    Years,
}

/// <summary>A sentence of the law that others refer to.</summary>
/// <param name="Code">Name in the law file.</param>
/// <param name="Article">Citation, for instance <c>Order 53 Article 15</c>.</param>
/// <param name="Says">What it says.</param>
public sealed record LawRule(string Code, string Article, Text Says);

/// <summary>A share below which land counts as insufficiently developed; an exact fraction, strictly below.</summary>
/// <param name="Code">Name in the law file.</param>
/// <param name="Numerator">Upper number of the fraction.</param>
/// <param name="Denominator">Lower number of the fraction, positive.</param>
/// <param name="Article">Citation.</param>
/// <param name="Says">What it says.</param>
public sealed record Threshold(string Code, int Numerator, int Denominator, string Article, Text Says)
{
    /// <summary>Whether the part is strictly less than this share of the whole; exactly the share is not below.</summary>
    public bool IsBelow(decimal part, decimal whole) => part * Denominator < whole * Numerator;
}

/// <summary>A period that the law sets.</summary>
/// <param name="Code">Name in the law file.</param>
/// <param name="Count">How many units.</param>
/// <param name="Unit">Days or years.</param>
/// <param name="Who">Who has to act: <c>authority</c>, <c>holder</c> or <c>clock</c>, where nobody has to.</param>
/// <param name="Article">Citation.</param>
/// <param name="Says">What it says.</param>
public sealed record Term(string Code, int Count, TermUnit Unit, string Who, string Article, Text Says)
{
    /// <summary>For days the last day of the term, inclusive; for years the first day on which they are full (<see cref="DayCount"/>).</summary>
    public DateOnly From(DateOnly day) => Unit == TermUnit.Days ? DayCount.LastDay(day, Count) : DayCount.Anniversary(day, Count);
}

/// <summary>A coded cause of delay or stoppage.</summary>
/// <param name="Code">Name in the law file.</param>
/// <param name="Side">Whose it is.</param>
/// <param name="UnlessIdleBefore">Whether it does not stop the clock when the land was idle before it began (a local rule on seizures).</param>
/// <param name="Article">Citation.</param>
/// <param name="Says">What it says.</param>
public sealed record Cause(string Code, CauseSide Side, bool UnlessIdleBefore, string Article, Text Says);

/// <summary>A kind of official document.</summary>
/// <param name="Code">Name in the law file.</param>
/// <param name="Article">Citation.</param>
/// <param name="Says">Its official title.</param>
public sealed record DocumentKind(string Code, string Article, Text Says);
