import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { getImport, listFaults, listImports, type ImportInView } from "#features/councils/imports/queries.ts";
import type { OfferedVote } from "./check-vote-file.ts";

export interface VoteFileFaultInView {
  readonly line: number;
  readonly column: string;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A file of votes that was handed over: the vote it holds, or what is wrong with it. */
export interface VoteFileInView {
  readonly id: string;
  readonly fileName: string;
  readonly state: ImportInView["state"];
  readonly offered: OfferedVote | null;
  readonly faultsInAll: number;
  readonly faults: readonly VoteFileFaultInView[];
}

const MOST_FAULTS = 5_000;

/** One such file of the council; 404 where there is none. */
export async function getVoteFile(scope: ActorScope, id: string): Promise<VoteFileInView> {
  const seen = await getImport(scope, id);
  found(seen.kind === "budget-vote" ? seen : null, "import");
  const refused = seen.state === "refused";
  const faults = refused ? await listFaults(seen, 0, MOST_FAULTS) : [];
  return {
    id,
    fileName: seen.fileName,
    state: seen.state,
    offered: refused ? null : (seen.detail as unknown as OfferedVote),
    faultsInAll: seen.rowsRefused,
    faults: faults.map(({ line, column, code, found: params }) => ({ line, column, code, params: JSON.parse(params) as VoteFileFaultInView["params"] })),
  };
}

/** Files of votes handed over before, newest first. */
export const listVoteFiles = (scope: ActorScope): Promise<readonly ImportInView[]> => listImports(scope, "budget-vote");
