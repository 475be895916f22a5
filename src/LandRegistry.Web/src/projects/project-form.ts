import type { components } from "../api/schema";
import { muToSquareMetres } from "../geometry/area";

type Many = string[] | undefined;
type Words = string | null | undefined;
type Figure = number | null | undefined;

/** A project as it is typed: money in 10,000 yuan, land in mu. */
export interface ProjectForm {
  name: string;
  investor: string;
  product?: Words;
  capacity?: Words;
  industryCode?: Words;
  stage?: Words;
  level?: Words;
  classes?: Many;
  agreed?: Figure;
  arrived?: Figure;
  officer?: Words;
  note?: Words;
  takes?: Many;
  areaMin?: Figure;
  areaMax?: Figure;
  floorMin?: Figure;
  floorMax?: Figure;
  uses?: Many;
  power?: Figure;
  road?: Figure;
  substation?: Figure;
  price?: Figure;
  investment?: Figure;
  rent?: Figure;
  height?: Figure;
  load?: Figure;
  limits?: Words;
  reason: string;
}

/** The same as the server keeps it: yuan and square metres; what was left empty is unknown or not asked. */
export function requestOf(form: ProjectForm): components["schemas"]["ProjectRequest"] {
  const takes = form.takes ?? [];
  const [land, floor] = [takes.includes("land"), takes.includes("floor")];
  return {
    name: form.name,
    investor: form.investor,
    product: words(form.product),
    capacity: words(form.capacity),
    industryCode: words(form.industryCode),
    industrySystem: null,
    stage: null,
    stageSince: null,
    classes: form.classes ?? [],
    level: words(form.level),
    agreedYuan: yuan(form.agreed),
    arrivedYuan: yuan(form.arrived),
    officer: words(form.officer),
    note: words(form.note),
    reason: form.reason,
    needs: {
      takesLand: land,
      takesFloor: floor,
      areaMinSquareMetres: land ? squareMetres(form.areaMin) : null,
      areaMaxSquareMetres: land ? squareMetres(form.areaMax) : null,
      floorAreaMinSquareMetres: floor ? (form.floorMin ?? null) : null,
      floorAreaMaxSquareMetres: floor ? (form.floorMax ?? null) : null,
      landUseCodes: land ? (form.uses ?? []) : [],
      powerKva: form.power ?? null,
      roadMetresMax: form.road ?? null,
      substationMetresMax: form.substation ?? null,
      pricePerMuMaxYuan: land ? yuan(form.price) : null,
      rentMaxYuan: floor ? (form.rent ?? null) : null,
      investmentPerMuYuan: land ? yuan(form.investment) : null,
      heightMinMetres: floor ? (form.height ?? null) : null,
      loadMinTonnes: floor ? (form.load ?? null) : null,
      industryLimits: words(form.limits),
    },
  };
}

function words(text: Words): string | null {
  const trimmed = text?.trim() ?? "";
  return trimmed === "" ? null : trimmed;
}

function yuan(wan: Figure): number | null {
  return wan === null || wan === undefined ? null : Math.round(wan * 1e6) / 100;
}

function squareMetres(mu: Figure): number | null {
  return mu === null || mu === undefined ? null : Math.round(muToSquareMetres(mu) * 100) / 100;
}
