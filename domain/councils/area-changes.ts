import type { AreaBoundary } from "./area.ts";
import type { AreaInFile } from "./area-file.ts";

/** A ward as the council has it now. */
export interface AreaNow {
  readonly id: string;
  readonly code: string;
  readonly nameEn: string;
  readonly nameCy: string;
  readonly population: number | null;
  readonly boundary: AreaBoundary | null;
}

export type AreaPart = "name" | "population" | "boundary";

export interface AreaChanges {
  readonly added: readonly AreaInFile[];
  readonly changed: readonly { readonly now: AreaNow; readonly next: AreaInFile; readonly parts: readonly AreaPart[] }[];
  readonly unchanged: readonly AreaNow[];
  /** Wards the council has and the file has not. They stay: votes and postcodes stand on them. */
  readonly missing: readonly AreaNow[];
}

/** What a file would change. An empty Welsh name or population in the file leaves the one there is. */
export function areaChanges(now: readonly AreaNow[], file: readonly AreaInFile[]): AreaChanges {
  const before = new Map(now.map((area) => [area.code, area]));
  const inFile = new Set(file.map(({ code }) => code));
  const changed: AreaChanges["changed"][number][] = [];
  const unchanged: AreaNow[] = [];
  const added: AreaInFile[] = [];
  for (const area of file) {
    const old = before.get(area.code);
    if (!old) {
      added.push(area);
      continue;
    }
    const next = { ...area, nameCy: area.nameCy || old.nameCy, population: area.population ?? old.population };
    const parts: AreaPart[] = [];
    if (next.nameEn !== old.nameEn || next.nameCy !== old.nameCy) parts.push("name");
    if (next.population !== old.population) parts.push("population");
    if (!sameBoundary(next.boundary, old.boundary)) parts.push("boundary");
    if (parts.length === 0) unchanged.push(old);
    else changed.push({ now: old, next, parts });
  }
  return { added, changed, unchanged, missing: now.filter(({ code }) => !inFile.has(code)) };
}

// The database keeps the keys of JSON in an order of its own.
const sameBoundary = (one: AreaBoundary, other: AreaBoundary | null): boolean =>
  other !== null && one.type === other.type && JSON.stringify(one.coordinates) === JSON.stringify(other.coordinates);
