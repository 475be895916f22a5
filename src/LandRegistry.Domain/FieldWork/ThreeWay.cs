namespace LandRegistry.Domain.FieldWork;

/// <summary>What came of comparing a value as it was handed out, as it came back and as it is in the register now.</summary>
public enum FieldOutcome
{
    /// <summary>Nobody changed it.</summary>
    Unchanged,

    /// <summary>Only the field changed it: it is taken.</summary>
    Field,

    /// <summary>Only the office changed it: it is kept.</summary>
    Office,

    /// <summary>Both changed it to the same.</summary>
    Same,

    /// <summary>Both changed it, each to something else: somebody must choose.</summary>
    Conflict,
}

/// <summary>Compares three states of a value.</summary>
public static class ThreeWay
{
    /// <summary>
    /// The outcome of a value. A file that comes back twice finds its own values in the register and so changes nothing; files that
    /// changed different values may come in any order.
    /// </summary>
    /// <param name="atBase">As it was handed out.</param>
    /// <param name="field">As it came back.</param>
    /// <param name="office">As it is now.</param>
    /// <param name="equality">When two values are the same; their own equality when null.</param>
    public static FieldOutcome Compare<T>(T? atBase, T? field, T? office, IEqualityComparer<T?>? equality = null)
    {
        equality ??= EqualityComparer<T?>.Default;
        var (fieldChanged, officeChanged) = (!equality.Equals(atBase, field), !equality.Equals(atBase, office));
        return (fieldChanged, officeChanged) switch
        {
            (false, false) => FieldOutcome.Unchanged,
            (true, false) => FieldOutcome.Field,
            (false, true) => FieldOutcome.Office,
            _ => equality.Equals(field, office) ? FieldOutcome.Same : FieldOutcome.Conflict,
        };
    }
}
