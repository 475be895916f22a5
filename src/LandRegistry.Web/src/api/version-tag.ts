/** The version tag of a record as the contract defines it, for a version that came inside a list and not in a header. */
export function versionTag(record: { id: number; version: number }): string {
  return `"p${record.id}-v${record.version}"`;
}
