import { err, ok, type Result } from "#domain/basics/result.ts";
import type { AreaBoundary } from "./area.ts";
import type { ImportFault } from "./file-import.ts";

/** A ward as a file of boundaries tells of it. */
export interface AreaInFile {
  readonly code: string;
  readonly nameEn: string;
  readonly nameCy: string;
  /** Null where the file says nothing; what is known then stays. */
  readonly population: number | null;
  readonly boundary: AreaBoundary;
}

export interface AreaFile {
  /** ONS code of the council itself, where the file has one. */
  readonly councilCode: string | null;
  readonly councilName: string;
  readonly areas: readonly AreaInFile[];
  /** Features of other councils, left aside. */
  readonly elsewhere: number;
}

/** An ONS (GSS) code: a letter for the nation and eight digits. Demo areas have letters the ONS does not use. */
export const AREA_CODE = /^[A-Z]\d{8}$/;

export const MOST_AREAS = 1_000;
const MOST_PEOPLE = 10_000_000;

// Names of the properties in ONS and other published files, the surest first. Two digits stand for the year of the codes.
const CODE = [/^wd\d\dcd$/, /^ward_?(gss|code|cd)$/, /^(area_?)?(gss|gss_?code|code)$/];
const NAME = [/^wd\d\dnm$/, /^ward_?(name|nm)$/, /^(area_?)?name$/];
const WELSH_NAME = [/^wd\d\dnmw$/, /^ward_?(name|nm)_?(cy|w|welsh)$/, /^(area_?)?name_?(cy|welsh)$/];
const COUNCIL_CODE = [/^(lad|ltla|utla|la)\d\dcd$/, /^(lad|ltla|la)_?(gss|code|cd)$/];
const COUNCIL_NAME = [/^(lad|ltla|utla|la)\d\dnm$/, /^(lad|ltla|la)_?(name|nm)$/];
const POPULATION = [/^population$/, /^pop(\d{4})?$/, /^(all_?ages|total_?population|residents)$/];

/**
 * Reads wards from GeoJSON (RFC 7946: longitude before latitude, WGS 84), or every fault of it at once: a file with one
 * bad feature changes nothing. The line of a fault is the number of its feature, from 1; 0 means the whole file.
 *
 * @param councilCode keeps only features of this council, where the file names councils
 */
export function readAreaFile(text: string, councilCode: string | null): Result<AreaFile, readonly ImportFault[]> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (fault) {
    return err([whole("json-broken", fault instanceof Error ? fault.message : "")]);
  }
  if (!isObject(json) || json["type"] !== "FeatureCollection" || !Array.isArray(json["features"])) return err([whole("not-a-collection", show(isObject(json) ? json["type"] : json))]);
  const system = crsName(json["crs"]);
  if (system !== null && !/(CRS84|4326)$/i.test(system)) return err([whole("not-degrees", system)]);
  const features: readonly unknown[] = json["features"];
  if (features.length === 0) return err([whole("no-features")]);

  const councils = new Map<string, string>();
  for (const feature of features) {
    const properties = propertiesOf(feature);
    const code = asText(pick(properties, COUNCIL_CODE));
    if (code !== "") councils.set(code, asText(pick(properties, COUNCIL_NAME)));
  }
  const own = councilCode ?? (councils.size === 1 ? ([...councils.keys()][0] ?? null) : null);
  if (own === null && councils.size > 1) return err([whole("council-needed", [...councils.keys()].slice(0, 5).join(", "))]);
  if (own !== null && councils.size > 0 && !councils.has(own)) return err([whole("no-such-council", own)]);

  const faults: ImportFault[] = [];
  const areas: AreaInFile[] = [];
  const codes = new Set<string>();
  let elsewhere = 0;
  features.forEach((feature, index) => {
    const line = index + 1;
    const named = asText(pick(propertiesOf(feature), COUNCIL_CODE));
    if (own !== null && named !== "" && named !== own) {
      elsewhere += 1;
      return;
    }
    const found: ImportFault[] = [];
    const area = readFeature(feature, (column, code, what) => found.push({ line, column, code, found: show(what) }));
    if (area.code !== "" && codes.has(area.code)) found.push({ line, column: "code", code: "code-twice", found: area.code });
    codes.add(area.code);
    if (found.length === 0) areas.push(area);
    faults.push(...found);
  });
  if (codes.size > MOST_AREAS) faults.unshift(whole("too-many-areas", String(codes.size)));
  if (faults.length > 0) return err(faults);
  return ok({ councilCode: own, councilName: own === null ? "" : (councils.get(own) ?? ""), areas, elsewhere });
}

type Complain = (column: string, code: string, found: unknown) => void;

function readFeature(feature: unknown, complain: Complain): AreaInFile {
  const nothing: AreaInFile = { code: "", nameEn: "", nameCy: "", population: null, boundary: { type: "Polygon", coordinates: [] } };
  if (!isObject(feature) || feature["type"] !== "Feature") {
    complain("", "not-a-feature", isObject(feature) ? feature["type"] : feature);
    return nothing;
  }
  const properties = propertiesOf(feature);
  const code = asText(pick(properties, CODE));
  if (code === "") complain("code", "code-missing", "");
  else if (!AREA_CODE.test(code)) complain("code", "code-shape", code);
  const nameEn = readName(pick(properties, NAME), "name", complain);
  if (nameEn === "") complain("name", "name-missing", "");
  const nameCy = readName(pick(properties, WELSH_NAME), "name (Welsh)", complain);
  return {
    code,
    nameEn,
    nameCy,
    population: readPopulation(pick(properties, POPULATION), complain),
    boundary: readGeometry(feature["geometry"], complain) ?? nothing.boundary,
  };
}

function readName(value: unknown, column: string, complain: Complain): string {
  const name = asText(value).normalize("NFC").replace(/\s+/g, " ");
  if (name.length > 120) complain(column, "name-too-long", name);
  if (/\p{Cc}|\p{Cf}|\p{Surrogate}|\uFFFD/u.test(name)) complain(column, "name-unprintable", name);
  return name;
}

function readPopulation(value: unknown, complain: Complain): number | null {
  if (value === undefined || value === null || value === "") return null;
  const people = typeof value === "string" ? readPeople(value) : Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= MOST_PEOPLE ? Number(value) : null;
  if (people === null) complain("population", "population-shape", value);
  return people;
}

/** A number of people as a table gives it (12,345), or null when it is none. */
export function readPeople(text: string): number | null {
  const digits = text.trim().replace(/(?<=\d)[,\s](?=\d{3}(\D|$))/g, "");
  return /^\d{1,8}$/.test(digits) && Number(digits) <= MOST_PEOPLE ? Number(digits) : null;
}

function readGeometry(geometry: unknown, complain: Complain): AreaBoundary | null {
  if (!isObject(geometry)) {
    complain("geometry", "geometry-missing", geometry);
    return null;
  }
  const { type, coordinates } = geometry;
  if ((type !== "Polygon" && type !== "MultiPolygon") || !Array.isArray(coordinates)) {
    complain("geometry", "geometry-kind", type);
    return null;
  }
  const polygons: readonly unknown[] = type === "Polygon" ? [coordinates] : coordinates;
  let complaints = 0;
  const read = polygons
    .map((polygon) => readPolygon(polygon, (...what) => (complaints++, complain(...what))))
    // Islets under a metre vanish at five decimals; a ward that is nothing else does not.
    .filter((polygon) => polygon[0] !== undefined && polygon[0].length > 0)
    .map(([outline = [], ...holes]) => [outline, ...holes.filter((hole) => hole.length > 0)]);
  if (read.length === 0 && complaints === 0) complain("geometry", "ring-flat", coordinates);
  return type === "Polygon" ? { type, coordinates: read[0] ?? [] } : { type, coordinates: read };
}

type Place = readonly [number, number];

function readPolygon(polygon: unknown, complain: Complain): readonly (readonly Place[])[] {
  if (!Array.isArray(polygon) || polygon.length === 0) {
    complain("geometry", "ring-short", polygon);
    return [];
  }
  return polygon.map((ring: unknown) => readRing(ring, complain));
}

function readRing(ring: unknown, complain: Complain): readonly Place[] {
  if (!Array.isArray(ring) || ring.length < 4) {
    complain("geometry", "ring-short", Array.isArray(ring) ? `${ring.length}` : ring);
    return [];
  }
  const places: Place[] = [];
  for (const position of ring as readonly unknown[]) {
    const wrong = faultOf(position);
    if (wrong !== null) {
      // One word for each ring: a file with its axes swapped would fill the list otherwise.
      complain("geometry", wrong, position);
      return [];
    }
    const [longitude, latitude] = position as Place;
    places.push([toFive(longitude), toFive(latitude)]);
  }
  const [first, last] = [ring[0] as Place, ring.at(-1) as Place];
  if (first[0] !== last[0] || first[1] !== last[1]) complain("geometry", "ring-open", last);
  const kept = places.filter((place, at) => at === 0 || place[0] !== places[at - 1]?.[0] || place[1] !== places[at - 1]?.[1]);
  return kept.length < 4 || enclosed(kept) === 0 ? [] : kept;
}

/** Five decimals of a degree are about a metre, which is finer than any page draws. */
const toFive = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;

/** Twice the signed area within a ring, in square degrees. */
const enclosed = (ring: readonly Place[]): number =>
  ring.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);

function faultOf(position: unknown): string | null {
  if (!Array.isArray(position) || position.length < 2 || position.length > 4 || !position.every((each) => typeof each === "number" && Number.isFinite(each))) return "not-a-position";
  const [longitude, latitude] = position as [number, number];
  if (Math.abs(longitude) > 180 || Math.abs(latitude) > 180) return "not-degrees";
  if (inUk(longitude, latitude)) return null;
  return inUk(latitude, longitude) ? "axes-swapped" : "outside-uk";
}

/** The United Kingdom with its waters, roughly. */
const inUk = (longitude: number, latitude: number): boolean => longitude >= -9.5 && longitude <= 2.5 && latitude >= 49 && latitude <= 61.5;

function crsName(crs: unknown): string | null {
  const properties = isObject(crs) ? crs["properties"] : undefined;
  const name = isObject(properties) ? properties["name"] : undefined;
  return typeof name === "string" ? name : null;
}

function propertiesOf(feature: unknown): ReadonlyMap<string, unknown> {
  const properties = isObject(feature) ? feature["properties"] : undefined;
  return new Map(isObject(properties) ? Object.entries(properties).map(([key, value]) => [key.toLowerCase().trim(), value]) : []);
}

function pick(properties: ReadonlyMap<string, unknown>, names: readonly RegExp[]): unknown {
  for (const name of names) for (const [key, value] of properties) if (name.test(key) && value !== null && value !== "") return value;
  return undefined;
}

const asText = (value: unknown): string => (typeof value === "string" ? value.trim() : typeof value === "number" ? String(value) : "");
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
const whole = (code: string, found: unknown = ""): ImportFault => ({ line: 0, column: "", code, found: show(found) });

/** What stood there, as it may be shown: at most 80 characters and none that cannot be seen. */
export function show(value: unknown): string {
  const text = typeof value === "string" ? value : value === undefined ? "" : (JSON.stringify(value) ?? "");
  return text.replace(/[\p{Cc}\p{Cf}\p{Surrogate}]/gu, "\uFFFD").slice(0, 80);
}
