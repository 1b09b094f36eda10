import { setTimeout as sleep } from "node:timers/promises";
import { connect, disconnect } from "#db/client.ts";
import { databaseUrlFromEnvironment } from "#db/url.ts";
import { answerBox } from "#features/voting/ballot-box/answer-box.ts";
import { listLogsToTend, sealBallots } from "#features/voting/ballot-box/seal-ballots.ts";
import { log } from "#platform/log.ts";
import { endWithSignals, serveJson } from "#platform/programs/json-program.ts";

/** The ballot box: keeps ballots and writes the log. Knows no person, session or address. PORT, HOST, DATABASE_URL. */
const LOOK_EVERY_MS = 1_000;

connect(databaseUrlFromEnvironment());
const stop = new AbortController();
const server = serveJson("ballot box", Number(process.env["PORT"] ?? 3002), process.env["HOST"] ?? "127.0.0.1", answerBox);
endWithSignals(server, async () => {
  stop.abort();
  await disconnect();
});

while (!stop.signal.aborted) {
  try {
    for (const pollId of await listLogsToTend()) await sealBallots(pollId);
  } catch (fault) {
    // The database may be away for a moment; what was not sealed waits. Nothing of a ballot is in the fault.
    if (!stop.signal.aborted) log.warn({ err: fault }, "the log was not tended; trying again");
  }
  await sleep(LOOK_EVERY_MS, undefined, { signal: stop.signal }).catch(() => undefined);
}
