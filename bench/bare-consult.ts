/**
 * The limit of sending a response: a bare node:http server that makes the same writes in one transaction on the same database, and nothing else:
 * no page, no judging, no survey read. A post to /{consultation} with the hash of a browser's secret in hex.
 */
import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import { connect, rawClient } from "#db/client.ts";

connect(process.env["DATABASE_URL"] ?? "");
const sql = rawClient();
const codes = Array.from({ length: 60 }, (_, at) => `q${String(at)}`);

createServer((request, response) => {
  const pieces: Buffer[] = [];
  request.on("data", (piece: Buffer) => pieces.push(piece));
  request.on("end", () => {
    const [consultationId, key] = [(request.url ?? "").slice(1), Buffer.from(Buffer.concat(pieces).toString(), "hex")];
    sql
      .begin(async (tx) => {
        const [held] = await tx<{ id: string }[]>`select id from responses where consultation_id = ${consultationId} and key_hash = ${key} for update`;
        if (!held) throw new Error("no such response");
        await tx`delete from response_answers where response_id = ${held.id} and question_code <> all(${codes})`;
        await tx`update responses set state = 'submitted', version = 1, received_at = now(), reference = ${randomBytes(5).toString("hex").slice(0, 8)}, return_code_hash = null, publish_consent = 'yes' where id = ${held.id} and state = 'in-progress'`;
        await tx`delete from saved_reminders where response_id = ${held.id}`;
      })
      .then(
        () => response.writeHead(303, { Location: "/", "Content-Length": "0" }).end(),
        (fault: unknown) => response.writeHead(500).end(String(fault)),
      );
  });
}).listen(Number(process.env["PORT"]), "127.0.0.1");
