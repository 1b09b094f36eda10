import { err, ok, type Result } from "#domain/basics/result.ts";
import { AREA_CODE, show } from "./area-file.ts";
import type { ImportFault } from "./file-import.ts";

/** Where a directory of postcodes has what is needed of it; columns from 0, null where it has none. */
export interface PostcodeColumns {
  readonly count: number;
  readonly postcode: number;
  readonly ward: number;
  readonly council: number | null;
  readonly terminated: number | null;
  /** Names as they stand in the file, for telling where a fault is. */
  readonly names: { readonly postcode: string; readonly ward: string };
}

// The ONS Postcode Directory has changed its names over the years; two digits stand for the year of the codes.
const POSTCODE = [/^pcds$/, /^pcd8$/, /^pcd7$/, /^pcd2?$/, /^post_?code(_?\d)?$/];
const WARD = [/^wd\d\dcd$/, /^osward$/, /^ward_?(gss|code|cd)$/, /^ward$/];
const COUNCIL = [/^(lad|ltla|laua)\d\dcd$/, /^oslaua$/, /^lad_?(gss|code|cd)$/, /^(lad|laua)$/];
const TERMINATED = [/^doterm$/, /^(date_?(of_?)?)?terminat(ed|ion)$/];

/** Finds the columns by their names in the first line, in the ONS's ways and in plain ones. */
export function findPostcodeColumns(header: readonly string[]): Result<PostcodeColumns, readonly ImportFault[]> {
  const names = header.map((name) => name.replace(/^\uFEFF/, "").replace(/^"|"$/g, "").trim().toLowerCase().replace(/\s+/g, "_"));
  const at = (patterns: readonly RegExp[]): number | null => {
    for (const pattern of patterns) {
      const found = names.findIndex((name) => pattern.test(name));
      if (found !== -1) return found;
    }
    return null;
  };
  const [postcode, ward] = [at(POSTCODE), at(WARD)];
  if (postcode === null || ward === null) {
    const absent = [...(postcode === null ? ["postcode"] : []), ...(ward === null ? ["ward"] : [])];
    return err(absent.map((column) => ({ line: 1, column, code: "column-missing", found: show(header.join(",")) })));
  }
  return ok({ count: header.length, postcode, ward, council: at(COUNCIL), terminated: at(TERMINATED), names: { postcode: header[postcode] ?? "", ward: header[ward] ?? "" } });
}

/** What the council knows of its places, to judge a row by. */
export interface OwnPlaces {
  /** Ward code to the id of the area. */
  readonly wards: ReadonlyMap<string, string>;
  /** ONS codes of the council itself. */
  readonly councils: ReadonlySet<string>;
}

/** The cells of a row that matter. */
export interface PostcodeCells {
  readonly postcode: string;
  readonly ward: string;
  /** Null where the file has no such column. */
  readonly council: string | null;
  /** Empty as long as the postcode is in use. */
  readonly terminated: string;
}

export type PostcodeRow =
  | { readonly kind: "own"; readonly postcode: string; readonly areaId: string }
  /** Of another council, or of no place at all. */
  | { readonly kind: "elsewhere"; readonly postcode: string }
  /** The council's, but no longer in use. */
  | { readonly kind: "terminated"; readonly postcode: string }
  | { readonly kind: "fault"; readonly column: "postcode" | "ward"; readonly code: string; readonly found: string };

const SHAPE = /^([A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}|GIR0AA)$/;

/** Judges one row. Rows of other councils are not looked at further: their faults are not this council's to mend. */
export function readPostcodeRow(cells: PostcodeCells, { wards, councils }: OwnPlaces): PostcodeRow {
  const areaId = wards.get(cells.ward);
  const postcode = cells.postcode.replace(/\s/g, "").toUpperCase();
  if (areaId === undefined) {
    const councilIsOurs = cells.council !== null && councils.has(cells.council);
    // A council left empty is how the directory has postcodes that are at no place, such as those of large senders.
    if (cells.council !== null && !councilIsOurs) return { kind: "elsewhere", postcode };
    if (cells.ward === "") return cells.terminated !== "" ? { kind: "terminated", postcode } : { kind: "fault", column: "ward", code: "ward-missing", found: "" };
    if (!AREA_CODE.test(cells.ward)) return { kind: "fault", column: "ward", code: "ward-shape", found: show(cells.ward) };
    if (!councilIsOurs) return { kind: "elsewhere", postcode };
    // The codes of an ended postcode may be those of wards that ended with it.
    if (cells.terminated !== "") return { kind: "terminated", postcode };
    return { kind: "fault", column: "ward", code: "ward-unknown", found: cells.ward };
  }
  if (postcode === "") return { kind: "fault", column: "postcode", code: "postcode-missing", found: "" };
  if (!SHAPE.test(postcode)) return { kind: "fault", column: "postcode", code: "postcode-shape", found: show(cells.postcode) };
  return cells.terminated === "" ? { kind: "own", postcode, areaId } : { kind: "terminated", postcode };
}
