import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { env } from "#platform/env.ts";
import { scanBytes, ScannerAway } from "#platform/files/scan-bytes.ts";
import { log } from "#platform/log.ts";

/** Files looked at in one go; the rest wait for the next. */
const AT_ONCE = 20;

/**
 * Lets the scanner look at files that wait in quarantine, the oldest first. A clean one is shown to officers from then on; of one that
 * is refused the bytes are thrown away at once and only its name stays. Without a scanner, and while it gives no answer, all stay where
 * they are and are looked at again. Gives how many were decided. Run each minute while there are any; twice at once does no harm.
 */
export async function scanFiles(command: string | undefined = env().SCAN_COMMAND): Promise<number> {
  if (command === undefined || command.trim() === "") return 0;
  let decided = 0;
  for (; decided < AT_ONCE; decided += 1) {
    const [file] = await database().execute<{ id: string; content: Buffer }>(sql`select id, content from response_files where scan = 'waiting' order by sent_at, id limit 1`);
    if (!file) break;
    try {
      const verdict = await scanBytes(command, file.content);
      await database().execute(sql`update response_files set scan = ${verdict}, scanned_at = now(), content = case when ${verdict} = 'refused' then ''::bytea else content end where id = ${file.id} and scan = 'waiting'`);
    } catch (fault) {
      if (!(fault instanceof ScannerAway)) throw fault;
      log.warn({ fault: fault.message }, "The scanner of sent files gave no answer");
      break;
    }
  }
  return decided;
}
