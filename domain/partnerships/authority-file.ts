import { err, ok, type Result } from "#domain/basics/result.ts";

/** One local authority of the United Kingdom as the reference file gives it. */
export interface LocalAuthority {
  /** ONS (GSS) code. */
  readonly code: string;
  readonly name: string;
  readonly officialName: string;
  readonly nation: string;
  readonly kind: string;
  /** Where the row comes from, with its licence, as the file says. */
  readonly source: string;
}

export interface AuthorityRowFault {
  /** Row of the table, the header being 1. */
  readonly row: number;
  readonly fault: "code" | "name" | "nation" | "source" | "twice";
  readonly value: string;
}

const NATIONS = ["England", "Wales", "Scotland", "Northern Ireland"];
const COLUMNS = ["gss_code", "name", "official_name", "nation", "authority_type", "source"] as const;

/** Reads the table of local authorities. A row is bad where its code, name or nation is none, where it says no source, or where it comes twice. */
export function readAuthorities(table: readonly (readonly string[])[]): Result<{ readonly authorities: readonly LocalAuthority[]; readonly faults: readonly AuthorityRowFault[] }, "columns-missing"> {
  const [header = [], ...rows] = table;
  const places = COLUMNS.map((column) => header.indexOf(column));
  if (places.includes(-1)) return err("columns-missing");
  const authorities = new Map<string, LocalAuthority>();
  const faults: AuthorityRowFault[] = [];
  for (const [at, row] of rows.entries()) {
    const [code = "", name = "", officialName = "", nation = "", kind = "", source = ""] = places.map((place) => (row[place] ?? "").trim());
    const bad = (fault: AuthorityRowFault["fault"], value: string) => faults.push({ row: at + 2, fault, value });
    if (!/^[EWSN]\d{8}$/.test(code)) bad("code", code);
    else if (name === "" || officialName === "") bad("name", code);
    else if (!NATIONS.includes(nation)) bad("nation", nation);
    else if (source === "") bad("source", code);
    else if (authorities.has(code)) bad("twice", code);
    else authorities.set(code, { code, name, officialName, nation, kind, source });
  }
  return ok({ authorities: [...authorities.values()], faults });
}
