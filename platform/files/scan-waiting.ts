import { sql } from "drizzle-orm";
import { database, inTransaction, type Transaction } from "#db/client.ts";
import { env } from "#platform/env.ts";
import { log } from "#platform/log.ts";
import { scanBytes, ScannerAway, type ScanVerdict } from "./scan-bytes.ts";

/** Files looked at in one go; the rest wait for the next. */
const AT_ONCE = 20;
/** So many files in one go about which the scanner gives no answer, and it is left alone until the next. */
const MOST_SILENCES = 3;
/** Minutes until the scanner is asked again about a file it gave no answer about: 2, 4, 8 … at most a day. */
const LONGEST_WAIT_MINUTES = 1_440;

/** Tables whose files wait in quarantine; they have the columns of `scanColumns` (db/schema/platform.ts). */
export type Quarantine = "response_files" | "asset_transfer_documents" | "asset_listing_evidence";

interface Waiting {
  readonly id: string;
  readonly content: Buffer;
  readonly [column: string]: unknown;
}

/**
 * Lets the scanner look at files of a table that wait in quarantine, those that waited longest first. A clean one can be opened from then on; of
 * one that is refused the bytes are thrown away at once and only its name stays. A file about which the scanner gives no answer is put off, longer
 * each time, so that the others do not wait for it. Without a scanner all stay where they are. Run each minute; twice at once does no harm.
 *
 * @param decided told in the same transaction what was decided about a file
 * @returns how many files were decided
 */
export async function scanWaiting(table: Quarantine, command: string | undefined = env().SCAN_COMMAND, decided: (tx: Transaction, id: string, verdict: ScanVerdict) => Promise<void> = async () => undefined): Promise<number> {
  if (command === undefined || command.trim() === "") return 0;
  const files = sql.identifier(table);
  let [count, silences] = [0, 0];
  while (count + silences < AT_ONCE && silences < MOST_SILENCES) {
    const [file] = await database().execute<Waiting>(
      sql`select id, content from ${files} where scan = 'waiting' and coalesce(scan_after, sent_at) <= now() order by coalesce(scan_after, sent_at), id limit 1`,
    );
    if (!file) break;
    try {
      const verdict = await scanBytes(command, file.content);
      await inTransaction(async (tx) => {
        const changed = await tx.execute(
          sql`update ${files} set scan = ${verdict}, scanned_at = now(), content = case when ${verdict} = 'refused' then ''::bytea else content end where id = ${file.id} and scan = 'waiting' returning id`,
        );
        if (changed.length > 0) await decided(tx, file.id, verdict);
      });
      count += 1;
    } catch (fault) {
      if (!(fault instanceof ScannerAway)) throw fault;
      log.warn({ fault: fault.message, table, file: file.id }, "The scanner of sent files gave no answer");
      // One that cannot be started says nothing of the file.
      if (!fault.started) break;
      silences += 1;
      await database().execute(
        sql`update ${files} set scan_tries = scan_tries + 1, scan_after = now() + make_interval(mins => least(power(2, least(scan_tries + 1, 16))::int, ${LONGEST_WAIT_MINUTES})) where id = ${file.id} and scan = 'waiting'`,
      );
    }
  }
  return count;
}
