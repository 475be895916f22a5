import { asOfEn } from "./messages/en/as-of";
import { comparisonEn } from "./messages/en/comparison";
import { helpEn } from "./messages/en/help";
import { contextLayersEn } from "./messages/en/context-layers";
import { printEn } from "./messages/en/print";
import { toolsEn } from "./messages/en/tools";
import { differenceEn } from "./messages/en/difference";
import { dueEn } from "./messages/en/due";
import { recordsEn } from "./messages/en/records";
import { changesEn } from "./messages/en/changes";
import { clockEn } from "./messages/en/clock";
import { documentsEn } from "./messages/en/documents";
import { exportsEn } from "./messages/en/exports";
import { fieldWorkEn } from "./messages/en/field-work";
import { newZoneEn } from "./messages/en/new-zone";
import { zoneExtentEn } from "./messages/en/zone-extent";
import { factsEn } from "./messages/en/facts";
import { moneyEn } from "./messages/en/money";
import { readinessEn } from "./messages/en/readiness";
import { pagesEn } from "./messages/en/pages";
import { dossiersEn } from "./messages/en/dossiers";
import { importsEn } from "./messages/en/imports";
import { retenderEn } from "./messages/en/retender";
import { overviewEn } from "./messages/en/overview";
import { projectsEn } from "./messages/en/projects";
import { visitsEn } from "./messages/en/visits";
import { tendersEn } from "./messages/en/tenders";
import { todayEn } from "./messages/en/today";
import { todayKindsEn } from "./messages/en/today-kinds";
import { casesEn } from "./messages/en/cases";
import { enterprisesEn } from "./messages/en/enterprises";
import { strategiesEn } from "./messages/en/strategies";
import { evaluationEn } from "./messages/en/evaluation";
import { officeCommandsEn } from "./messages/en/commands";
import { assemblyEn } from "./messages/en/assembly";
import { drawingEn } from "./messages/en/drawing";
import { marksEn, selectionEn } from "./messages/en/selection";
import { presenceEn, viewsEn } from "./messages/en/views";
import { peopleEn } from "./messages/en/people";
import { systemEn } from "./messages/en/system";
import { workbenchEn } from "./messages/en/workbench";
import type { Messages } from "./messages-zh";

/** Every English text of the client. */
export const messagesEn: Messages = {
  ...workbenchEn,
  ...changesEn,
  ...recordsEn,
  commands: { ...recordsEn.commands, ...officeCommandsEn },
  clock: clockEn,
  documents: documentsEn,
  exports: exportsEn,
  facts: factsEn,
  fieldWork: fieldWorkEn,
  newZone: newZoneEn,
  zoneExtent: zoneExtentEn,
  money: moneyEn,
  readiness: readinessEn,
  pages: pagesEn,
  dossiers: dossiersEn,
  retender: retenderEn,
  imports: importsEn,
  tenders: tendersEn,
  projects: projectsEn,
  visits: visitsEn,
  overview: overviewEn,
  asOf: asOfEn,
  comparison: comparisonEn,
  tools: toolsEn,
  print: printEn,
  help: helpEn,
  context: contextLayersEn,
  evaluation: evaluationEn,
  strategies: strategiesEn,
  enterprises: enterprisesEn,
  cases: casesEn,
  todayKinds: todayKindsEn,
  today: todayEn,
  due: dueEn,
  difference: differenceEn,
  drawing: drawingEn,
  assembly: assemblyEn,
  selection: selectionEn,
  marks: marksEn,
  views: viewsEn,
  presence: presenceEn,
  people: peopleEn,
  system: systemEn,
};
