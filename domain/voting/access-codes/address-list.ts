import { MOST_CODES, type Recipient } from "./code-batch.ts";

/** What is wrong with one row of a list of addresses, or with the list (`line` 0). */
export interface AddressFault {
  /** 1-based, as the file has them. */
  readonly line: number;
  readonly code: "no-heading" | "no-address" | "postcode" | "too-long" | "unprintable" | "twice" | "nobody" | "too-many" | "columns";
  /** What stands there, cut short; for `twice` the line where it stood before. */
  readonly found: string;
}

export interface AddressRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Columns that are understood, in any order; those of other names are left alone. Royal Mail's own order of an address. */
const NAME = ["name", "full name", "elector", "enw"];
const ADDRESS = /^(address|address ?line|line|cyfeiriad) ?([1-6])?$|^(street|town|city|county|locality|village)$/;
const POSTCODE = ["postcode", "post code", "cod post", "côd post"];
const MOST_LINE = 60;
/** Six lines and the name fit in the window of a DL envelope. */
const MOST_LINES = 6;

/** The rows that can be used, and every fault of the others. */
export interface AddressList {
  readonly people: readonly { readonly line: number; readonly recipient: Recipient }[];
  readonly faults: readonly AddressFault[];
}

/**
 * Reads a list of addresses: a heading with `name` (or none), columns of the address, `postcode`. One letter for each row.
 * Every fault is told; the same name at the same address twice is one, because it would be two codes for one voter.
 */
export function readAddressList(rows: readonly AddressRow[]): AddressList {
  const [heading, ...body] = rows;
  const titles = heading?.cells.map((cell) => cell.replace(/^\uFEFF/, "").trim().toLowerCase().replaceAll("_", " ")) ?? [];
  const nameAt = titles.findIndex((title) => NAME.includes(title));
  const addressAt = titles.flatMap((title, at) => (ADDRESS.test(title) ? [at] : []));
  const postcodeAt = titles.findIndex((title) => POSTCODE.includes(title));
  if (addressAt.length === 0 || postcodeAt === -1) return { people: [], faults: [{ line: heading?.line ?? 0, code: "no-heading", found: titles.join(", ").slice(0, 80) }] };
  if (body.length === 0) return { people: [], faults: [{ line: 0, code: "nobody", found: "" }] };
  if (body.length > MOST_CODES.post) return { people: [], faults: [{ line: 0, code: "too-many", found: String(body.length) }] };

  const faults: AddressFault[] = [];
  const people: AddressList["people"][number][] = [];
  const seen = new Map<string, number>();
  for (const { line, cells } of body) {
    const found = cells.join(", ").slice(0, 80);
    const fault = (code: AddressFault["code"], what = found) => faults.push({ line, code, found: what });
    if (cells.length !== titles.length) {
      fault("columns");
      continue;
    }
    const name = tidy(nameAt === -1 ? "" : (cells[nameAt] ?? ""));
    const lines = addressAt.map((at) => tidy(cells[at] ?? "")).filter((text) => text !== "");
    const postcode = tidy(cells[postcodeAt] ?? "").toUpperCase().replace(/[\s.-]/g, "");
    const key = [name, ...lines, postcode].join("|").toLowerCase();
    const before = seen.get(key);
    if (cells.some((cell) => UNPRINTABLE.test(cell))) fault("unprintable");
    else if (lines.length === 0) fault("no-address");
    else if (!/^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/.test(postcode)) fault("postcode", cells[postcodeAt] ?? "");
    else if ([name, ...lines].some((text) => text.length > MOST_LINE) || lines.length > MOST_LINES) fault("too-long");
    else if (before !== undefined) fault("twice", String(before));
    else {
      seen.set(key, line);
      people.push({ line, recipient: { name, address: [...lines, `${postcode.slice(0, -3)} ${postcode.slice(-3)}`] } });
    }
  }
  return { people, faults };
}

const UNPRINTABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFD]/;
const tidy = (text: string): string => text.normalize("NFC").replace(/\s+/g, " ").trim();
