import type { Wording } from "./messages/wording";
import { asOfZh } from "./messages/zh/as-of";
import { comparisonZh } from "./messages/zh/comparison";
import { helpZh } from "./messages/zh/help";
import { contextLayersZh } from "./messages/zh/context-layers";
import { printZh } from "./messages/zh/print";
import { toolsZh } from "./messages/zh/tools";
import { differenceZh } from "./messages/zh/difference";
import { dueZh } from "./messages/zh/due";
import { recordsZh } from "./messages/zh/records";
import { changesZh } from "./messages/zh/changes";
import { clockZh } from "./messages/zh/clock";
import { documentsZh } from "./messages/zh/documents";
import { exportsZh } from "./messages/zh/exports";
import { fieldWorkZh } from "./messages/zh/field-work";
import { newZoneZh } from "./messages/zh/new-zone";
import { zoneExtentZh } from "./messages/zh/zone-extent";
import { factsZh } from "./messages/zh/facts";
import { moneyZh } from "./messages/zh/money";
import { readinessZh } from "./messages/zh/readiness";
import { pagesZh } from "./messages/zh/pages";
import { dossiersZh } from "./messages/zh/dossiers";
import { importsZh } from "./messages/zh/imports";
import { retenderZh } from "./messages/zh/retender";
import { overviewZh } from "./messages/zh/overview";
import { projectsZh } from "./messages/zh/projects";
import { visitsZh } from "./messages/zh/visits";
import { tendersZh } from "./messages/zh/tenders";
import { todayZh } from "./messages/zh/today";
import { todayKindsZh } from "./messages/zh/today-kinds";
import { casesZh } from "./messages/zh/cases";
import { enterprisesZh } from "./messages/zh/enterprises";
import { strategiesZh } from "./messages/zh/strategies";
import { evaluationZh } from "./messages/zh/evaluation";
import { officeCommandsZh } from "./messages/zh/commands";
import { assemblyZh } from "./messages/zh/assembly";
import { drawingZh } from "./messages/zh/drawing";
import { marksZh, selectionZh } from "./messages/zh/selection";
import { presenceZh, viewsZh } from "./messages/zh/views";
import { peopleZh } from "./messages/zh/people";
import { systemZh } from "./messages/zh/system";
import { workbenchZh } from "./messages/zh/workbench";

/** Every Chinese text of the client, one file per area. The English table has the same keys; a spec compares the two. */
export const messagesZh = {
  ...workbenchZh,
  ...changesZh,
  ...recordsZh,
  commands: { ...recordsZh.commands, ...officeCommandsZh },
  clock: clockZh,
  documents: documentsZh,
  exports: exportsZh,
  facts: factsZh,
  fieldWork: fieldWorkZh,
  newZone: newZoneZh,
  zoneExtent: zoneExtentZh,
  money: moneyZh,
  readiness: readinessZh,
  pages: pagesZh,
  dossiers: dossiersZh,
  retender: retenderZh,
  imports: importsZh,
  tenders: tendersZh,
  projects: projectsZh,
  visits: visitsZh,
  overview: overviewZh,
  asOf: asOfZh,
  comparison: comparisonZh,
  tools: toolsZh,
  print: printZh,
  help: helpZh,
  context: contextLayersZh,
  evaluation: evaluationZh,
  strategies: strategiesZh,
  enterprises: enterprisesZh,
  cases: casesZh,
  todayKinds: todayKindsZh,
  today: todayZh,
  due: dueZh,
  difference: differenceZh,
  drawing: drawingZh,
  assembly: assemblyZh,
  selection: selectionZh,
  marks: marksZh,
  views: viewsZh,
  presence: presenceZh,
  people: peopleZh,
  system: systemZh,
};

export type Messages = Wording<typeof messagesZh>;
