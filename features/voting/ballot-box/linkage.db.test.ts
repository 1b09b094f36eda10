import { expect, test } from "vitest";
import { passHash } from "#features/voting/credentials/pass-hash.ts";
import { castInBulk } from "#seed/cast-in-bulk.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { randomKey, randomToken } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { makeCouncil, makeReadyPoll } from "#testing/factories/polls.ts";
import { sealBallots } from "./seal-ballots.ts";

const { sql, url } = await testDatabase();
await prepareJobs(url);

const [BATCHES, BATCH] = [20, 50];
type Row = Readonly<Record<string, unknown>>;

/** Everything there is of a table, with what the database itself keeps of each row: where it lies and which transaction wrote it. */
const dump = (table: string) => sql.unsafe<Row[]>(`select ctid::text as at_place, xmin::text as by_transaction, t.* from ${table} t`);
const bytesOf = (rows: readonly Row[]) => new Set(rows.flatMap((row) => Object.values(row)).flatMap((value) => (Buffer.isBuffer(value) && value.length >= 16 ? [value.toString("hex")] : [])));

test("with full dumps of both sides voters are not matched to ballots better than 2 in a batch", async () => {
  const council = await makeCouncil();
  const pollId = await makeReadyPoll(council);
  const keyOfVoter = new Map<string, string>();
  for (let batch = 0; batch < BATCHES; batch += 1) {
    const voters = Array.from({ length: BATCH }, (_, at) => ({ hash: randomKey(32), token: randomToken(), name: `voter ${batch}/${at}` }));
    await sql`insert into voter_passes ${sql(voters.map(({ hash, token }) => ({ token_hash: passHash(token, pollId), poll_id: pollId, council_id: council.council.id, voter_hash: hash, way: "email", expires_at: new Date(Date.now() + 3_600_000) })))}`;
    for (const { hash, token, name } of voters) {
      // One after the other, mark and ballot together: nobody makes it easier.
      const before = new Set((await sql<{ key: Buffer }[]>`select voter_key as key from box.waiting where poll_id = ${pollId}`).map(({ key }) => key.toString("hex")));
      await castInBulk(pollId, [{ name, token, vote: { choices: [1] } }]);
      const after = await sql<{ key: Buffer }[]>`select voter_key as key from box.waiting where poll_id = ${pollId}`;
      keyOfVoter.set(hash.toString("hex"), after.map(({ key }) => key.toString("hex")).find((key) => !before.has(key)) ?? "");
    }
    await sealBallots(pollId);
  }
  expect(new Set(keyOfVoter.values()).size).toBe(BATCHES * BATCH);

  const roll = { passes: await dump("voter_passes"), marks: await dump("roll_marks") };
  const box = { sealed: await dump("box.sealed"), leaves: (await dump("log.leaves")).filter(({ kind }) => kind === "ballot"), waiting: await dump("box.waiting"), logs: await dump("box.logs") };
  expect([roll.marks.length, box.sealed.length, box.waiting.length]).toEqual([BATCHES * BATCH, BATCHES * BATCH, 0]);

  // Nothing stands on both sides.
  const [known, kept] = [bytesOf(Object.values(roll).flat()), bytesOf(Object.values(box).flat())];
  expect([...kept].filter((value) => known.has(value))).toEqual([]);

  // Whoever has the dumps puts both in any order they hold and pairs them off.
  const placeOf = (row: Row): number => {
    const [page = 0, line = 0] = String(row["at_place"]).replace(/[()]/g, "").split(",").map(Number);
    return page * 10_000 + line;
  };
  const transactionOf = (row: Row): number => Number(row["by_transaction"]) * 1e6 + placeOf(row) / 1e3;
  const textOf = (name: string) => (row: Row) => (row[name] as Buffer).readUIntBE(0, 6);
  const rollOrders = [placeOf, transactionOf, textOf("voter_hash")];
  const boxOrders = { sealed: [placeOf, transactionOf, textOf("leaf_hash"), textOf("voter_key"), textOf("content")], leaves: [placeOf, transactionOf, (row: Row) => Number(row["index"]), textOf("hash")] };
  const sorted = (rows: readonly Row[], by: (row: Row) => number) => [...rows].sort((a, b) => by(a) - by(b));
  for (const rollOrder of rollOrders) {
    const voters = sorted(roll.marks, rollOrder).map((row) => (row["voter_hash"] as Buffer).toString("hex"));
    for (const [table, orders] of Object.entries(boxOrders))
      for (const order of orders) {
        const keys = sorted(box[table as keyof typeof boxOrders], order).map((row) => (row["voter_key"] as Buffer).toString("hex"));
        const matched = voters.filter((voter, at) => keyOfVoter.get(voter) === keys[at]).length;
        expect(matched, `${table} in one of its orders`).toBeLessThanOrEqual(2 * BATCHES);
      }
  }
}, 300_000);
