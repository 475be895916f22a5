/**
 * Shapes of the server's answers. Generated from docs/api/openapi.json with `npm run generate`;
 * nothing in the client describes an answer anywhere else.
 */
export interface components {
  schemas: {
    Me: { name: string; department: string | null };
    Zone: {
      id: number;
      parentId: number | null;
      code: string;
      nameZh: string;
      nameEn: string;
      kind: string;
      countyCode: string | null;
      countyIsInvented: boolean;
      bbox: number[] | null;
      parcelCount: number;
    };
    LandUse: { code: string; system: string; nameZh: string; nameEn: string };
    ParcelRow: {
      id: number;
      code: string | null;
      name: string | null;
      zoneId: number;
      status: string;
      statusSince: string | null;
      onHold: boolean;
      landUseCode: string | null;
      areaSquareMetres: number | null;
      areaIsMeasured: boolean;
      isSurveyed: boolean;
      location: number[];
      holder: string | null;
      updatedAt: string;
      version: number;
    };
    ParcelPage: { items: components["schemas"]["ParcelRow"][]; nextCursor: string | null };
    Rule: { code: string; titleZh: string; titleEn: string; article: string | null };
    Move: { to: string; allowed: boolean; rule: components["schemas"]["Rule"] };
    Hold: { reason: string; until: string | null };
    Contract: {
      kind: string;
      number: string | null;
      supervisionNumber: string | null;
      signedOn: string | null;
      agreedDeliveryOn: string | null;
      agreedCommencementOn: string | null;
      agreedCompletionOn: string | null;
      termYears: number | null;
      priceYuan: number | null;
      developableAreaSquareMetres: number | null;
      totalInvestmentYuan: number | null;
      floorAreaRatioMin: number | null;
      floorAreaRatioMax: number | null;
      buildingDensityMax: number | null;
      greenRatioMin: number | null;
      heightMaxMetres: number | null;
      investmentPerMuYuan: number | null;
      taxPerMuYuan: number | null;
    };
    Encumbrance: { kind: string; holder: string | null; registeredOn: string | null; releasedOn: string | null; note: string | null };
    Occupancy: {
      enterpriseId: number;
      enterpriseName: string;
      creditCode: string | null;
      role: string;
      fromOn: string | null;
      toOn: string | null;
    };
    Warning: { field: string; code: string; titleZh: string; titleEn: string };
    ParcelDetail: components["schemas"]["ParcelRow"] & {
      address: string | null;
      countyCode: string | null;
      locationIsEstimated: boolean;
      landUseSystem: string | null;
      rightType: string | null;
      ownership: string | null;
      statedAreaSquareMetres: number | null;
      measuredAreaSquareMetres: number | null;
      areaSrid: number | null;
      idleKind: string | null;
      idleCause: string | null;
      hold: components["schemas"]["Hold"] | null;
      boundary: { type: string; coordinates: number[][][][] } | null;
      contracts: components["schemas"]["Contract"][];
      encumbrances: components["schemas"]["Encumbrance"][];
      occupancies: components["schemas"]["Occupancy"][];
      source: string | null;
      sourceId: string | null;
      sourceUpdatedOn: string | null;
      lastCheckedOn: string | null;
      lastCheckedBy: string | null;
      remarks: string | null;
      warnings: components["schemas"]["Warning"][];
      moves: components["schemas"]["Move"][];
    };
    SummaryTotals: { count: number; areaSquareMetres: number | null };
    SummaryGroup: { key: string; count: number; areaSquareMetres: number | null };
    Summary: { by: string; total: components["schemas"]["SummaryTotals"]; groups: components["schemas"]["SummaryGroup"][] };
    HistoryField: { field: string; before: unknown; after: unknown };
    HistoryItem: {
      changeId: number;
      recordedAt: string;
      actor: string;
      command: string;
      reason: string | null;
      effectiveDate: string | null;
      fields: components["schemas"]["HistoryField"][];
    };
    History: { items: components["schemas"]["HistoryItem"][] };
    MarkStatusRequest: {
      to: string;
      reason: string;
      effectiveDate: string;
      idleKind?: string | null;
      idleCause?: string | null;
    };
    HoldRequest: { reason: string; until: string | null };
    ReleaseRequest: { reason: string };
  };
}
