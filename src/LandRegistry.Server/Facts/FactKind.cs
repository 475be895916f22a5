using System.Reflection;
using System.Text.Json;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Facts;
using LandRegistry.Domain.Law;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Store;
using Microsoft.EntityFrameworkCore;

namespace LandRegistry.Server.Facts;

/// <summary>Two days of a kind that have to be in order.</summary>
internal sealed record DayOrder(string Earlier, string Later, bool MayBeSame = true);

/// <summary>A kind of fact: its record, its fields, and what holds between them.</summary>
internal abstract class FactKind(string code, Text name, IReadOnlyList<FactField> fields, IReadOnlyList<DayOrder>? orders = null)
{
    private static readonly PropertyInfo[] Members = typeof(FactFields).GetProperties();

    /// <summary>Code in the URL.</summary>
    public string Code { get; } = code;

    public Text Name { get; } = name;

    public IReadOnlyList<FactField> Fields { get; } = fields;

    /// <summary>The field whose day orders the list; null where there is none.</summary>
    public FactField? Day => Fields.FirstOrDefault(candidate => candidate.Type == FieldType.Day);

    /// <summary>A new record of the kind.</summary>
    public abstract FactRecord New(long parcelId);

    /// <summary>All records of the kind, withdrawn ones too.</summary>
    public abstract IQueryable<FactRecord> Records(RegistryDb db);

    /// <summary>Whether a record of the same table is of this kind.</summary>
    public abstract bool Has(FactRecord record);

    /// <summary>Reads a body into a record; faults of form are gathered.</summary>
    public void Read(JsonElement body, FactRecord record, LawShelf law, QueryReader faults)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            faults.Add("body", "Not a JSON object.", "请求内容应为 JSON 对象。");
            return;
        }

        foreach (var member in body.EnumerateObject().Where(member => member.Name != "reason" && Fields.All(field => field.Name != member.Name)))
        {
            var known = string.Join(", ", Fields.Select(field => field.Name));
            faults.Add(member.Name, $"Not a member of this kind. Known here: {known}.", $"该类事实没有此项。可用项：{known}。");
        }

        foreach (var field in Fields)
        {
            Set(record, field, field.Read(body, law, faults));
        }

        foreach (var order in orders ?? [])
        {
            Check(record, order, faults);
        }

        CheckWhole(record, faults);
    }

    /// <summary>What the record says.</summary>
    public FactFields Show(FactRecord record)
    {
        var shown = new FactFields();
        foreach (var field in Fields)
        {
            var value = Value(record, field);
            var member = Members.Single(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name) == field.Name);
            member.SetValue(shown, value is short few ? (int)few : value);
        }

        return shown;
    }

    /// <summary>The day of a field; null when unknown.</summary>
    public static DateOnly? DayOf(FactRecord record, FactField field) => Value(record, field) as DateOnly?;

    private static object? Value(FactRecord record, FactField field) => Property(record, field).GetValue(record);

    private static void Set(FactRecord record, FactField field, object? value)
    {
        var property = Property(record, field);
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (value is decimal number && type != typeof(decimal))
        {
            value = Convert.ChangeType(number, type, System.Globalization.CultureInfo.InvariantCulture);
        }

        if (value is not null || Nullable.GetUnderlyingType(property.PropertyType) is not null || (type == typeof(string) && !field.Required))
        {
            property.SetValue(record, value);
        }
        else if (type == typeof(string[]))
        {
            property.SetValue(record, Array.Empty<string>());
        }
    }

    private static PropertyInfo Property(FactRecord record, FactField field) => record.GetType().GetProperty(field.PropertyName)!;

    private void Check(FactRecord record, DayOrder order, QueryReader faults)
    {
        var (earlier, later) = (Fields.Single(field => field.Name == order.Earlier), Fields.Single(field => field.Name == order.Later));
        if (DayOf(record, earlier) is { } first && DayOf(record, later) is { } second && first != default
            && (second < first || (second == first && !order.MayBeSame)))
        {
            faults.Add(order.Later, $"Lies before {order.Earlier}.", $"早于{earlier.Label.Zh}。");
        }
    }

    private static void CheckWhole(FactRecord record, QueryReader faults)
    {
        switch (record)
        {
            case ProgressRecord { DevelopedAreaSquareMetres: null, InvestedYuan: null, CivilWorksPercent: null, EquipmentPercent: null, Note: null }:
                faults.Add("developedAreaSquareMetres", "A report says at least one figure or remark.", "进度报告至少填写一项数据或说明。");
                break;
            case InspectionRecord inspection when (inspection.Longitude is null) != (inspection.Latitude is null) || inspection.Latitude is 0:
                faults.Add("latitude", "Longitude and latitude go together.", "经度与纬度须同时填写。");
                break;
            case Domain.Parcels.Contract { FloorAreaRatioMin: { } least, FloorAreaRatioMax: { } most } when most < least:
            case SupplyConditionsRecord { FloorAreaRatioMin: { } from, FloorAreaRatioMax: { } to } when to < from:
                faults.Add("floorAreaRatioMax", "Below floorAreaRatioMin.", "低于容积率下限。");
                break;
        }
    }
}

/// <summary>A kind that has a table of its own, or shares one with others of its sort.</summary>
internal sealed class FactKind<T>(
    string code, Text name, Func<T> make, Func<T, bool>? has, IReadOnlyList<FactField> fields, IReadOnlyList<DayOrder>? orders = null)
    : FactKind(code, name, fields, orders)
    where T : FactRecord
{
    public override FactRecord New(long parcelId)
    {
        var record = make();
        record.ParcelId = parcelId;
        return record;
    }

    public override IQueryable<FactRecord> Records(RegistryDb db) => db.Set<T>().IgnoreQueryFilters();

    public override bool Has(FactRecord record) => record is T own && (has is null || has(own));
}
