import { expect, test } from "vitest";
import postgres from "postgres";
import { testDatabase } from "#testing/database.ts";
import { randomId } from "#platform/random.ts";
import { readBallots } from "./read-ballots.ts";

const { url } = await testDatabase();

test("every opened ballot that counts is read once, however many rows of the database they fill, with gaps between them", async () => {
  const pollId = randomId();
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  // Every third leaf is of another kind, the ballots of a whole stretch are missing, and some do not count.
  await sql`
    insert into log.leaves (poll_id, index, kind, hash, bytes, voter_key, version)
    select ${pollId}, n, 'ballot', sha256((${pollId} || n)::text::bytea), '', sha256(n::text::bytea), 1 from generate_series(0, 13000) n where n % 3 > 0 and (n < 3000 or n > 8500)`;
  await sql`
    insert into log.openings (poll_id, index, salt, ballot, invalid)
    select poll_id, index, sha256(''), convert_to(case when index % 2 = 0 then '{"choices":[2,30],"points":[7,-1]}' else '{"choices":[30],"points":[5]}' end, 'UTF8'),
      case when index % 100 = 1 then 'not-canonical' end
    from log.leaves where poll_id = ${pollId}`;
  const [expected] = await sql<{ even: number; odd: number }[]>`
    select (count(*) filter (where index % 2 = 0))::integer as even, (count(*) filter (where index % 2 = 1))::integer as odd
    from log.openings where poll_id = ${pollId} and invalid is null`;
  await sql.end();
  const heard: number[] = [];
  const table = await readBallots({ id: pollId, ballotKind: "score", maxChoices: null }, [2, 30], async (read) => void heard.push(read));
  const { even = 0, odd = 0 } = expected ?? {};
  expect(even + odd).toBeGreaterThan(4_000);
  expect({ voters: table.voters, rows: table.rows, heard: heard.at(-1) }).toEqual({ voters: even + odd, rows: 2, heard: even + odd });
  expect([...table.weight].sort((a, b) => a - b)).toEqual([even, odd].sort((a, b) => a - b));
});

test("a poll without a ballot gives an empty table", async () => {
  const table = await readBallots({ id: randomId(), ballotKind: "approval", maxChoices: null }, [1, 2], async () => {});
  expect({ voters: table.voters, rows: table.rows }).toEqual({ voters: 0, rows: 0 });
});

test("the connections it used can be used again, however much came last", async () => {
  const pollId = randomId();
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  await sql`
    insert into log.leaves (poll_id, index, kind, hash, bytes, voter_key, version)
    select ${pollId}, n, 'ballot', sha256((${pollId} || n)::text::bytea), '', sha256(n::text::bytea), 1 from generate_series(0, 3999) n`;
  await sql`
    insert into log.openings (poll_id, index, salt, ballot)
    select poll_id, index, sha256(''), convert_to('{"choices":[' || repeat('2,', 40) || '30]}', 'UTF8') from log.leaves where poll_id = ${pollId}`;
  await sql.end();
  const read = async () => (await readBallots({ id: pollId, ballotKind: "approval", maxChoices: null }, [2, 30], async () => {})).voters;
  for (const _ of [1, 2, 3]) expect(await Promise.all(Array.from({ length: 20 }, read))).toEqual(Array.from({ length: 20 }, () => 4_000));
});
