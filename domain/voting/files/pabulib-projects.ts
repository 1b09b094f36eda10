import { atPlaces, type ExactDecimal } from "./exact-decimal.ts";
import type { FileFault } from "./file-fault.ts";
import type { PabulibMeta } from "./pabulib-meta.ts";
import { decimalIn, type SectionRow } from "./pabulib-row.ts";
import type { PabulibProject } from "./pabulib-format.ts";

const KNOWN = ["project_id", "cost", "name", "category", "target", "beneficiaries", "latitude", "longitude", "votes", "score", "selected"];
const LARGEST = BigInt(Number.MAX_SAFE_INTEGER);

/** A project whose cost is not yet in the minor units common to the file. */
export interface RawProject extends Omit<PabulibProject, "cost"> {
  readonly line: number;
  readonly cost: ExactDecimal | null;
  readonly fault: SectionRow["fault"];
}

export function readProject(row: SectionRow): RawProject {
  const cost = decimalIn(row, "cost");
  if (cost !== null && cost.units <= 0n) row.fault("amount-not-positive", "cost", { column: "cost" });
  const extra = row.extra(KNOWN);
  const target = row.value("target") ?? row.value("beneficiaries");
  const category = row.value("category");
  return {
    line: row.line,
    fault: row.fault,
    id: (row.value("project_id") ?? "").trim(),
    cost,
    name: row.value("name") ?? "",
    ...(category ? { category } : {}),
    ...(target ? { target } : {}),
    ...numberField(row, "latitude"),
    ...numberField(row, "longitude"),
    ...numberField(row, "votes"),
    ...numberField(row, "score"),
    ...numberField(row, "selected"),
    ...(extra ? { extra } : {}),
  };
}

/** A column that only describes: an unreadable value is left out, because no count uses it. */
function numberField<K extends "latitude" | "longitude" | "votes" | "score" | "selected">(row: SectionRow, column: K): { [key in K]?: number } {
  const text = (row.value(column) ?? "").trim();
  const value = text === "" ? Number.NaN : Number(text.replace(",", "."));
  return Number.isFinite(value) ? ({ [column]: value } as { [key in K]?: number }) : {};
}

/** Budget and costs in the smallest decimal unit that any of them uses. Null when the budget could not be read. */
export function commonMoney(
  budget: PabulibMeta["budget"],
  raw: readonly RawProject[],
  faults: FileFault[],
): { budget: number; moneyScale: number; projects: PabulibProject[] } | null {
  if (budget === null) return null;
  const places = raw.reduce((most, { cost }) => Math.max(most, cost?.places ?? 0), budget.value.places);
  const total = raw.reduce((sum, { cost }) => sum + (cost === null ? 0n : atPlaces(cost, places)), 0n);
  const units = atPlaces(budget.value, places);
  if (units > LARGEST) budget.at.fault("number-too-large", { column: "budget" });
  else if (total > LARGEST) {
    const last = raw.at(-1);
    faults.push({ line: last?.line ?? 1, column: 1, code: "number-too-large", params: { column: "cost" } });
  }
  const projects = raw.map(({ line: _line, fault: _fault, cost, ...rest }) => ({
    ...rest,
    cost: cost === null ? 0 : Number(atPlaces(cost, places)),
  }));
  return { budget: Number(units), moneyScale: 10 ** places, projects };
}
