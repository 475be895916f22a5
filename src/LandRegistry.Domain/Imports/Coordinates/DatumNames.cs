namespace LandRegistry.Domain.Imports.Coordinates;

/// <summary>The datum behind the names that files give it.</summary>
public static class DatumNames
{
    /// <summary>The datum that a name of a coordinate system means, Chinese, English or ESRI's.</summary>
    public static Datum Of(string name)
    {
        var plain = name.Replace("_", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        return Has(plain, "CGCS2000", "CHINA2000", "CHINAGEODETIC", "国家2000", "2000国家", "大地2000", "2000坐标") ? Datum.Cgcs2000
            : Has(plain, "XIAN", "西安80", "1980西安", "80西安", "西安1980") ? Datum.Xian1980
            : Has(plain, "BEIJING", "北京54", "1954北京", "54北京", "北京1954", "PULKOVO1942") ? Datum.Beijing1954
            : Has(plain, "WGS84", "WGS1984") ? Datum.Wgs84
            : Datum.Unknown;
    }

    private static bool Has(string name, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (name.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
