import { availableParallelism } from "node:os";
import { connect, disconnect } from "#db/client.ts";
import { databaseUrlFromEnvironment } from "#db/url.ts";
import { answerIssuer } from "#features/voting/credentials/answer-issuer.ts";
import { startSigners } from "#features/voting/credentials/sign-blinded.ts";
import { endWithSignals, serveJson } from "#platform/programs/json-program.ts";

/** The issuer: marks the roll and signs what it cannot read. Knows who may vote, and no ballot. PORT, HOST, DATABASE_URL. */
connect(databaseUrlFromEnvironment());
const signers = startSigners(Math.max(1, availableParallelism()));
const server = serveJson("issuer", Number(process.env["PORT"] ?? 3001), process.env["HOST"] ?? "127.0.0.1", answerIssuer({ signers }));
endWithSignals(server, async () => {
  await signers.end();
  await disconnect();
});
