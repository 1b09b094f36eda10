import { countedVotes } from "#domain/voting/ballot-box/results-file.ts";
import type { VerifiedBundle } from "#domain/voting/ballot-box/verify/verify-bundle.ts";
import { FAULT_SENTENCES } from "./fault-sentences.ts";

const FATES = {
  counted: "is the last of its key and was counted",
  superseded: "was replaced by a later one of the same key",
  refused: "was opened and does not count: see its line in openings.ndjson",
  "not-opened": "is in the log; ballots of so small a poll are not opened in public",
} as const;

/** The report for a person: what was verified, and every fault with where it is. */
export function reportOf({ faults, facts }: VerifiedBundle): string {
  const lines: string[] = [];
  if (facts) {
    const { counted, receipt } = facts;
    lines.push(
      facts.question,
      `  poll                ${facts.poll}`,
      `  rules fingerprint   ${facts.fingerprint}`,
      `  log                 ${facts.leaves} leaves, ${facts.checkpoints} checkpoints, root ${facts.root}`,
      `  ballots             ${facts.ballots} of ${facts.keys} keys; ${facts.reissues} reissued, ${facts.amendments} amendments`,
    );
    if (counted) lines.push(`  counted             ${countedVotes(counted)}: ${counted.online} online, ${counted.assisted} assisted, ${counted.paper} on paper, ${counted.telephone} by telephone; ${counted.refused} refused`);
    else lines.push("  counted             not again: with fewer than 50 ballots only totals are published");
    if (facts.unopened > 0) lines.push(`  note                ${facts.unopened} ballots could not be opened by the counter; nobody else can check that`);
    if (facts.explainedBatches > 0) lines.push(`  note                ${facts.explainedBatches} batches of papers do not balance and say why`);
    if (facts.winners) lines.push(`  winners             ${facts.winners.join(", ")}`);
    if (receipt) lines.push(`  your ballot         leaf ${receipt.leaf} ${FATES[receipt.fate]}`);
    lines.push("");
  }
  for (const { name, times, places } of faults) {
    lines.push(`FAULT ${name}${times > 1 ? ` (${times} times)` : ""}: ${FAULT_SENTENCES[name]}`);
    for (const place of places) lines.push(`      ${place}`);
    if (places.length > 0 && times > places.length) lines.push(`      and ${times - places.length} more`);
  }
  lines.push(faults.length === 0 ? "Verified: everything that can be checked is as it should be." : `Not verified: ${faults.length} kinds of fault.`, "");
  return lines.join("\n");
}
