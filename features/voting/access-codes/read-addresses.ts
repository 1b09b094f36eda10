import { parse } from "csv-parse/sync";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { readAddressList, type AddressFault } from "#domain/voting/access-codes/address-list.ts";
import type { Recipient } from "#domain/voting/access-codes/code-batch.ts";
import type { CodeWanted } from "./ask-for-codes.ts";
import { areasOfPostcodes } from "./queries.ts";

/** A ballot that codes may open, and whose it is: null for the whole council. */
export interface BallotChoice {
  readonly pollId: string;
  readonly areaId: string | null;
}

/** A row that cannot be used; `elsewhere`: its postcode has none of the ballots. */
export type RowFault = Omit<AddressFault, "code"> & { readonly code: AddressFault["code"] | "elsewhere" };

/**
 * Reads a file of addresses into the codes that are wanted: a letter for each row, with the ballots of its area and those for
 * the whole council. Every bad row is told, and then nothing is wanted.
 */
export async function readAddresses(scope: AnyScope, text: string, ballots: readonly BallotChoice[]): Promise<Result<readonly CodeWanted[], readonly RowFault[]>> {
  const rows = linesOf(text);
  if (!rows) return err([{ line: 0, code: "columns", found: "" }]);
  const { people, faults: bad } = readAddressList(rows);
  const postcodeOf = ({ address }: Recipient) => (address.at(-1) ?? "").replace(" ", "");
  const areasOf = await areasOfPostcodes(scope, [...new Set(people.map(({ recipient }) => postcodeOf(recipient)))]);
  const faults: RowFault[] = [...bad];
  const wanted = people.flatMap(({ line, recipient }): CodeWanted[] => {
    const areas = areasOf.get(postcodeOf(recipient)) ?? [];
    const theirs = ballots.filter(({ areaId }) => areaId === null || areas.includes(areaId)).map(({ pollId }) => pollId);
    if (theirs.length > 0) return [{ pollIds: theirs, areaId: areas[0] ?? null, ageBand: "", electorId: null, recipient }];
    faults.push({ line, code: "elsewhere", found: recipient.address.at(-1) ?? "" });
    return [];
  });
  return faults.length > 0 ? err(faults.sort((a, b) => a.line - b.line)) : ok(wanted);
}

/** The rows with the lines they begin on; null where quotation marks do not close. */
function linesOf(text: string): { readonly line: number; readonly cells: readonly string[] }[] | null {
  try {
    const records = parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true, info: true }) as unknown as { readonly record: string[]; readonly info: { readonly lines: number } }[];
    return records.map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch {
    return null;
  }
}
