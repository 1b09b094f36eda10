import { connect, disconnect } from "#db/client.ts";
import { databaseUrlFromEnvironment } from "#db/url.ts";
import { answerCounter } from "#features/voting/counting-keys/answer-counter.ts";
import { endWithSignals, serveJson } from "#platform/programs/json-program.ts";

/** The counter: holds the keys that open ballots, and is given ballots only when their box is closed. PORT, HOST, DATABASE_URL. */
connect(databaseUrlFromEnvironment());
const server = serveJson("counter", Number(process.env["PORT"] ?? 3003), process.env["HOST"] ?? "127.0.0.1", answerCounter);
endWithSignals(server, disconnect);
