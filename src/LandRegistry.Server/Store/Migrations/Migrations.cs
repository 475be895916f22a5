using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LandRegistry.Server.Store.Migrations;

[DbContext(typeof(RegistryDb)), Migration("0001_changes")]
internal sealed class Changes() : SqlMigration("0001_changes");

[DbContext(typeof(RegistryDb)), Migration("0002_zones")]
internal sealed class Zones() : SqlMigration("0002_zones");

[DbContext(typeof(RegistryDb)), Migration("0003_enterprises")]
internal sealed class Enterprises() : SqlMigration("0003_enterprises");

[DbContext(typeof(RegistryDb)), Migration("0004_parcels")]
internal sealed class Parcels() : SqlMigration("0004_parcels");

[DbContext(typeof(RegistryDb)), Migration("0005_history")]
internal sealed class History() : SqlMigration("0005_history");

[DbContext(typeof(RegistryDb)), Migration("0006_search")]
internal sealed class Search() : SqlMigration("0006_search");

[DbContext(typeof(RegistryDb)), Migration("0007_map_cells")]
internal sealed class MapCells() : SqlMigration("0007_map_cells");

[DbContext(typeof(RegistryDb)), Migration("0008_parcels_matching")]
internal sealed class ParcelsMatching() : SqlMigration("0008_parcels_matching");

[DbContext(typeof(RegistryDb)), Migration("0009_record_history")]
internal sealed class RecordHistory() : SqlMigration("0009_record_history");

[DbContext(typeof(RegistryDb)), Migration("0010_land_facts")]
internal sealed class LandFacts() : SqlMigration("0010_land_facts");

[DbContext(typeof(RegistryDb)), Migration("0011_documents")]
internal sealed class Documents() : SqlMigration("0011_documents");

[DbContext(typeof(RegistryDb)), Migration("0012_clocks")]
internal sealed class Clocks() : SqlMigration("0012_clocks");

[DbContext(typeof(RegistryDb)), Migration("0013_cases")]
internal sealed class Cases() : SqlMigration("0013_cases");

[DbContext(typeof(RegistryDb)), Migration("0014_strategies")]
internal sealed class Strategies() : SqlMigration("0014_strategies");

[DbContext(typeof(RegistryDb)), Migration("0015_evaluation")]
internal sealed class Evaluation() : SqlMigration("0015_evaluation");

[DbContext(typeof(RegistryDb)), Migration("0016_today")]
internal sealed class Today() : SqlMigration("0016_today");

[DbContext(typeof(RegistryDb)), Migration("0017_as_of")]
internal sealed class AsOf() : SqlMigration("0017_as_of");

[DbContext(typeof(RegistryDb)), Migration("0017_as_of_flows")]
internal sealed class AsOfFlows() : SqlMigration("0017_as_of_flows");

[DbContext(typeof(RegistryDb)), Migration("0017_as_of_questions")]
internal sealed class AsOfQuestions() : SqlMigration("0017_as_of_questions");

[DbContext(typeof(RegistryDb)), Migration("0018_undo")]
internal sealed class Undo() : SqlMigration("0018_undo");

[DbContext(typeof(RegistryDb)), Migration("0019_law_files")]
internal sealed class LawFiles() : SqlMigration("0019_law_files");

[DbContext(typeof(RegistryDb)), Migration("0020_workbench")]
internal sealed class Workbench() : SqlMigration("0020_workbench");

[DbContext(typeof(RegistryDb)), Migration("0021_search_by_sound")]
internal sealed class SearchBySound() : SqlMigration("0021_search_by_sound");

[DbContext(typeof(RegistryDb)), Migration("0022_boundaries")]
internal sealed class Boundaries() : SqlMigration("0022_boundaries");

[DbContext(typeof(RegistryDb)), Migration("0023_assemblies")]
internal sealed class Assemblies() : SqlMigration("0023_assemblies");

[DbContext(typeof(RegistryDb)), Migration("0024_context_layers")]
internal sealed class ContextLayers() : SqlMigration("0024_context_layers");

[DbContext(typeof(RegistryDb)), Migration("0025_deferred_work")]
internal sealed class DeferredWorkTable() : SqlMigration("0025_deferred_work");

[DbContext(typeof(RegistryDb)), Migration("0026_retender")]
internal sealed class Retender() : SqlMigration("0026_retender");

[DbContext(typeof(RegistryDb)), Migration("0027_tenders")]
internal sealed class Tenders() : SqlMigration("0027_tenders");

[DbContext(typeof(RegistryDb)), Migration("0028_made_beside")]
internal sealed class MadeBeside() : SqlMigration("0028_made_beside");

[DbContext(typeof(RegistryDb)), Migration("0029_lighter_reads_and_writes")]
internal sealed class LighterReadsAndWrites() : SqlMigration("0029_lighter_reads_and_writes");

[DbContext(typeof(RegistryDb)), Migration("0032_imports")]
internal sealed class Imports() : SqlMigration("0032_imports");

[DbContext(typeof(RegistryDb)), Migration("0037_field_packages")]
internal sealed class FieldPackages() : SqlMigration("0037_field_packages");

[DbContext(typeof(RegistryDb)), Migration("0040_projects")]
internal sealed class Projects() : SqlMigration("0040_projects");

[DbContext(typeof(RegistryDb)), Migration("0041_sites")]
internal sealed class Sites() : SqlMigration("0041_sites");

[DbContext(typeof(RegistryDb)), Migration("0042_visits")]
internal sealed class Visits() : SqlMigration("0042_visits");

[DbContext(typeof(RegistryDb)), Migration("0045_infrastructure_distance")]
internal sealed class InfrastructureDistance() : SqlMigration("0045_infrastructure_distance");

[DbContext(typeof(RegistryDb)), Migration("0050_rights")]
internal sealed class Rights() : SqlMigration("0050_rights");

[DbContext(typeof(RegistryDb)), Migration("0051_people")]
internal sealed class People() : SqlMigration("0051_people");

[DbContext(typeof(RegistryDb)), Migration("0052_audit")]
internal sealed class Audit() : SqlMigration("0052_audit");

[DbContext(typeof(RegistryDb)), Migration("0060_shared_keys")]
internal sealed class SharedKeys() : SqlMigration("0060_shared_keys");

[DbContext(typeof(RegistryDb)), Migration("0070_filters_by_answers")]
internal sealed class FiltersByAnswers() : SqlMigration("0070_filters_by_answers");

[DbContext(typeof(RegistryDb)), Migration("0071_found_by_parent")]
internal sealed class FoundByParent() : SqlMigration("0071_found_by_parent");

[DbContext(typeof(RegistryDb)), Migration("0075_drawn_parcels")]
internal sealed class DrawnParcels() : SqlMigration("0075_drawn_parcels");

[DbContext(typeof(RegistryDb)), Migration("0076_same_ground")]
internal sealed class SameGround() : SqlMigration("0076_same_ground");

[DbContext(typeof(RegistryDb)), Migration("0080_tender_deadlines")]
internal sealed class TenderDeadlines() : SqlMigration("0080_tender_deadlines");

[DbContext(typeof(RegistryDb)), Migration("0081_planner_indexes")]
internal sealed class PlannerIndexes() : SqlMigration("0081_planner_indexes");

[DbContext(typeof(RegistryDb)), Migration("0090_bracketed_sounds")]
internal sealed class BracketedSounds() : SqlMigration("0090_bracketed_sounds");

[DbContext(typeof(RegistryDb)), Migration("0097_import_match_by_place")]
internal sealed class ImportMatchByPlace() : SqlMigration("0097_import_match_by_place");

[DbContext(typeof(RegistryDb)), Migration("0100_first_periods")]
internal sealed class FirstPeriods() : SqlMigration("0100_first_periods");

[DbContext(typeof(RegistryDb)), Migration("0101_audit_breaks")]
internal sealed class AuditBreaks() : SqlMigration("0101_audit_breaks");

[DbContext(typeof(RegistryDb)), Migration("0102_events_by_zone")]
internal sealed class EventsByZone() : SqlMigration("0102_events_by_zone");

[DbContext(typeof(RegistryDb)), Migration("0110_quick_choices")]
internal sealed class QuickChoices() : SqlMigration("0110_quick_choices");

[DbContext(typeof(RegistryDb)), Migration("0111_zone_outlines")]
internal sealed class ZoneOutlines() : SqlMigration("0111_zone_outlines");
