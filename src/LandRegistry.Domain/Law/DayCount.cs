namespace LandRegistry.Domain.Law;

/// <summary>
/// How the register counts days, in one place. Days are calendar days: a term in 日 without 工作日 runs through week-ends
/// and holidays. A date too far off to be written is <see cref="DateOnly.MaxValue"/>, which means never.
/// </summary>
public static class DayCount
{
    /// <summary>
    /// The first day on which <paramref name="years"/> are full (满一年): the anniversary itself counts as full. From
    /// 1 March 2024 one year is full on 1 March 2025, and on 28 February 2025 it is not. From 29 February it is full on
    /// 28 February where the year has no 29th.
    /// </summary>
    public static DateOnly Anniversary(DateOnly from, int years) =>
        from.Year + years > DateOnly.MaxValue.Year ? DateOnly.MaxValue : from.AddYears(years);

    /// <summary>
    /// The last day, inclusive, of a term of days: the day of the event is not counted, so that a paper received on the
    /// 1st gives 30 days up to the 31st, and the term is missed on the day after.
    /// </summary>
    public static DateOnly LastDay(DateOnly eventOn, int days) => AddDays(eventOn, days);

    /// <summary>The day so many days later; never past the calendar's end.</summary>
    public static DateOnly AddDays(DateOnly day, int days) =>
        day.DayNumber > DateOnly.MaxValue.DayNumber - days ? DateOnly.MaxValue : day.AddDays(days);

    /// <summary>Days from one day, inclusive, to another, exclusive; zero when the second is not later.</summary>
    public static int Between(DateOnly from, DateOnly to) => Math.Max(0, to.DayNumber - from.DayNumber);

    /// <summary>Full months from one day to another; the same day of a later month counts as full, as for years.</summary>
    public static int FullMonths(DateOnly from, DateOnly to)
    {
        if (to <= from)
        {
            return 0;
        }

        var months = ((to.Year - from.Year) * 12) + to.Month - from.Month;
        return from.AddMonths(months) > to ? months - 1 : months;
    }
}
