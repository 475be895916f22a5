namespace LandRegistry.Domain.Dossiers;

/// <summary>What of the register's record of a parcel may be told to investors.</summary>
/// <param name="Table">Table of the register.</param>
/// <param name="Public">Columns that are printed.</param>
/// <param name="Used">Columns that choose, order or compute what is printed, and are not printed themselves.</param>
/// <param name="Internal">Columns that a dossier neither prints nor reads.</param>
public sealed record DisclosedTable(string Table, IReadOnlyList<string> Public, IReadOnlyList<string> Used, IReadOnlyList<string> Internal);

/// <summary>
/// The one table of what is public. A dossier is read from these tables only, and from no column that stands here as internal: whose land
/// it was, their money, disputes and debts, officers' words, and what the register thinks of other people's land stay inside. Words that an
/// officer may enter as they like (titles, remarks, sources) are internal, for nobody can say what stands in them; names, addresses and
/// limits of emission are written to be read by others. Tests hold the database and the queries of the dossier against it.
/// </summary>
public static class Disclosure
{
    private static readonly string[] Record = ["source", "version", "change_id", "note", "document_id"];

    /// <summary>The tables that a dossier may read.</summary>
    public static IReadOnlyList<DisclosedTable> Tables { get; } =
    [
        new("parcel",
            ["code", "name", "address", "area_square_metres", "measured_area_square_metres", "stated_area_square_metres", "land_use_code", "boundary", "location"],
            // Of the status only what is said by PublicReadiness.Standing; the neighbours' not at all.
            ["id", "zone_id", "ended_on", "shape_mercator", "land_use_system", "area_srid", "status", "on_hold"],
            ["county_code", "location_is_estimated", "right_type", "ownership", "status_since", "idle_kind", "idle_cause", "hold_reason", "hold_until", "source", "source_id",
             "source_updated_on", "source_record", "last_checked_on", "last_checked_by", "remarks", "sort_code", "sort_area", "status_rank", "version", "updated_at", "change_id",
             "officer"]),
        new("zone", ["name_zh", "name_en", "extent"], ["id", "kind"], ["parent_id", "code", "county_code", "county_is_invented", "version", "change_id"]),
        new("land_use", ["name_zh", "name_en"], ["code", "system"], []),
        new("supply_conditions",
            ["on_day", "number", "floor_area_ratio_min", "floor_area_ratio_max", "building_density_max", "green_ratio_min", "height_max_metres", "investment_per_mu_yuan",
             "output_per_mu_yuan", "tax_per_mu_yuan", "energy_per_output_max", "emission_limit", "term_years", "price_per_mu_yuan", "price_basis"],
            ["id", "parcel_id", "withdrawn"], Record),
        new("infrastructure", ["item", "on_day", "quantity", "unit", "distance_metres"], ["id", "parcel_id", "withdrawn"], Record),
        // The day on which a right that still stands will end; nothing else of anybody's contract.
        new("contract", [], ["id", "parcel_id", "kind", "signed_on", "term_years", "withdrawn"],
            [.. Record, "number", "supervision_number", "agreed_delivery_on", "agreed_commencement_on", "agreed_completion_on", "price_yuan", "developable_area_square_metres",
             "total_investment_yuan", "floor_area_ratio_min", "floor_area_ratio_max", "building_density_max", "green_ratio_min", "height_max_metres", "investment_per_mu_yuan",
             "tax_per_mu_yuan"]),
        new("land_fact", [], ["id", "parcel_id", "kind", "on_day", "withdrawn"], [.. Record, "test", "value", "number"]),
        new("document", ["issued_on"], ["id", "parcel_id", "kind", "inspection_id", "withdrawn"], [.. Record, "number", "title"]),
        new("inspection", ["on_day"], ["id", "withdrawn"], [.. Record, "parcel_id", "inspector", "seen", "position"]),
        new("document_scan", [], ["id", "document_id", "media_type", "byte_count"], ["file_name", "digest", "change_id"]),
        new("document_scan_part", ["content"], ["scan_id", "part"], []),
        // What the announcement says; who bid and at which price nothing is sold below stay inside.
        new("tender", ["number", "method", "opens_on", "closes_on", "starting_price_yuan", "deposit_yuan"], ["id", "parcel_id", "stage", "ended_on", "withdrawn"],
            ["round", "previous_id", "stage_since", "planned_on", "reserve_price_yuan", "bidders", "winner", "price_yuan", "contract_id", "note", "version", "change_id"]),
        new("readiness_segment", ["from_on"], ["parcel_id", "is_ready"], ["to_on", "is_unknown", "blocking"]),
        new("context_layer", ["colour"], ["id", "withdrawn", "place"], ["name", "source", "licence", "feature_count", "west", "south", "east", "north", "version", "change_id"]),
        new("context_feature", ["label", "shape"], ["layer_id", "ordinal"], []),
    ];
}
