import { readCivilDate } from "#domain/basics/fields.ts";
import type { Fault } from "#domain/basics/fault.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import { familyKey, givenKey, partName, referenceKey } from "./name-forms.ts";

/** What a column of a roll may hold. */
export const ROLL_FIELDS = ["reference", "givenNames", "familyName", "wholeName", "birthDate", "address", "postcode", "school", "yearGroup", "areaCode"] as const;
export type RollField = (typeof ROLL_FIELDS)[number];

/** Which field each column of the file holds, in the order of the columns; null for one that is left out. Only addresses may be several. */
export type RollColumns = readonly (RollField | null)[];

// As electoral registers, school systems and spreadsheets name them, in English and Welsh.
const NAMES: Readonly<Record<RollField, RegExp>> = {
  reference: /^(reference|ref|(elector|electoral|voter|roll|register|pupil|student|membership|panel)?_?(number|no|num|id)|upn|elector_number_with_suffix|cyfeirnod|rhif)$/,
  givenNames: /^(given|first|fore)_?names?$|^elector_(forename|first_name)$|^enw(au)?_cyntaf$|^enw(au)?_bedydd$/,
  familyName: /^(family|last|sur|second)_?name$|^elector_surname$|^cyfenw$/,
  wholeName: /^(full_?|elector_|pupil_)?name$|^enw(_llawn)?$/,
  birthDate: /^(date_of_birth|birth_?date|dob|d_o_b|year_of_birth|birth_?year|date_of_attainment|dyddiad_geni|blwyddyn_geni)$/,
  address: /^(elector_|registered_)?(address|addr)(_?(line)?_?\d)?$|^cyfeiriad(_?\d)?$|^(street|town|city|county)$/,
  postcode: /^(elector_|home_)?post_?code$|^pcds?$|^cod_post$/,
  school: /^school(_name)?$|^college$|^ysgol$|^coleg$/,
  yearGroup: /^(year|nc_?year|year_?group|form|class|reg_?group)$|^(blwyddyn|dosbarth)$/,
  areaCode: /^(area|ward)(_?(code|gss|cd))?$|^wd\d\dcd$|^osward$|^ward_code$/,
};

const foldHeader = (name: string): string => name.normalize("NFKD").replace(/\p{M}/gu, "").trim().toLowerCase().replace(/[^a-z0-9]+/g, "_").replace(/^_|_$/g, "");

/** What the columns seem to hold, by their names: for an officer to confirm or put right. */
export function guessColumns(header: readonly string[]): RollColumns {
  const taken = new Set<RollField>();
  return header.map((name) => {
    const folded = foldHeader(name);
    const field = ROLL_FIELDS.find((each) => NAMES[each].test(folded) && (each === "address" || !taken.has(each)));
    if (field === undefined) return null;
    taken.add(field);
    return field;
  });
}

/** What is wrong with such columns: a roll needs a number for each person and a name. */
export function judgeColumns(columns: RollColumns): readonly Fault[] {
  const faults: Fault[] = [];
  const count = (field: RollField): number => columns.filter((each) => each === field).length;
  const firstOf = (field: RollField): string => `column-${columns.lastIndexOf(field)}`;
  for (const field of ROLL_FIELDS) if (field !== "address" && count(field) > 1) faults.push({ field: firstOf(field), code: "column-twice" });
  if (count("reference") === 0) faults.push({ field: "column-0", code: "reference-column" });
  if (count("wholeName") === 0 && count("familyName") === 0) faults.push({ field: "column-0", code: "name-column" });
  if (count("wholeName") > 0 && count("familyName") > 0) faults.push({ field: firstOf("wholeName"), code: "name-both" });
  return faults;
}

/** One person as a file has them. */
export interface RollRow {
  readonly reference: string;
  readonly givenNames: string;
  readonly familyName: string;
  readonly birthDate: CivilDay | null;
  readonly birthYear: number | null;
  readonly address: string;
  /** Upper case, no space; empty where there is none. */
  readonly postcode: string;
  readonly school: string;
  readonly yearGroup: string;
  readonly areaId: string | null;
  readonly referenceKey: string;
  readonly givenKey: string;
  readonly familyKey: string;
}

export interface RollRowFault {
  readonly field: RollField;
  readonly code: string;
  readonly found: string;
}

/** What the council knows of its places. */
export interface RollPlaces {
  /** Area by ONS code. */
  readonly areas: ReadonlyMap<string, string>;
  /** Area by postcode, upper case without space. */
  readonly postcodes: ReadonlyMap<string, string>;
}

const POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/;
const UNPRINTABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFD]/u;
const MOST = { reference: 60, givenNames: 120, familyName: 120, address: 400, school: 160, yearGroup: 60 } as const;

/** Judges one row of the file; `today` is the day after which nobody is born. The first fault is told. */
export function readRollRow(cells: readonly string[], columns: RollColumns, places: RollPlaces, today: CivilDay): { readonly row: RollRow } | { readonly fault: RollRowFault } {
  const of = (field: RollField): string => clean(columns.flatMap((each, at) => (each === field ? [cells[at] ?? ""] : [])).filter((cell) => cell.trim() !== "").join(", "));
  const fault = (field: RollField, code: string, found: string) => ({ fault: { field, code, found } });
  for (const [at, field] of columns.entries()) if (field !== null && UNPRINTABLE.test((cells[at] ?? "").replace(/[\r\n\t]/g, " "))) return fault(field, "unprintable", cells[at] ?? "");

  const reference = of("reference");
  if (referenceKey(reference) === "") return fault("reference", "reference-missing", reference);
  const whole = of("wholeName");
  const { givenNames, familyName } = whole !== "" ? partName(whole) : { givenNames: of("givenNames"), familyName: of("familyName") };
  if (familyKey(familyName) === "") return fault(whole === "" ? "familyName" : "wholeName", "name-missing", whole || familyName);
  const typedPostcode = of("postcode");
  const postcode = typedPostcode.normalize("NFKC").replace(/[\s.-]/g, "").toUpperCase();
  if (postcode !== "" && !POSTCODE.test(postcode)) return fault("postcode", "postcode-shape", typedPostcode);
  const born = readBirth(of("birthDate"), today);
  if (typeof born === "string") return fault("birthDate", born, of("birthDate"));
  const areaCode = of("areaCode");
  const areaOfCode = areaCode === "" ? undefined : places.areas.get(areaCode.toUpperCase());
  if (areaCode !== "" && areaOfCode === undefined) return fault("areaCode", "area-unknown", areaCode);

  const row: RollRow = {
    reference,
    givenNames,
    familyName,
    ...born,
    address: of("address"),
    postcode,
    school: of("school"),
    yearGroup: of("yearGroup"),
    areaId: areaOfCode ?? places.postcodes.get(postcode) ?? null,
    referenceKey: referenceKey(reference),
    givenKey: givenKey(givenNames),
    familyKey: familyKey(familyName),
  };
  for (const [field, most] of Object.entries(MOST) as [keyof typeof MOST, number][]) if (row[field].length > most) return fault(field, "too-long", row[field]);
  return { row };
}

const clean = (text: string): string => text.normalize("NFC").replace(/\s+/g, " ").trim();

/** A date, day before month; or only a year. Empty is nothing known. */
function readBirth(typed: string, today: CivilDay): { readonly birthDate: CivilDay | null; readonly birthYear: number | null } | "birth-date" | "birth-in-future" {
  if (typed === "") return { birthDate: null, birthYear: null };
  const thisYear = Number(today.slice(0, 4));
  if (/^\d{4}$/.test(typed)) {
    const year = Number(typed);
    return year > thisYear ? "birth-in-future" : year < thisYear - 125 ? "birth-date" : { birthDate: null, birthYear: year };
  }
  // Spreadsheets add a midnight to their dates.
  const day = readCivilDate(typed.replace(/[ T]00:00(:00(\.0+)?)?Z?$/, ""));
  if (day === null || Number(day.slice(0, 4)) < thisYear - 125) return "birth-date";
  return day > today ? "birth-in-future" : { birthDate: day, birthYear: null };
}

/** What an import would change, counted before anything is. */
export interface RollChanges {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** On the roll, but not in the file; only where the file is the whole roll. */
  readonly removed: number;
  /** Put right by an officer since, and left so. */
  readonly kept: number;
  /** Same name, postcode and date of birth under another number. */
  readonly twice: number;
}
